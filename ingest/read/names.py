"""The name of a file as a person may read it, and paste it into a shell."""

import os
import re
import shlex

_ESCAPES = {"\n": r"\n", "\t": r"\t", "\r": r"\r", "\x1b": r"\e", "'": r"\'", "\\": r"\\"}


def shown(name: str) -> str:
    r"""The name, quoted for the shell where it has to be; nothing in it can steer a terminal or break the line.

    >>> print(shown("a.txt"), shown("my notes.txt"), shown("été.txt"), shown("two\nlines\x1b[2J"))
    a.txt 'my notes.txt' été.txt $'two\nlines\e[2J'
    """
    if not name.isprintable():
        return "$'" + "".join(map(_escaped, name)) + "'"
    return name if re.fullmatch(r"[\w@%+=:,./-]+", name) else shlex.quote(name)


def source_of(path: str) -> str:
    r"""The path as text that every format can hold: a byte that is not UTF-8 becomes `\xff`."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as Python carries it in a name
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x80 else f"\\U{code:08x}"
