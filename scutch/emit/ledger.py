"""The ledger: for every block that is not in the text as it came, which rule took it, and why."""

from collections.abc import Iterator

import msgspec

from scutch.clean import Document


class LedgerRow(msgspec.Struct, frozen=True):
    """One entry. `line` is the line in the decoded input, from 1; the block's number, in HTML."""

    source: str
    id: str
    line: int
    end: int
    action: str
    field: str | None
    rule: str
    reason: str
    score: float | None
    text: str
    new: str | None


def ledger_rows(document: Document) -> Iterator[LedgerRow]:
    """The entries of a document, in the order of its lines."""
    for removal in sorted(document.removals, key=lambda removal: (removal.line, removal.end)):
        yield LedgerRow(
            source=document.source,
            id=document.id,
            line=removal.line,
            end=removal.end,
            action=removal.action,
            field=removal.field,
            rule=removal.rule,
            reason=removal.reason,
            score=removal.score,
            text=removal.text,
            new=removal.new,
        )
