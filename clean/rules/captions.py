"""Captions: known by their credit, or by standing twice."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from .credits import MAX_CAPTION, is_only_a_credit
from .lexicon import fold
from .prose import ends_a_sentence
from .rule import Draft, Hit

MAX_CAPTION_WORDS = 60
"""Of a caption that stands twice: a sentence or three."""

MAX_LONE_WORDS = 40
"""Of a caption that stands once: a longer line that ends in a credit is a paragraph as often as not."""

MIN_CAPTION_WORDS = 4
"""Shorter lines that stand twice are headings and table cells."""

NEAR = 90
"""Of 100: two captions that differ in a word or a space are one."""

NEAR_WITH_CREDIT = 70
"""Two neighbours with the same credit are one picture's, even when one of them was shortened."""

ANCHORING_WORDS = 20
"""A caption stands beside a paragraph; a verse and its refrain stand among verses."""

# What a caption says of its picture, where it has no credit.
_PICTURED_RE = re.compile(
    r"\b(?:photo(?:graph)?|image|pictured?|illustration|graphic|map|screenshot|cartoon|drawing|infographic)s?\b",
    re.IGNORECASE,
)


def find_repeated_captions(draft: Draft) -> Iterator[Hit]:
    """A caption that stands twice or more, its copies adjacent or a block apart: all but the best copy.

    The best is the longest after normalisation, then the first; it is `find_lone_captions`' or moves here.
    """
    for copies in _clusters(draft):
        best = max(copies, key=lambda index: (len(fold(draft.blocks[index].text)), -index))
        for index in copies:
            yield Hit(index, (("captions", draft.blocks[index].text),) if index == best else ())


def _clusters(draft: Draft) -> Iterator[list[int]]:
    candidates = [_may_be_caption(draft, index) for index in draft.remaining]
    taken: set[int] = set()
    for position, index in enumerate(draft.remaining):
        if not candidates[position] or index in taken or not any(candidates[position + 1 : position + 3]):
            continue
        copies = _copies(draft, position, candidates)
        if len(copies) > 1 and _pictures(draft, copies) and _beside_a_paragraph(draft, position, copies):
            taken.update(copies)
            yield copies


def _may_be_caption(draft: Draft, index: int) -> bool:
    text = draft.blocks[index].text
    if len(text) > MAX_CAPTION or not MIN_CAPTION_WORDS <= draft.words[index] <= MAX_CAPTION_WORDS:
        return False
    return draft.credits[index] is not None or ends_a_sentence(text)


def _copies(draft: Draft, position: int, candidates: list[bool]) -> list[int]:
    """The block at a position and those that say the same, each adjacent to the last or a block apart."""
    left = draft.remaining
    copies, place = [left[position]], position
    while True:
        near = (p for p in (place + 1, place + 2) if p < len(left) and candidates[p])
        following = next((p for p in near if _same_caption(draft, copies[-1], left[p])), None)
        if following is None:
            return copies
        place = following
        copies.append(left[place])


def _same_caption(draft: Draft, one: int, other: int) -> bool:
    credit = draft.credits[one]
    needed = NEAR_WITH_CREDIT if credit and credit == draft.credits[other] else NEAR
    return fuzz.ratio(fold(draft.blocks[one].text), fold(draft.blocks[other].text), score_cutoff=needed) > 0


def _pictures(draft: Draft, copies: list[int]) -> bool:
    return any(draft.credits[index] or _PICTURED_RE.search(draft.blocks[index].text) for index in copies)


def _beside_a_paragraph(draft: Draft, position: int, copies: list[int]) -> bool:
    left = draft.remaining
    after = left.index(copies[-1], position) + 1
    around = [*left[max(position - 1, 0) : position], *left[after : after + 1]]
    return any(draft.words[index] >= ANCHORING_WORDS for index in around)


def find_lone_captions(draft: Draft) -> Iterator[Hit]:
    """A line that ends in a picture's credit: the caption moves with it, and a credit alone moves as one."""
    for index in draft.remaining:
        credit = draft.credits[index]
        if credit and draft.words[index] <= MAX_LONE_WORDS:
            text = draft.blocks[index].text
            yield Hit(index, (("credits", credit),) if is_only_a_credit(text) else (("captions", text),))
