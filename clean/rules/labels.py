"""Interface labels: share buttons, comment forms, navigation … each a rule, all over one look-up in the lexicon.

What stands beside a label counts. An `anchor` goes wherever it stands; a `block` or `context` label goes when noise
went beside it, or in a run of labels at the head or the tail. Evidence only grows as lines go, so a text that was
cleaned once has none left, and a second run removes nothing.
"""

from collections.abc import Iterator
from itertools import groupby

from ..block import Kind
from .rule import Draft, Hit

MIN_RUN = 3
"""Two section names in a row may be a title and its kicker; three labels at the edge of a document are a menu."""


def find_labelled(draft: Draft, category: str) -> Iterator[Hit]:
    """The noise that the lexicon knows under a category."""
    if draft.noise is None:
        draft.noise = _noise(draft)
    for index, owner in draft.noise.items():
        if owner == category and draft.rule_of[index] is None:
            yield Hit(index)


def _noise(draft: Draft) -> dict[int, str]:
    """Every label that goes, with the category that takes it: anchors, what stands beside noise, runs at the edges."""
    owner = {
        index: category
        for index, category, strength in _known(draft)
        if strength == "anchor" and not _is_part_of_text(draft, index)
    }
    _grow(draft, owner, [index for index in range(len(draft.blocks)) if draft.took_noise(index)])
    for index in _in_runs(draft):
        owner.setdefault(index, draft.labels[index][0].category)
    _grow(draft, owner, [])
    return owner


def _grow(draft: Draft, owner: dict[int, str], gone: list[int]) -> None:
    """Add the labels beside those, and beside what went before; under the category of the neighbour, if it is theirs.

    All categories grow at once, each label once: one at a time, a chain of two of them would take a pass a label.
    """
    grown = [*owner, *gone]
    for index in grown:  # it grows while it is walked
        for beside in (index - 1, index + 1):
            if beside not in owner and _may_follow(draft, beside):
                categories = [label.category for label in draft.labels[beside]]
                owner[beside] = owner[index] if owner.get(index) in categories else categories[0]
                grown.append(beside)


def _known(draft: Draft) -> Iterator[tuple[int, str, str]]:
    for index in draft.remaining:
        for label in draft.labels[index]:
            yield index, label.category, label.strength


def _may_follow(draft: Draft, index: int) -> bool:
    """Whether a block is a label that goes beside noise; inside the text a `context` label is a heading."""
    if not 0 <= index < len(draft.blocks) or draft.rule_of[index] is not None or not draft.labels[index]:
        return False
    first, last = draft.edges
    if not first < index < last:
        return True
    return not _is_part_of_text(draft, index) and any(label.strength != "context" for label in draft.labels[index])


def _is_part_of_text(draft: Draft, index: int) -> bool:
    """Inside a text, a heading of Markdown heads a part of it, and an item is one of the things that it lists.

    A heading of HTML has no mark in the text, and a second run could not tell it.
    """
    first, last = draft.edges
    block = draft.blocks[index]
    return first < index < last and (block.kind is Kind.ITEM or block.text.startswith("#"))


def _in_runs(draft: Draft) -> Iterator[int]:
    """Labels in a run of at least MIN_RUN before the first paragraph or after the last one."""
    first, last = draft.edges
    for is_run, places in groupby(
        draft.remaining, key=lambda index: bool(draft.labels[index]) and not first < index < last
    ):
        run = list(places)
        if is_run and len(run) >= MIN_RUN:
            yield from run
