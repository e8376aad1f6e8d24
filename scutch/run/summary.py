"""What a run did, in numbers."""

from collections import Counter
from dataclasses import dataclass, field

from scutch.clean import Document

from .local import Outcome


@dataclass(slots=True)
class Summary:
    """Counts over a run; `add` takes one document after the other."""

    kept: int = 0
    empty: int = 0
    """Documents that cleaning left without text; they are kept."""
    flagged: int = 0
    rejected: int = 0
    removed: Counter[str] = field(default_factory=Counter)
    """Rule -> entries of the ledger."""
    characters: int = 0
    """Of text in the output."""

    def add(self, outcome: Outcome) -> None:
        if not isinstance(outcome, Document):
            self.rejected += 1
            return
        self.kept += 1
        self.empty += not outcome.text
        self.flagged += bool(outcome.flags)
        self.characters += len(outcome.text)
        self.removed.update(removal.rule for removal in outcome.removals)
