"""A document line by line: kept, changed, moved, removed, and why."""

from collections.abc import Iterator
from heapq import merge

import click

from scutch.clean import Document, Removal

from .plain import printable

_COLOURS = {"removed": "red", "moved": "blue", "changed": "yellow"}
_MARKS = {"removed": "-", "moved": ">", "changed": "~"}
_FIELDS = ("title", "authors", "credits", "date", "site_name", "language", "captions")

MAX_SHOWN = 300
"""Characters of a removed block: enough to know it again."""


def explain(document: Document) -> Iterator[str]:
    """The lines of a document as it came, each with its fate; then the metadata and where it was found."""
    kept = ((block.line, 1, _kept(block.line, block.text)) for block in document.blocks)
    gone = ((removal.line, 0, _entry(removal)) for removal in sorted(document.removals, key=lambda entry: entry.line))
    yield from (shown for _, _, shown in merge(gone, kept, key=lambda item: item[:2]))
    yield ""
    yield from _metadata(document)


def _kept(line: int, text: str) -> str:
    first, *rest = printable(text).split("\n")
    return "\n".join([f"{line:>5}   {first}", *(f"        {more}" for more in rest)])


def _entry(removal: Removal) -> str:
    where = f" to {removal.field}" if removal.field else ""
    text = removal.text if len(removal.text) <= MAX_SHOWN else f"{removal.text[: MAX_SHOWN - 1]}…"
    new = f" → {removal.new}" if removal.new is not None else ""
    shown = printable(" ⏎ ".join(f"{text}{new}".split("\n")))
    reason = f"[{removal.rule}: {removal.action}{where}, {removal.reason}]"
    line = f"{removal.line or '':>5} {_MARKS[removal.action]} {shown}  {reason}"
    return click.style(line, fg=_COLOURS[removal.action])


def _metadata(document: Document) -> Iterator[str]:
    for field in _FIELDS:
        if value := getattr(document, field):
            shown = "; ".join(value) if isinstance(value, tuple) else str(value)
            yield click.style(f"{field}: {printable(shown)} ({document.provenance.get(field, 'text')})", dim=True)
    if document.repairs:
        repairs = ", ".join(f"{kind} {count}" for kind, count in document.repairs.items())
        yield click.style(f"lines repaired: {repairs}", dim=True)
    if document.flags:
        yield click.style(f"flags: {', '.join(document.flags)}", fg="yellow")
