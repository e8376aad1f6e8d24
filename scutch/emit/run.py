"""What a run writes: records, ledger and rejects; where cleaning ends by an error, none of them is there."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from scutch.clean import Document
from scutch.raw import Reject

from .ledger import ledger_rows
from .output import Emitter, open_json_lines, open_output
from .record import kept, rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Names of the outputs, as the user gave them."""

    output: str | None = None
    """None or `-`: standard output."""
    format: str | None = None
    removed: str | None = None
    """The ledger; None: not written."""
    rejects: str | None = None
    """None: beside the output, where there are any."""
    overwrite: bool = False
    dry_run: bool = False

    @property
    def rejects_file(self) -> str | None:
        """Where rejects go; None where nobody said and the output is standard output.

        >>> Targets(output="out/clean.jsonl.zst").rejects_file, Targets(output="pages/").rejects_file
        ('out/clean.rejects.jsonl', 'pages.rejects.jsonl')
        """
        if self.rejects or self.output in (None, "-"):
            return self.rejects
        stem = str(self.output).rstrip("/")
        for suffix in (".gz", ".zst", ".jsonl"):
            stem = stem.removesuffix(suffix)
        return f"{stem}.rejects.jsonl"


class RunOutput:
    """A context: what was written appears at its end; where it ends by an exception, nothing does."""

    def __init__(self, targets: Targets) -> None:
        self._open: list[Emitter] = []
        try:
            self._records, self._ledger, self._rejects = self._emitters(targets)
        except BaseException:
            self._discard()
            raise

    def _emitters(self, targets: Targets) -> tuple[Emitter, Emitter, Emitter]:
        if targets.dry_run:
            return Nowhere(), Nowhere(), Nowhere()
        records = self._opened(open_output(targets.output, targets.format, overwrite=targets.overwrite))
        ledger = self._json_lines(targets.removed, targets)
        return records, ledger, self._json_lines(targets.rejects_file, targets, keep_empty=targets.rejects is not None)

    def _json_lines(self, name: str | None, targets: Targets, *, keep_empty: bool = True) -> Emitter:
        if name is None:
            return Nowhere()
        return self._opened(open_json_lines(name, overwrite=targets.overwrite, keep_empty=keep_empty))

    def _opened(self, emitter: Emitter) -> Emitter:
        self._open.append(emitter)
        return emitter

    def write(self, outcome: Document | Reject) -> None:
        """Put a document, or its reject, where it belongs."""
        if isinstance(outcome, Reject):
            self._rejects.write(rejected(outcome))
            return
        self._records.write(kept(outcome))
        if not isinstance(self._ledger, Nowhere):
            for row in ledger_rows(outcome):
                self._ledger.write(row)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _traceback: TracebackType | None) -> None:
        try:
            while kind is None and self._open:
                self._open[-1].commit()  # the records last: where they are, the ledger and the rejects are
                self._open.pop()
        finally:
            self._discard()

    def _discard(self) -> None:
        for emitter in self._open:
            emitter.discard()


class Nowhere:
    """Takes records and keeps none."""

    written = 0

    def write(self, record: Any) -> None: ...
    def commit(self) -> None: ...
    def discard(self) -> None: ...
