"""Bytes to str: by mark, by what was declared, by what the bytes themselves can only be, at last by a guess."""

import codecs
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding, to_unicode

SAMPLE_SIZE = 16_384
"""Bytes that the detector sees. Of 388 files in legacy charsets it names 380 from these, 380 from whole files, 379
from the first 16 KiB (often a head in ASCII), 375 from 4 KiB."""

CONTEXT = 256
"""Bytes of ASCII before a byte that is not, in the sample: what a line of prose has."""

TOLERATED = 20
"""One character in so many may be broken: a cut end, an insertion in another charset. A text that is read in a wrong
multi-byte charset breaks far more often."""

FEW = 4
"""So many characters of UTF-8 outweigh a declared multi-byte charset: two or three may be valid in both by chance."""

_SINGLE_BYTE_NAMES = """
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp720 cp737 cp775 cp850 cp852 cp855 cp857
    cp858 cp860 cp861 cp862 cp863 cp865 cp866 cp869 cp874 cp1125 hp-roman8 iso8859-2 iso8859-3 iso8859-4 iso8859-5
    iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-t koi8-u kz1048
    mac-arabic mac-croatian mac-cyrillic mac-farsi mac-greek mac-iceland mac-latin2 mac-roman mac-romanian mac-turkish
    ptcp154
"""
_MULTI_BYTE_NAMES = """
    big5hkscs cp932 cp949 cp950 euc_jp euc_jis_2004 euc_jisx0213 gb18030 hz iso2022_jp iso2022_jp_1 iso2022_jp_2
    iso2022_jp_3 iso2022_jp_2004 iso2022_jp_ext iso2022_kr johab shift_jis_2004 shift_jisx0213
"""
_SINGLE_BYTE = frozenset(_SINGLE_BYTE_NAMES.split())
_MULTI_BYTE = frozenset(_MULTI_BYTE_NAMES.split())
_WIDE = frozenset({"utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le"})

# Only these can be asked for by name. Python has more, and a page must not reach them: rot13, zip, unicode-escape,
# utf-7 (which hides markup), punycode; EBCDIC, in which no page is written.
_CODECS = _SINGLE_BYTE | _MULTI_BYTE | _WIDE | {"utf-8"}

_INSTEAD = {
    "iso8859-1": "cp1252",  # as browsers do
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",  # Python's own would take the machine's order
    "utf-32": "utf-32-le",
    "iso2022_jp": "iso2022_jp_ext",  # with half-width katakana
}
_LABELS = {
    "iso-8859-8-i": "iso-8859-8",  # the letters are the same; the order is the renderer's matter
    "iso-8859-8-e": "iso-8859-8",
    "windows-949": "cp949",
    "windows-936": "gbk",
    "utf8mb4": "utf-8",
    "utf8mb3": "utf-8",
}
_LABEL_RE = re.compile(r"[a-z0-9][a-z0-9_:.+-]{0,39}", re.ASCII)

# Tried when the first is not strictly right: what vendors added (①, ㈱) stands in none of Python's narrower codecs.
_SECOND = {"euc_jp": "euc_jis_2004"}

# What the detector names for short western texts, and what is written nearly nowhere.
_DISBELIEVED = frozenset({"cp1258", "mac-latin2", "iso8859-4", "iso8859-10", "iso8859-13", "cp852", "cp865"})

# Bytes 80-9F are letters or quotes in these, and controls in what the detector names.
_WITH_LETTERS_IN_C1 = {"iso8859-2": "cp1250", "iso8859-16": "cp1250", "iso8859-7": "cp1253", "iso8859-8": "cp1255"}

# Charsets that are written in ASCII bytes: strict UTF-8 would take them for plain text.
_ESCAPES = (
    (re.compile(rb"\x1b\$[@B]"), "iso2022_jp_ext"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}"), "hz"),
)

_HIGH_RE = re.compile(rb"[\x80-\xff]")
_C1_RE = re.compile(rb"[\x80-\x9f]")


