"""Standard output: the text of one document, JSON lines for several."""

import re
import sys
from typing import BinaryIO

from scutch.raw import EmitError

from .jsonl import encode
from .markdown import as_markdown, as_plain
from .record import Record

_CONTROL_RE = re.compile("[\x7f-\x9f]")


class StandardOutput:
    """Records to standard output, as they come. What format one document has, the second one decides."""

    def __init__(self, format_name: str | None, stream: BinaryIO | None = None) -> None:
        self._stream = stream or sys.stdout.buffer
        self._format = format_name
        self._first: Record | None = None
        self.written = 0

    def write(self, record: Record) -> None:
        self.written += 1
        if self._format is None and self.written == 1:
            self._first = record
            return
        if self._first is not None:
            self._put(self._first, "jsonl")
            self._first = None
        self._put(record, self._format or "jsonl")

    def _put(self, record: Record, format_name: str) -> None:
        try:
            self._stream.write(self._formatted(record, format_name))
            self._stream.flush()
        except BrokenPipeError:
            raise  # the reader has what it wanted: no error, and click ends quietly
        except OSError as error:
            raise EmitError("standard output", f"cannot write ({error.strerror or error})") from error

    def _formatted(self, record: Record, format_name: str) -> bytes:
        if format_name == "text":
            return as_plain(record).encode("utf-8", "replace")
        if format_name == "md":
            return as_markdown(record).encode("utf-8", "replace")
        line = encode(record)
        if not self._stream.isatty():
            return line
        # JSON escapes U+0000 to U+001F alone; a terminal obeys U+009B too.
        return _CONTROL_RE.sub(lambda found: f"\\u{ord(found[0]):04x}", line.decode()).encode()

    def commit(self) -> None:
        if self._first is not None:
            self._put(self._first, "text")
            self._first = None

    def discard(self) -> None:
        """What was written stands: a pipe has read it."""
