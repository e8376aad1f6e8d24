"""A rule as a value, what it sees, and what it answers."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..block import Block, Kind
from .credits import credit_of
from .lexicon import LEXICON, Label, Strength
from .prose import count_words, is_prose

PROTECTED = frozenset({Kind.CODE, Kind.TABLE})
"""No rule takes a line out of code or a table: what is left would not mean the same."""


class Hit(NamedTuple):
    """A block that a rule names: it is removed, or moved to the fields that take it."""

    block: int
    """Its index among the blocks as they came."""
    fields: tuple[tuple[str, str], ...] = ()
    """Metadata that the block holds, such as ("captions", its text); empty: the block is nothing but noise."""


class Draft:
    """The blocks as they came, what is known of each, and which are left. Rules read it; only `take` changes it."""

    def __init__(self, blocks: list[Block], title: str | None) -> None:
        self.blocks = blocks
        self.title = title
        self.words = [count_words(block.text) for block in blocks]
        self.prose = [is_prose(block.text, words) for block, words in zip(blocks, self.words, strict=True)]
        self.labels = [_labels(block) for block in blocks]
        self.credits = [credit_of(block.text) for block in blocks]
        self.known = _by_category(self.labels)
        """Category -> the blocks that the lexicon knows under it, and how safely."""
        self.rule_of: list[str | None] = [None] * len(blocks)
        """Which rule took a block; None while it is left."""
        self.remaining = list(range(len(blocks)))
        """Indices of the blocks that are left, in order."""
        self._edges: tuple[int, int] | None = None

    @property
    def edges(self) -> tuple[int, int]:
        """The first and the last paragraph that are left; a document without any is all head and all tail."""
        if self._edges is None:
            first = next((index for index in self.remaining if self.prose[index]), len(self.blocks))
            last = next((index for index in reversed(self.remaining) if self.prose[index]), -1)
            self._edges = (first, last)
        return self._edges

    def took_noise(self, index: int) -> bool:
        """Whether a block was removed as boilerplate. Blocks beyond either end were not."""
        rule = self.rule_of[index] if 0 <= index < len(self.blocks) else None
        return rule is not None and rule.startswith("boilerplate.")

    def take(self, indices: Collection[int], rule: str) -> None:
        """Mark blocks as gone."""
        for index in indices:
            self.rule_of[index] = rule
        self.remaining = [index for index in self.remaining if self.rule_of[index] is None]
        self._edges = None


Find = Callable[[Draft], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """An id, a reason, an example of each side, and a pure function that names blocks; it removes nothing itself."""

    id: str
    """family.what-goes, never used again for something else."""
    reason: str
    """Finishes "removed because it is …"."""
    find: Find
    goes: str
    """A text of which a line goes: the last one, unless `goes_line` says which."""
    stays: str
    """A text that looks like it and stays, every line."""
    goes_line: int = -1
    """An index into the lines of `goes`."""


def _labels(block: Block) -> tuple[Label, ...]:
    return () if block.kind in PROTECTED else LEXICON.labels(block.text)


def _by_category(labels: Sequence[tuple[Label, ...]]) -> dict[str, dict[int, Strength]]:
    known: dict[str, dict[int, Strength]] = {}
    for index, found in enumerate(labels):
        for label in found:
            known.setdefault(label.category, {})[index] = label.strength
    return known
