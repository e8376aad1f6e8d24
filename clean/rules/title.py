"""The title of a text that has no head, and its copies."""

import re
from collections.abc import Iterator

from ..block import Block, Kind
from .lexicon import LEXICON, fold
from .prose import count_words, is_prose
from .rule import Draft, Hit

MAX_TITLE_WORDS = 30
MAX_TITLE_CHARACTERS = 250

MIN_LETTERS = 2
"""A lone letter is a bullet or what is left of one."""

PARAGRAPH_RATIO = 2
"""Where no blank line parts a title from the text, the text's first line is at least so many times as long."""

_TITLE_END_RE = re.compile(r"[^.,;:…。，；：、।]$|\b(?:[A-Z]\.){2,}$|\.\.\.$")
_LETTER_RE = re.compile(r"[^\W\d_]")
_STAMP_RE = re.compile(r"^\W*\d[\d\s./:\-T,]*(?:[ap]m)?\W*$", re.IGNORECASE)


def title_of(blocks: list[Block]) -> str | None:
    """The first line, where it reads as a title: short, no sentence, no label, with a paragraph somewhere below it.

    >>> title_of([Block("Row your boat", 1), Block("Row, row, row your boat,", 3, gap=True)])
    >>> title_of([Block("IS challenges the Taliban", 1), Block("After taking power, the Taliban immediately "
    ...     "faced a threat from a group that considers itself the last movement.", 3, gap=True)])
    'IS challenges the Taliban'
    """
    if not blocks or not _reads_as_title(blocks[0]):
        return None
    first, folded = blocks[0], fold(blocks[0].text)
    below = next((block for block in blocks[1:] if fold(block.text) != folded), None)
    parted = below and (below.gap or first.kind is Kind.HEADING or _dwarfs(below.text, first.text))
    if not parted or not any(is_prose(block.text, count_words(block.text)) for block in blocks[1:]):
        return None
    return _MARKDOWN_HEADING_RE.sub("", first.text)


_MARKDOWN_HEADING_RE = re.compile(r"^#{1,6} +|(?<=\S) +#+$")


def _reads_as_title(block: Block) -> bool:
    text = block.text
    if (
        block.kind in (Kind.ITEM, Kind.CODE, Kind.TABLE)
        or len(text) > MAX_TITLE_CHARACTERS
        or len(_LETTER_RE.findall(text)) < MIN_LETTERS
    ):
        return False
    if not _TITLE_END_RE.search(text) or _STAMP_RE.match(text) or LEXICON.labels(text):
        return False
    return count_words(text) <= MAX_TITLE_WORDS


def _dwarfs(text: str, title: str) -> bool:
    return is_prose(text, count_words(text)) and len(text) >= PARAGRAPH_RATIO * len(title)


def find_repeated_title(draft: Draft) -> Iterator[Hit]:
    """Copies of the title before the first paragraph.

    A title that the page's head gave is in the field `title`: every copy goes. One that was read from the text stays
    in it once.
    """
    first_paragraph, _ = draft.edges
    head = [index for index in draft.remaining if index < first_paragraph]
    if draft.title is not None:
        yield from (Hit(index) for index in head if fold(draft.blocks[index].text) == fold(draft.title))
    if title := title_of(draft.left()):
        yield from (Hit(index) for index in head[1:] if fold(draft.blocks[index].text) == fold(title))
