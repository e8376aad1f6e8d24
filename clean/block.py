"""The unit that rules judge: a line of text or a block of HTML, and where it came from."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a block is. Rules do not touch code and tables; Markdown marks headings and items."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"


class Block(NamedTuple):
    """One line of a text, or one block of a page."""

    text: str
    """In the normal form; never empty."""
    line: int
    """The number of its line in the decoded input, from 1; of the block, in HTML."""
    gap: bool = False
    """A blank line stands before it."""
    kind: Kind = Kind.TEXT
    level: int = 0
    """Of a heading, 1 to 6."""


def as_text(blocks: list[Block]) -> str:
    """Join blocks as they stood: one break stays one, two or more become one blank line.

    >>> as_text([Block("Title", 1), Block("A verse,", 3, gap=True), Block("and its second line.", 4)])
    'Title\\n\\nA verse,\\nand its second line.'
    """
    parts: list[str] = []
    for block in blocks:
        parts.append("\n\n" if block.gap else "\n")
        parts.append(block.text)
    return "".join(parts[1:])
