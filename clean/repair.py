"""One line in the normal form: mojibake, controls, spaces, invisible characters, NFC; with the kinds of repairs."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, is_normalized, normalize

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

ROUNDS = 32
"""A guard only. Every step but the mending of mojibake is idempotent and adds no work for those before it, and
mojibake gets shorter as it is mended. 260,000 mangled lines needed four rounds at most."""

LONGEST_MENDED = 1_000_000
"""Characters. A longer line is no prose, and mending tries ten encodings on the whole of it."""

LONG_LINE = 4_000
"""Characters. Up to here a line of nothing but combining marks is put in order in 12 ms."""

_BREAK_RE = re.compile(r"(?<!\r)\r++\n|\r|\n")  # looked for once a run of \r, not at each of them

# \x1b[31m, \x1b[?25l, and the links and titles of terminals (\x1b]8;;url\x07).
_ESCAPE_RE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_C0_RE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_C1_RE = re.compile(r"[\x80-\x84\x86-\x9f]")  # 85 is a space

# After an ASCII character it is a space (NEL). After another it may be a byte of mojibake: "Ã\x85land" is Åland.
_NEXT_LINE_RE = re.compile(r"(?<![^\x00-\x7f])\x85(?![\x80-\xbf])")

_SPACES = "\n\v\f\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # White_Space but tab and U+0020
_SPACE_RE = re.compile(f"[\t{_SPACES}]")
_SPACE_NOT_TAB_RE = re.compile(f"[{_SPACES}]")
_RUN_RE = re.compile(" {2,}")

_SURROGATE_RE = re.compile("[\ud800-\udfff]")

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0, 0x110000, 0x10000))
# The soft hyphen, zero-width and no-break spaces of no width, deprecated format characters, annotations, the place
# of an object that is not there. Tags stay only as they end a flag (Scotland); elsewhere they hide text.
_INVISIBLE_RE = re.compile(
    f"(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"
    f"|[\xad\u180e\u200b\u2060\u206a-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f{_NONCHARACTERS}]"
)

# Scripts whose letters join or stack, by block: Arabic, Syriac, N'Ko; the Indic scripts of India and South-East Asia;
# Tibetan; Mongolian; and their kin above U+FFFF. There a (non-)joiner is spelling.
_JOINING = (
    "\u0600-\u07ff\u0840-\u085f\u0870-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1bff\u1cd0-\u1cff"
    "\ua840-\ua8ff\ua980-\ua9ff\uaa60-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010aff\U00010b80-\U00010baf\U00010d00-\U00010d3f\U00010f30-\U00010fdf"
    "\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
_PICTURES = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
# Of a run of joiners the first stays, where it means something: a non-joiner between letters, a joiner after a letter
# (also at the end of a word: Malayalam, and هـ), a joiner between two pictures.
_JOINERS_RE = re.compile(
    rf"(?:(?<=[{_JOINING}])(?P<letters>\u200d|\u200c(?=[\u200c\u200d]*[{_JOINING}]))"
    rf"|(?<=[{_PICTURES}\ufe0f\u20e3\U000e007f])(?P<picture>\u200d)(?=[\u200c\u200d]*[{_PICTURES}]))?"
    r"[\u200c\u200d]*"
)
_JOINER_RE = re.compile(r"[\u200c\u200d]")

_DIRECTION_RE = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT_RE = re.compile(
    r"[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Repaired(NamedTuple):
    """A line in the normal form, and what was done to it."""

    text: str
    kinds: tuple[str, ...] = ()
    """Sorted: `control`, `invisible`, `mojibake`, `space`, `surrogate`, `unicode`."""


def split_lines(text: str) -> list[str]:
    r"""Lines as they stand between \n, \r\n, \r (and \r\r\n, which is one break).

    Nothing else is a break: U+2028, U+0085, \v and \f become spaces, so that none is ever added.

    >>> split_lines("one\r\ntwo\u2028still two\n")
    ['one', 'two\u2028still two', '']
    """
    return _BREAK_RE.split(text)


def repair_line(line: str, *, keep_spaces: bool = False) -> Repaired:
    r"""Repair until there is nothing to repair: a second call changes nothing.

    `keep_spaces` (code, tables) leaves runs, indentation and tabs; the end is trimmed all the same.

    >>> repair_line("donâ€™t\xa0 go")
    Repaired(text='don’t go', kinds=('mojibake', 'space'))
    """
    tidy = _trim if keep_spaces else _single
    # Of ASCII only controls are not printable: there is nothing but spaces to look at.
    if line.isascii() and line.isprintable():
        return Repaired(line) if (mended := tidy(line)) == line else Repaired(mended, ("space",))
    visible, hidden = _VISIBLE[keep_spaces], _HIDDEN[keep_spaces]
    kinds = set[str]()
    mended = line
    for _ in range(ROUNDS):
        before = mended
        for kind, step in visible if _shows_all(mended) else hidden:
            if (changed := step(mended)) != mended:
                mended = changed
                kinds.add(kind)
        if mended == before:
            break
    return Repaired(mended, tuple(sorted(kinds))) if mended != line else Repaired(line)


def _shows_all(line: str) -> bool:
    """Tell whether only the steps for visible text are needed: what others look for is not printable, but for one."""
    return line.isprintable() and "\ufffc" not in line


def _join_surrogates(line: str) -> str:
    """Pairs to the character that they mean, lone ones to U+FFFD."""
    if not _SURROGATE_RE.search(line):
        return line
    return line.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _drop_c0(line: str) -> str:
    return _C0_RE.sub("", _ESCAPE_RE.sub("", line))


def _space_next_lines(line: str) -> str:
    """With other C1 characters it is an ellipsis, in Windows-1252 that was read as Latin-1: ftfy's matter."""
    return line if _C1_RE.search(line) else _NEXT_LINE_RE.sub(" ", line)


