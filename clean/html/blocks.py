"""The tree of a page's main text as blocks.

The tree is trafilatura's (its own tags, after TEI: head, p, list, item, quote, code, table, row, cell, lb, hi, ref,
del), with HTML tags left in it where its rescue took over.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from lxml.etree import _Element

from ..block import Block, Kind
from .tags import BLOCK_TAGS, INLINE_TAGS
from .visible import one_line


class Style(NamedTuple):
    """What the words between two breaks are."""

    kind: Kind = Kind.TEXT
    level: int = 0
    flat: bool = False
    """Inside an item, whose paragraphs do not stand apart."""
    depth: int = 0


class Break(NamedTuple):
    """The end of a block, and the beginning of another."""

    style: Style
    apart: bool = False
    """A blank line stands here."""
    marked: bool = False
    """What follows is the beginning of an item."""


Piece = str | Break

MAX_DEPTH = 80
"""Of elements in elements; deeper, only the words are read. Python's own limit is near at 300."""

_PLAIN = Style()

_INLINE = INLINE_TAGS | {"graphic", "hi", "ref"}
"""With trafilatura's own names. An unknown tag is inline too, but its words stand alone."""

_BLOCKS = BLOCK_TAGS | {"item", "list", "quote"}
_ITEMS = frozenset({"item", "li", "dt", "dd"})
_ROWS = frozenset({"row", "tr"})
_CELLS = frozenset({"cell", "td", "th"})
_LISTS = frozenset({"list", "ul", "ol", "dl"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_BLANK_LINES_RE = re.compile(r"\n{3,}")
_SPACE_RE = re.compile(r"[^\S\n]")


def read_blocks(body: _Element) -> list[Block]:
    """The blocks of the main text, numbered from 1."""
    blocks: list[Block] = []
    gap = marked = False
    for at, words in _runs(_walk(body, _PLAIN)):
        gap = gap or at.apart
        marked = at.marked or (marked and at.style.kind is Kind.ITEM)
        if text := _text_of(words, at.style.kind):
            kind = Kind.TEXT if at.style.kind is Kind.ITEM and not marked else at.style.kind
            text = f"- {text}" if kind is Kind.ITEM else text
            blocks.append(Block(text, len(blocks) + 1, gap and bool(blocks), kind, at.style.level))
            gap = marked = False
    return blocks


def _runs(pieces: Iterable[Piece]) -> Iterator[tuple[Break, list[str]]]:
    """The words between two breaks, each with the break before it."""
    at, words = Break(_PLAIN), list[str]()
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
        else:
            yield at, words
            at, words = piece, []
    yield at, words


def _text_of(words: list[str], kind: Kind) -> str:
    if kind in (Kind.CODE, Kind.TABLE):
        return "".join(words)
    return one_line(_unescaped("".join(words)))


def _unescaped(text: str) -> str:
    """The text with what was escaped twice ("&amp;nbsp;") as it was meant.

    Not "&amp;lt;b&amp;gt;": a page that shows "&lt;b&gt;" speaks of HTML.
    """
    return _TWICE_RE.sub(lambda match: unescape(match[0]), text)


_TWICE_RE = re.compile(r"&(?!(?:lt|gt|amp);)(?:\w{2,31}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)


def _walk(element: _Element, style: Style) -> Iterator[Piece]:
    """The words and breaks of an element's inside."""
    if style.depth > MAX_DEPTH:
        yield " ".join(str(text) for text in element.itertext())
        return
    inner = style._replace(depth=style.depth + 1)
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _walk_child(child, inner)
        yield child.tail or ""


def _walk_child(child: _Element, style: Style) -> Iterator[Piece]:
    if child.tag in ("lb", "br"):
        yield Break(style)
    elif child.tag in ("code", "pre") and _stands_alone(child, style):
        yield Break(Style(Kind.CODE), apart=not style.flat)
        yield _code(child)
        yield Break(style, apart=not style.flat)
    elif child.tag in _ROWS:
        yield from _walk_row(child, style)
    elif child.tag in _BLOCKS:
        yield from _walk_block(child, style)
    elif child.tag in _INLINE:
        yield from _walk(child, style)
    else:
        yield " "
        yield from _walk(child, style)
        yield " "


def _walk_block(element: _Element, style: Style) -> Iterator[Piece]:
    inner, marked = _style_of(element, style), element.tag in _ITEMS
    if style.flat and element.tag not in _ITEMS | _LISTS:  # a paragraph in an item goes on with it
        yield " "
        yield from _walk(element, style)
        yield " "
        return
    apart = not style.flat and not marked
    yield Break(inner, apart, marked)
    yield from _walk(element, inner)
    yield Break(style, apart)


def _style_of(element: _Element, style: Style) -> Style:
    if element.tag in _ITEMS:
        return style._replace(kind=Kind.ITEM, level=0, flat=True)
    if element.tag in ("quote", "blockquote"):
        return style._replace(kind=Kind.QUOTE, level=0)
    if element.tag == "head" or element.tag in _HEADINGS:
        return style._replace(kind=Kind.HEADING, level=_HEADINGS.get(element.get("rend") or element.tag, 2))
    return style if style.kind is Kind.QUOTE else style._replace(kind=Kind.TEXT, level=0)


def _stands_alone(code: _Element, style: Style) -> bool:
    """Whether code is a block: it has lines, or no words of the text stand around it."""
    if "\n" in _code(code):
        return True
    parent, before = code.getparent(), code.getprevious()
    around = [code.tail, before.tail if before is not None else parent.text if parent is not None else None]
    is_block = parent is not None and parent.tag not in {"p", "item", "head", "hi", "ref", "del"}
    return is_block and not style.flat and not any(text and text.strip() for text in around)


def _code(element: _Element) -> str:
    """The text of code with its lines and its spaces."""
    parts: list[str] = []
    for node in element.iter():
        if node is not element and node.tag in ({"lb", "br", "p", "head"} | _ROWS):
            parts.append("\n")
        parts.append(node.text or "")
        parts.append((node.tail or "") if node is not element else "")
    return _tidy("".join(parts))


def _tidy(code: str) -> str:
    lines = (_SPACE_RE.sub(" ", line.expandtabs(4)).rstrip() for line in code.splitlines())
    return _BLANK_LINES_RE.sub("\n\n", "\n".join(lines)).strip("\n")


def _walk_row(row: _Element, style: Style) -> Iterator[Piece]:
    """A row of a table is a line in Markdown's way; of a layout (one cell, or paragraphs in a cell), blocks."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) < 2 or style.flat or any(_is_layout(cell) for cell in cells):
        for cell in cells:
            yield Break(style, apart=not style.flat)
            yield from _walk(cell, style)
        yield Break(style, apart=not style.flat)
        return
    texts = [_cell_text(cell) for cell in cells]
    if any(texts):
        yield Break(Style(Kind.TABLE))
        yield f"| {' | '.join(texts)} |"
        if any(cell.get("role") == "head" for cell in cells):
            yield Break(Style(Kind.TABLE))
            yield f"|{'---|' * len(cells)}"
        yield Break(style)


def _is_layout(cell: _Element) -> bool:
    return sum(1 for _ in cell.iterchildren("p", "div", "table")) > 1


def _cell_text(cell: _Element) -> str:
    words = [piece if isinstance(piece, str) else " " for piece in _walk(cell, Style(flat=True))]
    return one_line(_unescaped("".join(words))).replace("|", "\\|")
