"""A rule as a value, what it sees, and what it answers."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..block import Block, Kind
from .credits import credit_of
from .lexicon import LEXICON, Label
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

    def __init__(self, blocks: list[Block], rules: Iterable["Rule"], title: str | None) -> None:
        self.blocks = blocks
        self.title = title
        asked = {rule.id for rule in rules}
        self.words = [count_words(block.text) for block in blocks]
        self.prose = [is_prose(block.text, words) for block, words in zip(blocks, self.words, strict=True)]
        self.labels = [_labels(block, asked) for block in blocks]
        """What the lexicon knows each block as, of the categories whose rule is asked."""
        self.credits = [credit_of(block.text) for block in blocks]
        self.noise: dict[int, str] | None = None
        """The labels that go, with their category, as they were last found; None: to be looked for anew."""
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

    def left(self) -> list[Block]:
        """The blocks that are left; a blank line before a block that went now stands before the next one."""
        left: list[Block] = []
        gap = False
        for block, rule in zip(self.blocks, self.rule_of, strict=True):
            gap = gap or block.gap
            if rule is None:
                left.append(block._replace(gap=gap) if gap != block.gap else block)
                gap = False
        return left

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
        # Where a part of the noise went, what it was found from stands; where a paragraph went, the edges have moved.
        if self.noise is None or not self.noise.keys() >= set(indices) or any(self.prose[index] for index in indices):
            self.noise = None


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
    stays_line: int = -1
    """An index into the lines of `stays`: the one that looks guilty."""


def _labels(block: Block, asked: set[str]) -> tuple[Label, ...]:
    if block.kind in PROTECTED:
        return ()
    return tuple(label for label in LEXICON.labels(block.text) if f"boilerplate.{label.category}" in asked)
