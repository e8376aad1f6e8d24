"""Lines out of chunks, with a limit on what one line may hold."""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from scutch.raw import ReadError

from . import limits
from .stream import Stream

BEGINNING_BYTES = 64 * 1024
"""Kept of a line that is too long, to show what it was."""


class Line(NamedTuple):
    """A line without its end; of one that is too long, the beginning."""

    number: int
    content: bytes
    is_whole: bool = True


class _Unfinished:
    """A line whose end has not come yet."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.length = 0

    def add(self, piece: bytes) -> None:
        self.length += len(piece)
        if self.length <= limits.MAX_LINE_BYTES:
            self.pieces.append(piece)
        elif len(self.pieces) != 1 or len(self.pieces[0]) > BEGINNING_BYTES:
            self.pieces = [b"".join(self.pieces)[:BEGINNING_BYTES] or piece[:BEGINNING_BYTES]]

    def ended(self, number: int) -> Line:
        return Line(number, b"".join(self.pieces), self.length <= limits.MAX_LINE_BYTES)


def lines(stream: Stream) -> Iterator[Line]:
    """The lines, numbered from 1, without their ends and without the mark of UTF-8 before the first."""
    number, unfinished = 1, _Unfinished()
    for chunk in _without_mark(stream):
        *ended, last = chunk.split(b"\n")
        for piece in ended:
            unfinished.add(piece)
            yield unfinished.ended(number)
            number, unfinished = number + 1, _Unfinished()
        unfinished.add(last)
        if unfinished.length > limits.MAX_LINE_BYTES + limits.MAX_SKIPPED_BYTES:
            raise ReadError(stream.source, f"line {number} does not end; it and the rest of the file are not read")
    if unfinished.length:
        yield unfinished.ended(number)


def _without_mark(stream: Stream) -> Iterator[bytes]:
    marked = stream.chunks.peek(len(codecs.BOM_UTF8)).startswith(codecs.BOM_UTF8)
    for chunk in stream.chunks:
        yield chunk.removeprefix(codecs.BOM_UTF8) if marked else chunk
        marked = False
