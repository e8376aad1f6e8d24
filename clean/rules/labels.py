"""Interface labels: share buttons, comment forms, navigation … each a rule, all over one look-up in the lexicon.

What stands beside a label counts. An `anchor` goes wherever it stands; a `block` or `context` label goes when noise
went beside it, or in a run of labels at the head or the tail. Evidence only grows as lines go, so a text that was
cleaned once has none left, and a second run removes nothing.
"""

from collections.abc import Iterable, Iterator

from ..block import Kind
from .lexicon import Strength
from .rule import Draft, Find, Hit

MIN_RUN = 3
"""Two section names in a row may be a title and its kicker; three labels at the edge of a document are a menu."""


def labelled(category: str) -> Find:
    """A finder of the lines that the lexicon knows under a category."""

    def find(draft: Draft) -> Iterator[Hit]:
        for index in _certain(draft, category):
            yield Hit(index)

    return find


def _certain(draft: Draft, category: str) -> Iterable[int]:
    known = {index: strength for index, strength in draft.known.get(category, {}).items() if not draft.rule_of[index]}
    if not known:
        return ()
    anchors = {index for index, strength in known.items() if strength == "anchor"}
    return sorted(anchors | _beside_noise(draft, known, anchors) | _in_runs(draft, category))


def _beside_noise(draft: Draft, known: dict[int, Strength], anchors: set[int]) -> set[int]:
    """Labels beside a line that went or is an anchor, and labels of the same category beside those."""
    first, last = draft.edges
    found: set[int] = set()
    for order in (list(known), list(reversed(known))):
        for index in order:
            inside = first < index < last
            if inside and (known[index] == "context" or draft.blocks[index].kind is Kind.ITEM):
                continue  # a heading, or an item of a list in the text: "- Facebook" among the networks that it names
            if any(
                draft.took_noise(beside) or beside in found or beside in anchors for beside in (index - 1, index + 1)
            ):
                found.add(index)
    return found


def _in_runs(draft: Draft, category: str) -> set[int]:
    """Labels in a run of at least MIN_RUN at the very head or the very tail; the first category of each owns it."""
    found: set[int] = set()
    for ordered in (draft.remaining, draft.remaining[::-1]):
        run = _leading_labels(draft, ordered)
        if len(run) >= MIN_RUN:
            found.update(index for index in run if draft.labels[index][0].category == category)
    return found


def _leading_labels(draft: Draft, ordered: list[int]) -> list[int]:
    run: list[int] = []
    for index in ordered:
        if not draft.labels[index]:
            break
        run.append(index)
    return run
