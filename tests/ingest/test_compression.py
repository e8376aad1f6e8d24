"""Layers around a file, and what is wrong with them."""

import gzip
import random
import resource
import zlib
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from scutch.ingest.read import limits
from scutch.ingest.read.chunks import Chunks
from scutch.ingest.read.compression import LAYERS, MAX_LAYERS, STEP_BYTES, unpacked
from scutch.raw import ReadError

PACKERS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".zst": zstandard.compress}
NOISE = random.Random(0).randbytes(50_000)
EMPTY_FRAME = b"\x50\x2a\x4d\x18\x04\x00\x00\x00abcd"  # a skippable frame, as pzstd writes them

suffixes = pytest.mark.parametrize("suffix", PACKERS)


def unpack(packed: bytes, suffix: str = "", *, size: int = 7_000) -> bytes:
    pieces = (packed[start : start + size] for start in range(0, len(packed), size))
    return b"".join(unpacked("a", Chunks(pieces), suffix))


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=4), st.integers(1, 50), st.sampled_from(list(PACKERS)))
def test_every_member_and_frame_is_read_through(members: list[bytes], size: int, suffix: str) -> None:
    packed = b"".join(map(PACKERS[suffix], members))
    first = b"x" + members[0]  # so that what comes out does not look packed by chance
    assert unpack(PACKERS[suffix](first) + packed, suffix, size=size) == first + b"".join(members)


@suffixes
def test_what_does_not_get_smaller_and_what_does_come_out_whole(suffix: str) -> None:
    for body in (NOISE * 40, b"text\n" * 200_000, b" " * (STEP_BYTES * 2), b""):
        assert unpack(PACKERS[suffix](body), suffix) == body


@suffixes
def test_a_layer_is_known_by_its_first_bytes_without_a_suffix(suffix: str) -> None:
    assert unpack(PACKERS[suffix](b"text")) == b"text"


def test_what_is_not_packed_passes_as_it_is() -> None:
    assert unpack(b"text") == b"text"
    assert unpack(b"") == b""


def test_zeros_after_gzip_and_empty_frames_before_zstandard_are_padding() -> None:
    assert unpack(gzip.compress(b"a") + bytes(600) + gzip.compress(b"b") + bytes(600), size=512) == b"ab"
    assert unpack(EMPTY_FRAME + zstandard.compress(b"a") + EMPTY_FRAME + zstandard.compress(b"b")) == b"ab"


@suffixes
@pytest.mark.parametrize("left", [5, 20, 30_000, 49_990])
def test_a_torn_layer_gives_what_it_has_and_then_an_error(suffix: str, left: int) -> None:
    given = b""
    with pytest.raises(ReadError, match="is cut short"):  # noqa: PT012
        for chunk in unpacked("a", Chunks([PACKERS[suffix](NOISE)[:left]]), suffix):
            given += chunk
    assert NOISE.startswith(given)
    assert given or left < 40_000 or suffix == ".zst"  # Zstandard gives nothing before the end of a block


@suffixes
def test_a_corrupt_layer_is_said(suffix: str) -> None:
    packed = bytearray(PACKERS[suffix](b"text " * 1000))
    packed[-6 if suffix == ".gz" else 9] ^= 0xFF
    with pytest.raises(ReadError, match=r"is corrupt: (gzip|Zstandard) cannot be unpacked"):
        unpack(bytes(packed), suffix)


@suffixes
def test_rubbish_after_the_end_is_said(suffix: str) -> None:
    with pytest.raises(ReadError, match="is corrupt"):
        unpack(PACKERS[suffix](b"text") + b"rubbish that is no member", suffix)


@suffixes
@pytest.mark.parametrize("body", [b"", b"plain text", b"\x1f"])
def test_a_suffix_must_not_lie(suffix: str, body: bytes) -> None:
    with pytest.raises(ReadError, match=f"though its name ends in {suffix}"):
        unpack(body, suffix)


def test_what_is_packed_twice_is_read_and_more_layers_are_left_to_the_content() -> None:
    body = b"text"
    for _ in range(MAX_LAYERS):
        body = gzip.compress(body)
    assert unpack(body) == b"text"
    assert unpack(gzip.compress(body)).startswith(b"\x1f\x8b")


def bomb(suffix: str, mebibytes: int) -> bytes:
    step = bytes(2**20)
    packer = zlib.compressobj(wbits=31) if suffix == ".gz" else zstandard.ZstdCompressor().compressobj()
    return b"".join(packer.compress(step) for _ in range(mebibytes)) + packer.flush()


@suffixes
def test_a_bomb_is_refused_in_little_memory(suffix: str) -> None:
    packed = bomb(suffix, 300)
    before, given = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 0
    with pytest.raises(ReadError, match="a bomb"):  # noqa: PT012
        for chunk in unpacked("a", Chunks([packed]), suffix):
            given += len(chunk)
    assert given <= limits.MAX_DOCUMENT_BYTES + STEP_BYTES
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


@suffixes
def test_a_bomb_in_a_layer_is_measured_by_the_file(suffix: str) -> None:
    with pytest.raises(ReadError, match="a bomb"):
        list(unpacked("a", Chunks([gzip.compress(bomb(suffix, 65))]), ".gz"))


@suffixes
def test_what_is_only_small_or_only_dense_is_no_bomb(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(unpack(bomb(suffix, 20), suffix)) == 20 * 2**20
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 1000)
    assert unpack(PACKERS[suffix](NOISE * 40), suffix) == NOISE * 40


def test_every_layer_has_its_test() -> None:
    assert LAYERS.keys() == PACKERS.keys()