class Decoded(NamedTuple):
    """A text, and how its bytes were read."""

    text: str
    """May hold lone surrogates, where the bytes did: `repair_line` sees to them."""
    charset: str
    """Python's name of the codec."""
    provenance: str
    """`bom`, `declared` (from outside), `meta`, `utf-8` (the bytes can be nothing else), `detector`, `fallback`."""
    flags: tuple[str, ...] = ()
    """`charset.unknown`: the name from outside is none; `charset.wrong`: what was declared was not followed;
    `charset.undecodable`: U+FFFD stands where a character was broken."""


class _Attempt(NamedTuple):
    text: str
    bad: int = 0
    """Characters that could not be read: U+FFFD."""

    @property
    def good(self) -> int:
        """Characters beyond ASCII that could be read."""
        return len(self.text) - len(self.text.encode("ascii", "ignore")) - self.bad

    @property
    def tolerable(self) -> bool:
        return not self.bad or self.bad * TOLERATED <= self.good


class _Named(NamedTuple):
    provenance: str
    codec: str


def decode(body: bytes, *, charset: str | None = None, is_html: bool = False) -> Decoded:
    r"""Read bytes as text. It never fails; `flags` say what was not as it should be.

    A declaration is followed unless the bytes contradict it: text beyond ASCII that is valid UTF-8 is nothing else,
    whatever a server's default says.

    >>> decode(b"caf\xc3\xa9", charset="latin-1")
    Decoded(text='café', charset='utf-8', provenance='utf-8', flags=('charset.wrong',))
    """
    mark_codec, mark = read_bom(body)
    body = body[len(mark or b"") :]
    outside = _resolve(charset) if charset else None
    named = [_Named("bom", mark_codec)] if mark_codec else []
    named += [_Named("declared", outside)] if outside else []
    meta = _resolve(html_body_declared_encoding(body) or "") if is_html else None
    if meta and meta not in _WIDE:  # it was readable as ASCII: then it is not true
        named.append(_Named("meta", meta))
    (provenance, codec), attempt = _read(body, named)
    flags = {
        "charset.unknown": bool(charset) and outside is None,
        "charset.wrong": bool(named) and provenance != named[0].provenance,
        "charset.undecodable": attempt.bad > 0,
    }
    return Decoded(attempt.text, codec, provenance, tuple(flag for flag, raised in flags.items() if raised))


def _read(body: bytes, named: list[_Named]) -> tuple[_Named, _Attempt]:
    if named and named[0].provenance == "bom" and named[0].codec in _WIDE:
        return named[0], _attempt(body, named[0].codec)
    for candidate in _candidates(body, named):
        attempt = _attempt(body, candidate.codec)
        if attempt.tolerable:
            return candidate, attempt
    return _Named("fallback", "cp1252"), _attempt(body, "cp1252")


def _candidates(body: bytes, named: list[_Named]) -> Iterator[_Named]:
    """Name what the bytes may be in, the likeliest first; the detector is loaded only when all else has failed."""
    declared_utf8 = any(name.codec == "utf-8" for name in named)  # also of a str: its NULs are NULs
    if not declared_utf8 and (wide := _wide_codec(body[:SAMPLE_SIZE])):
        yield next((name for name in named if name.codec == wide), _Named("detector", wide))
    plain = body.isascii()
    if not plain and _is_utf8(body, named):
        yield next((name for name in named if name.codec == "utf-8"), _Named("utf-8", "utf-8"))
    # UTF-16 without a NUL has neither a space nor a line break in it.
    yield from (name for name in named if not (name.codec in _WIDE and (plain or b"\0" not in body)))
    if plain:
        yield from (_Named("detector", codec) for pattern, codec in _ESCAPES if pattern.search(body))
        yield _Named("utf-8", "utf-8")
    elif detected := _detect(body):
        yield _Named("detector", detected)


