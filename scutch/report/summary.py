"""The run in a paragraph."""

from ..run import Summary

MOST_RULES = 6
"""So many rules are named; the ledger has them all."""


def summarise(summary: Summary, rejects: str | None) -> str:
    """One paragraph: documents, what was removed by which rule, rejects."""
    parts = [f"{_counted(summary.kept, 'document')} cleaned, {summary.characters:,} characters of text."]
    if summary.removed:
        parts.append(f"{_counted(summary.removed.total(), 'entry', 'entries')} in the ledger: {_rules(summary)}.")
    else:
        parts.append("Nothing was removed.")
    if summary.empty:
        parts.append(
            f"{_counted(summary.empty, 'document')} {'is' if summary.empty == 1 else 'are'} empty after cleaning."
        )
    if summary.flagged:
        parts.append(f"{_counted(summary.flagged, 'document')} {'has' if summary.flagged == 1 else 'have'} flags.")
    if summary.rejected:
        where = f": {rejects} says why" if rejects else ""
        parts.append(f"{_counted(summary.rejected, 'document')} rejected{where}.")
    return " ".join(parts)


def _rules(summary: Summary) -> str:
    ranked = sorted(summary.removed.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{rule} {count:,}" for rule, count in ranked[:MOST_RULES]]
    rest = sum(count for _, count in ranked[MOST_RULES:])
    return ", ".join([*named, f"others {rest:,}"] if rest else named)


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
