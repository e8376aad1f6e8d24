"""The visible text of a page, read from its source without a tree.

No parser stands between: whatever a page is (a fragment, JSON, nested 100,000 deep), this gives an answer in one pass.
"""

import re
from collections.abc import Iterator
from html import unescape

from ..block import Block, Kind
from .tags import BLOCK_TAGS

_TAG_RE = re.compile(
    r"""
      <!--.*?(?:-->|\Z)
    | <(?P<hidden>script|style|template|noscript|svg|title)\b.*?(?:</(?P=hidden)\s*+>|\Z)
    | <[!?][^>]*+>?
    | </?(?P<name>[a-z][^\s/<>]*+)
      (?: [^<>=]++ | = \s*+ (?: "[^"]*+" | '[^']*+' )?+ )*+  # a quote opens a value only after "=", as in HTML
      >?
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {"li": Kind.ITEM, **dict.fromkeys(_HEADINGS, Kind.HEADING)}

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
_WORD_RE = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
"""One word a character in the scripts that put no space between words."""

_CONTROL_RE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Controls that are no space."""


def count_words(text: str) -> int:
    return sum(1 for _ in _WORD_RE.finditer(text))


def one_line(text: str) -> str:
    """The text with every run of white space as one space, and without controls."""
    return " ".join(_CONTROL_RE.sub("", text).split())


def has_tags(html: str) -> bool:
    """False for JSON, a plain text, a binary file: what only bears the name of a page."""
    return any(match["name"] or match["hidden"] for match in _TAG_RE.finditer(html))


def visible_blocks(html: str) -> Iterator[Block]:
    """Every visible word of the source, a block for each block element.

    >>> [block.text for block in visible_blocks("<p>Hello,<br>world.</p><script>x()</script><h2>So</h2>")]
    ['Hello,', 'world.', 'So']
    """
    number, gap, last = 0, False, Kind.TEXT
    for text, tag in _pieces(html) if has_tags(html) else _lines(html):
        gap = gap or tag != "br"
        if not (line := one_line(text)):
            continue
        kind = _KINDS.get(tag, Kind.TEXT)
        number += 1
        apart = gap and number > 1 and not last is kind is Kind.ITEM
        yield Block(f"- {line}" if kind is Kind.ITEM else line, number, apart, kind, _HEADINGS.get(tag, 0))
        gap, last = False, kind


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """Text between the tags that break a line, and the tag that it follows."""
    parts: list[str] = []
    opened, position = "", 0
    for match in _TAG_RE.finditer(html):
        parts.append(html[position : match.start()])
        position = match.end()
        name = (match["name"] or "").lower()
        if name == "br" or name in BLOCK_TAGS:
            yield unescape("".join(parts)), opened
            parts, opened = [], "" if match[0].startswith("</") else name
    yield unescape("".join([*parts, html[position:]])), opened


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Lines of what is no HTML: a line break is only a line break, an empty line sets apart."""
    for line in text.splitlines():
        yield line, "br" if line.strip() else ""