def _mend_mojibake(line: str) -> str:
    alone, common, pair = _suspects()
    if not alone.search(line) and not (common.search(line) and pair.search(line)):
        return line
    if len(line) > LONGEST_MENDED:
        return line
    from ftfy import fix_encoding  # fix_text forgets the options below where explain is False

    return fix_encoding(line, _ftfy_options())


def _drop_c1(line: str) -> str:
    return _C1_RE.sub("", line)


def _plain_spaces(line: str) -> str:
    return _SPACE_RE.sub(" ", line)


def _plain_spaces_but_tabs(line: str) -> str:
    return _SPACE_NOT_TAB_RE.sub(" ", line)


def _drop_invisible(line: str) -> str:
    line = _INVISIBLE_RE.sub(lambda match: match["flag"] or "", line)
    if _DIRECTION_RE.search(line) and not _RIGHT_TO_LEFT_RE.search(line):
        line = _DIRECTION_RE.sub("", line)
    if _JOINER_RE.search(line):
        line = _JOINERS_RE.sub(lambda match: match["letters"] or match["picture"] or "", line)
    return line


def _compose(line: str) -> str:
    if len(line) > LONG_LINE and not line.isascii():
        line = _piles().sub(_in_order, line)
    return line if is_normalized("NFC", line) else normalize("NFC", line)


def _in_order(pile: re.Match[str]) -> str:
    """The marks of a pile as NFD has them, in canonical order; mark by mark, for a few of them decompose into marks."""
    return "".join(sorted("".join(normalize("NFD", mark) for mark in pile[0]), key=combining))


@cache
def _piles() -> re.Pattern[str]:
    """Long runs of combining marks. Python puts them in order in quadratic time; ours are in order already."""
    marks = "".join(chr(i) for i in range(0x300, 0x1F000) if combining(normalize("NFD", chr(i))[0]))
    return re.compile(f"[{marks}]{{64,}}")


def _single(line: str) -> str:
    line = line.strip(" ")
    return _RUN_RE.sub(" ", line) if "  " in line else line


def _trim(line: str) -> str:
    return line.rstrip(" \t")


_Step = tuple[str, Callable[[str], str]]

# In this order: mojibake is known by characters that the later steps would take away (U+00A0, U+00AD, C1).
_HIDDEN: dict[bool, tuple[_Step, ...]] = {
    keep_spaces: (
        ("surrogate", _join_surrogates),
        ("control", _drop_c0),
        ("space", _space_next_lines),
        ("mojibake", _mend_mojibake),
        ("control", _drop_c1),
        ("space", _plain_spaces_but_tabs if keep_spaces else _plain_spaces),
        ("invisible", _drop_invisible),
        ("unicode", _compose),
        ("space", _trim if keep_spaces else _single),
    )
    for keep_spaces in (False, True)
}
_ON_VISIBLE = frozenset({_mend_mojibake, _compose, _trim, _single})
_VISIBLE = {
    keep_spaces: tuple(step for step in steps if step[1] in _ON_VISIBLE) for keep_spaces, steps in _HIDDEN.items()
}


@cache
def _suspects() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns without which ftfy's `is_bad` finds nothing: each of its own needs one of these.

    A character that is hardly ever right, or a pair whose second is common by itself (É, «, “). So most lines beyond
    ASCII pass at a tenth of the cost. A test holds the two together.
    """
    from ftfy.badness import MOJIBAKE_CATEGORIES as categories  # noqa: N811  a dict, read like a value

    alone = "".join(categories[name] for name in ("c1", "bad", "currency", "numeric", "box"))
    quotes = categories["start_punctuation"] + categories["end_punctuation"]
    upper, lower = categories["upper_accented"], categories["lower_accented"]
    before_upper = lower + categories["lower_common"] + categories["end_punctuation"]
    before_quotes = upper + lower + categories["law"] + "ВГРСΒΓΞΟ"
    return (
        re.compile(f"[{alone}ÂÃÎÐŒœØÙЂ°‚]"),
        re.compile(f"[{quotes}{upper}]"),
        re.compile(
            f"[{quotes}](?:(?<=[{before_quotes}].)|(?=[{lower}]))"
            f"|[{upper}](?:(?<=[{before_upper}].)|(?=[{categories['law']}]))"
        ),
    )


@cache
def _ftfy_options() -> "TextFixerConfig":
    """Every option, spelled out: ftfy's defaults change 941 of 6,559 clean texts, these 235."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,  # "auto" depends on the lines before this one
        fix_encoding=True,
        restore_byte_a0=True,  # "Ã " is à: a browser or an editor made a space of its second byte
        replace_lossy_sequences=True,  # "â€�" is a quote that lost a byte: one U+FFFD instead of three characters
        decode_inconsistent_utf8=True,  # lines that were put together from two encodings
        fix_c1_controls=True,  # as browsers do
        fix_latin_ligatures=False,  # the author's
        fix_character_width=False,  # full-width punctuation is Chinese and Japanese
        uncurl_quotes=False,  # the author's
        # What follows is done here, so that it is counted by kind, and never makes a line break.
        remove_terminal_escapes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        max_decode_length=LONGEST_MENDED,
        explain=False,
    )
