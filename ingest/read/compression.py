"""What lies around a file: gzip and Zstandard, unpacked in small steps; what is torn, corrupt or a bomb is said."""

import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

import zstandard

from scutch.raw import ReadError

from . import limits
from .chunks import Chunks

STEP_BYTES = 1 << 18
"""The most that is given at once."""

_GZIP_FEED = 16 * 1024
"""The library copies what follows a member: of a large chunk full of tiny members, thousands of times."""

_ZSTANDARD_FEED = 1024
"""Four bytes of Zstandard can stand for 128 KiB, and the library has no bound on what it gives: 32 MiB for so many."""

_SKIPPABLE = tuple(bytes([0x50 + kind]) + b"\x2a\x4d\x18" for kind in range(16))


class Decoder(Protocol):
    """Gives what the bytes stand for, through all members of a file."""

    whole: bool
    """Whether the last member has ended: what ends before is torn."""

    def feed(self, chunk: bytes) -> Iterator[bytes]: ...


class Gzip:
    """Members of gzip, one after the other, with zeros after the last as tape and block devices leave them."""

    def __init__(self) -> None:
        self.whole = True
        self._member = zlib.decompressobj(wbits=31)

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        for start in range(0, len(chunk), _GZIP_FEED):
            yield from self._feed(chunk[start : start + _GZIP_FEED])

    def _feed(self, chunk: bytes) -> Iterator[bytes]:
        while chunk:
            chunk = chunk.lstrip(b"\0") if self.whole else chunk
            if not chunk:
                return
            yield from self._step(chunk)
            chunk = self._member.unused_data
            self.whole = self._member.eof
            if self.whole:
                self._member = zlib.decompressobj(wbits=31)

    def _step(self, chunk: bytes) -> Iterator[bytes]:
        """What the chunk gives until it is used up or the member ends."""
        while True:
            piece = self._member.decompress(chunk, STEP_BYTES)
            yield piece
            chunk = self._member.unconsumed_tail
            # A full step may have more behind it although nothing is left of the chunk.
            if self._member.eof or (not chunk and len(piece) < STEP_BYTES):
                return


class Zstandard:
    """Frames of Zstandard, one after the other; frames that say nothing (pzstd writes them) are passed over."""

    def __init__(self) -> None:
        self.whole = True
        self._frame = zstandard.ZstdDecompressor().decompressobj()

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        for start in range(0, len(chunk), _ZSTANDARD_FEED):
            yield from self._feed(chunk[start : start + _ZSTANDARD_FEED])

    def _feed(self, chunk: bytes) -> Iterator[bytes]:
        while chunk:
            piece = self._frame.decompress(chunk)
            yield from (piece[start : start + STEP_BYTES] for start in range(0, len(piece), STEP_BYTES))
            self.whole = self._frame.eof
            chunk = self._frame.unused_data if self.whole else b""
            if self.whole:
                self._frame = zstandard.ZstdDecompressor().decompressobj()


class Layer(NamedTuple):
    """A way to pack a file: its name, how it begins, and what unpacks it."""

    name: str
    magic: tuple[bytes, ...]
    decoder: Callable[[], Decoder]


LAYERS = {
    ".gz": Layer("gzip", (b"\x1f\x8b\x08",), Gzip),
    ".zst": Layer("Zstandard", (b"\x28\xb5\x2f\xfd", *_SKIPPABLE), Zstandard),
}

MAX_LAYERS = 2
"""A server may pack what was packed; a file that unpacks to itself exists, and would never end."""


def unpacked(source: str, chunks: Chunks, suffix: str) -> Chunks:
    """The chunks without the layers around them, which their first bytes tell; the suffix must not lie."""
    if suffix and not chunks.peek(4).startswith(LAYERS[suffix].magic):
        raise ReadError(source, f"is not {LAYERS[suffix].name}, though its name ends in {suffix}; rename it")
    inner = chunks
    for _ in range(MAX_LAYERS):
        layer = next((layer for layer in LAYERS.values() if inner.peek(4).startswith(layer.magic)), None)
        if layer is None:
            break
        inner = Chunks(_unpacked(source, inner, layer=layer, packed=chunks))
    return inner


def _unpacked(source: str, chunks: Chunks, *, layer: Layer, packed: Chunks) -> Iterator[bytes]:
    decoder, given = layer.decoder(), 0
    try:
        for chunk in chunks:
            for piece in decoder.feed(chunk):
                given += len(piece)
                _refuse_bomb(source, given, packed.total)
                yield piece
    except (zlib.error, zstandard.ZstdError) as error:
        raise ReadError(source, f"is corrupt: {layer.name} cannot be unpacked ({error})") from error
    if not decoder.whole:
        raise ReadError(source, f"is cut short: {layer.name} ends before its end mark; fetch or copy the file again")


def _refuse_bomb(source: str, given: int, taken: int) -> None:
    if given > limits.MAX_DOCUMENT_BYTES and given > limits.MAX_EXPANSION * taken:
        mebibytes = given // 2**20
        raise ReadError(source, f"unpacks to over {mebibytes} MiB from {taken} bytes: a bomb; unpack it yourself first")
