"""A file that is one document."""

from collections.abc import Iterator

from scutch.raw import RawDocument, ReadError, media_type_of

from . import limits
from .binary import HEAD_BYTES, binary_kind
from .stream import Reader, Stream

READABLE = "plain text, Markdown, HTML and JSONL, each also as .gz or .zst"
"""The end of every sentence that says what scutch does not read."""


def read_document(media_type: str | None) -> Reader:
    """A reader of files of one type; None: each file's content decides."""

    def read(stream: Stream) -> Iterator[RawDocument]:
        refuse_binary(stream)
        body, flags = limits.cut(_beginning(stream))
        yield RawDocument(
            body,
            source=stream.source,
            media_type=media_type or media_type_of(body),
            flags=flags,
            size=stream.size if flags else None,
        )

    return read


def refuse_binary(stream: Stream) -> None:
    kind = binary_kind(stream.chunks.peek(HEAD_BYTES))
    if kind is not None:
        raise ReadError(stream.source, f"looks like {kind}; scutch reads {READABLE}")


def _beginning(stream: Stream) -> bytes:
    """The whole file, or a little more than the limit."""
    pieces: list[bytes] = []
    taken = 0
    for chunk in stream.chunks:
        pieces.append(chunk)
        taken += len(chunk)
        if taken > limits.MAX_DOCUMENT_BYTES:
            break
    return b"".join(pieces)
