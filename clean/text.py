"""A text as blocks, a line each, in the normal form."""

import re
from collections import Counter
from typing import NamedTuple

from .block import Block, Kind
from .document import Repair
from .layout import kinds_of
from .repair import Repaired, repair_line, split_lines

LETTERS = frozenset({"mojibake", "surrogate"})
"""Repairs that change what a person reads: each such line is named in the ledger. The others are only counted."""

_RUN_RE = re.compile(r"^ |  |\t")
_ITEM_RE = re.compile(r"^(?:[-*+•‣▪◦–] |\d{1,3}[.)] )")
_HEADING_RE = re.compile(r"^(#{1,6}) ")


class Lines(NamedTuple):
    """The blocks of a text, and what was repaired in it."""

    blocks: list[Block]
    mended: tuple[Repair, ...]
    """The lines whose letters changed."""
    repairs: Counter[str]
    """Kind -> number of lines."""


def blocks_of_text(text: str, *, first_line: int = 1) -> Lines:
    """A block for each line that is not blank; numbers count from `first_line`.

    >>> [block.text for block in blocks_of_text("one \\n\\n\\ntwo").blocks]
    ['one', 'two']
    """
    lines = split_lines(text)
    # The layout is judged on what is left of a line, as a second run would: a line of controls alone is blank.
    spaced = [repair_line(line, keep_spaces=True) for line in lines]
    blocks: list[Block] = []
    mended: list[Repair] = []
    repairs: Counter[str] = Counter()
    gap = False
    layout = kinds_of([line.text for line in spaced])
    for number, (line, spaced_line, kind) in enumerate(zip(lines, spaced, layout, strict=True), first_line):
        repaired, kinds = spaced_line if kind is not Kind.TEXT else _without_runs(spaced_line)
        repairs.update(kinds)
        if not LETTERS.isdisjoint(kinds):
            mended.append(Repair(number, line, repaired, kinds))
        if repaired:
            blocks.append(_block(repaired, number, gap=gap and bool(blocks), kind=kind))
        gap = not repaired
    return Lines(blocks, tuple(mended), repairs)


def _without_runs(line: Repaired) -> Repaired:
    """The line without runs of spaces; most have none, and are done."""
    if not _RUN_RE.search(line.text):
        return line
    text, kinds = repair_line(line.text)
    return Repaired(text, tuple(sorted({*line.kinds, *kinds})))


def _block(text: str, line: int, *, gap: bool, kind: Kind) -> Block:
    if kind is Kind.TEXT:
        if _ITEM_RE.match(text):
            return Block(text, line, gap, Kind.ITEM)
        if heading := _HEADING_RE.match(text):
            return Block(text, line, gap, Kind.HEADING, len(heading[1]))
    return Block(text, line, gap, kind)
