"""A file on its way in."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scutch.raw import RawDocument, Reject

from .chunks import Chunks


class Stream(NamedTuple):
    """The bytes of one input, unpacked, and what its documents are called by."""

    source: str
    chunks: Chunks
    size: int | None = None
    """Bytes in all, where that is known before they are read."""


Reader = Callable[[Stream], Iterator[RawDocument | Reject]]
"""Gives one document at a time. What ends the file is a ReadError or an OSError."""
