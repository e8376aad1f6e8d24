"""Which reader a file gets: by its suffix, or else by its content."""

from collections.abc import Iterator

from scutch.raw import RawDocument, Reject

from . import limits
from .binary import HEAD_BYTES
from .content import is_table
from .jsonl import read_jsonl
from .stream import Reader, Stream
from .whole import read_document

_read_text = read_document("text/plain")
_read_markdown = read_document("text/markdown")
_read_html = read_document("text/html")
_read_by_content = read_document(None)

READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
"""Each also packed: see `LAYERS`."""


def read_unknown(stream: Stream) -> Iterator[RawDocument | Reject]:
    """The documents of a file whose name says nothing."""
    reader = read_jsonl if is_table(_first_line(stream)) else _read_by_content
    return reader(stream)


def _first_line(stream: Stream) -> bytes:
    """The first line that is not blank, where it could be a record: with a page in it, longer than a first look."""
    size = HEAD_BYTES
    head = stream.chunks.peek(size)
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return b""
    while b"\n" not in head.lstrip() and size <= len(head) <= limits.MAX_DOCUMENT_BYTES:
        size = min(4 * len(head), limits.MAX_DOCUMENT_BYTES + 1)
        head = stream.chunks.peek(size)
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
