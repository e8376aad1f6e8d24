"""The bytes of a file as chunks: counted, and looked at before they are read."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from scutch.raw import ReadError

CHUNK_BYTES = 256 * 1024
"""Read at once: larger is no faster, and a slow pipe gives what it has."""


class Chunks:
    """An iterator over chunks that knows how many bytes have gone through and can be looked into."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._rest = iter(chunks)
        self._held: list[bytes] = []
        self._error: ReadError | OSError | None = None
        self.total = 0
        """Bytes that have been taken from what is beneath, also those that were only looked at."""

    def peek(self, size: int) -> bytes:
        """At least so many bytes of what comes next, or all that there are.

        An error behind the first bytes waits until they have been read: what is whole before it must not be lost.
        """
        head = b"".join(self._held)
        held, length = [head], len(head)
        try:
            while length < size and self._error is None and (chunk := next(self._rest, None)) is not None:
                self.total += len(chunk)
                length += len(chunk)
                held.append(chunk)
        except (ReadError, OSError) as error:
            if not length:
                raise
            self._error = error
        self._held = [b"".join(held)]
        return self._held[0]

    def __iter__(self) -> Iterator[bytes]:
        while self._held:
            yield self._held.pop(0)
        if self._error is not None:
            raise self._error
        for chunk in self._rest:
            self.total += len(chunk)
            yield chunk


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The file, open; standard input stays open afterwards."""
    if path == "-":
        yield _standard_input()
        return
    file_path = Path(path)
    if file_path.is_socket():
        raise ReadError(path, "is a socket; scutch reads files, pipes and standard input")
    with file_path.open("rb") as file:
        yield file


def _standard_input() -> IO[bytes]:
    file: IO[bytes] | None = getattr(sys.stdin, "buffer", None)
    if file is None:
        raise ReadError("-", "standard input is closed; name a file, or pipe one in")
    return file


def chunks_of(file: IO[bytes]) -> Iterator[bytes]:
    """What is there, as soon as it is there: `read` would wait until a pipe has filled the chunk."""
    read = getattr(file, "read1", file.read)
    while chunk := read(CHUNK_BYTES):
        yield chunk


def regular_size(file: IO[bytes]) -> int | None:
    """The size of a file on a disk; None of what has none beforehand."""
    try:
        status = os.fstat(file.fileno())
    except OSError:  # io.UnsupportedOperation too: standard input that is not a file
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
