"""Records out: to standard output, to JSON lines, to a folder; with them the ledger and the rejects."""

from .output import FORMATS, Emitter
from .record import SCHEMA, Record, kept, rejected
from .run import RunOutput, Targets

__all__ = ["FORMATS", "SCHEMA", "Emitter", "Record", "RunOutput", "Targets", "kept", "rejected"]
