"""From inputs to documents: what goes wrong with one becomes a Reject, and the others go on."""

from collections.abc import Iterable, Iterator

from scutch.raw import RawDocument, ReadError, Reject

from .chunks import Chunks, chunks_of, opened, regular_size
from .compression import unpacked
from .inputs import Input
from .readers import READERS, read_unknown
from .stream import Stream
from .suffixes import NOT_READ, suffix_of
from .whole import READABLE


def read(inputs: Iterable[Input | Reject]) -> Iterator[RawDocument | Reject]:
    """The documents of the inputs, in order, one in memory at a time; a Reject that is given is passed on."""
    for found in inputs:
        if isinstance(found, Reject):
            yield found
        else:
            yield from _read_one(found)


def _read_one(found: Input) -> Iterator[RawDocument | Reject]:
    try:
        yield from _documents(found)
    except ReadError as error:
        yield Reject(found.source, error.problem)
    except OSError as error:
        yield Reject(found.source, f"cannot be read ({error.strerror or error})")


def _documents(found: Input) -> Iterator[RawDocument | Reject]:
    suffix = suffix_of(found.path)
    if suffix.kind in NOT_READ:
        raise ReadError(found.source, f"is {NOT_READ[suffix.kind]}, which scutch does not read; it reads {READABLE}")
    with opened(found.path) as file:
        chunks = Chunks(chunks_of(file))
        inner = unpacked(found.source, chunks, suffix.layer)
        size = regular_size(file) if inner is chunks else None
        yield from READERS.get(suffix.kind, read_unknown)(Stream(found.source, inner, size))