def _is_utf8(body: bytes, named: list[_Named]) -> bool:
    attempt = _attempt(body, "utf-8")
    rivals = {name.codec for name in named} & (_MULTI_BYTE | _WIDE)
    return attempt.tolerable and attempt.good >= (FEW if rivals else 1)


def _attempt(body: bytes, codec: str) -> _Attempt:
    if codec in _SINGLE_BYTE:
        text = codecs.charmap_decode(body, "strict", _table(codec))[0]
        return _Attempt(text, text.count("\ufffd"))
    for strict in filter(None, (codec, _SECOND.get(codec))):
        try:
            return _Attempt(body.decode(strict))
        except UnicodeDecodeError:
            continue
    if codec == "utf-8":
        return _attempt_utf8(body)
    text = to_unicode(body, codec)
    return _Attempt(text, text.count("\ufffd"))


def _attempt_utf8(body: bytes) -> _Attempt:
    """UTF-8 that is not strictly valid: surrogates, alone or in pairs (CESU-8), are kept for `repair_line`."""
    try:
        text = body.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
        return _Attempt(text, text.count("\ufffd") - body.count(b"\xef\xbf\xbd"))
    return _Attempt(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass"))


@cache
def _table(codec: str) -> str:
    """List the 256 characters of a single-byte charset. Where it has none at 80-9F there is the control, as browsers
    have it: it lets `repair_line` mend UTF-8 that stands in such a page.
    """
    characters = bytes(range(256)).decode(codec, "replace")
    return "".join(chr(i) if c == "\ufffd" and 0x80 <= i < 0xA0 else c for i, c in enumerate(characters))


def _resolve(label: str) -> str | None:
    """Python's name for a declared charset, by the rules of the WHATWG; None for one that is not a charset."""
    label = label.strip(" \t\r\n\f\"'").lower()
    if not _LABEL_RE.fullmatch(label):
        return None
    label = _LABELS.get(label, label)
    codec = resolve_encoding(label) or resolve_encoding(label.removeprefix("x-"))
    codec = _INSTEAD.get(codec or "", codec)
    return codec if codec in _CODECS else None


def _wide_codec(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, by where the NULs stand: markup, digits and spaces have them on one side."""
    if b"\0" not in head or len(head) < 4:
        return None
    share = [head[i::4].count(0) / len(head[i::4]) for i in range(4)]
    if min(share[2:]) > 0.9 > share[0]:
        return "utf-32-le"
    if min(share[:2]) > 0.9 > share[3]:
        return "utf-32-be"
    even, odd = (share[0] + share[2]) / 2, (share[1] + share[3]) / 2
    if max(even, odd) < 0.25 or min(even, odd) > 0.05:
        return None
    if 2 * min(share[odd > even :: 2]) < max(share[odd > even :: 2]):  # every fourth byte: no text in two-byte units
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _detect(body: bytes) -> str | None:
    import cchardet  # only the few bodies that say nothing of themselves need it

    codec = _resolve(cchardet.detect(_sample(body))["encoding"] or "")
    if codec is None or codec in _DISBELIEVED or codec == "utf-8":
        return None
    if codec == "big5hkscs" and _attempt(body, codec).bad and not _attempt(body, "gb18030").bad:
        return "gb18030"  # which it is taken for now and then
    return _WITH_LETTERS_IN_C1.get(codec, codec) if _C1_RE.search(body) else codec


def _sample(body: bytes) -> bytes:
    """Take the lines that hold more than ASCII, the first 16 KiB of them; of a very long line what stands around."""
    pieces: list[bytes] = []
    size = end = 0
    while size < SAMPLE_SIZE and (high := _HIGH_RE.search(body, end)):
        hit = high.start()
        start = max(end, hit - CONTEXT)
        start = max(start, body.rfind(b"\n", start, hit) + 1)
        line_end = body.find(b"\n", hit, hit + CONTEXT)
        end = line_end + 1 if line_end >= 0 else min(hit + CONTEXT, len(body))
        pieces.append(body[start:end])
        size += end - start
    return b"".join(pieces)[:SAMPLE_SIZE]
