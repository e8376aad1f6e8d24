"""Chunks that can be looked into."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scutch.ingest.read.chunks import CHUNK_BYTES, Chunks, chunks_of, opened, regular_size
from scutch.raw import ReadError


@given(st.lists(st.binary()), st.lists(st.integers(0, 30), max_size=3))
def test_looking_takes_nothing_away(pieces: list[bytes], looks: list[int]) -> None:
    whole, chunks = b"".join(pieces), Chunks(pieces)
    for size in looks:
        head = chunks.peek(size)
        assert whole.startswith(head)
        assert len(head) >= min(size, len(whole))
    assert b"".join(chunks) == whole
    assert chunks.total == len(whole)


def test_looking_reads_no_more_than_it_must() -> None:
    chunks = Chunks(iter([b"abc", b"def", b"ghi"]))
    assert chunks.peek(4) == b"abcdef"
    assert chunks.total == 6


def broken() -> Iterator[bytes]:
    yield b"abc"
    raise ReadError("a", "is torn")


def test_an_error_that_a_look_meets_waits_until_what_is_before_it_has_been_read() -> None:
    chunks = Chunks(broken())
    assert chunks.peek(10) == b"abc"
    assert chunks.peek(10) == b"abc"
    rest = iter(chunks)
    assert next(rest) == b"abc"
    with pytest.raises(ReadError, match="is torn"):
        next(rest)


def test_a_chunk_is_what_is_there_and_never_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * (3 * CHUNK_BYTES + 1))
    with opened(str(path)) as file:
        assert [len(chunk) for chunk in chunks_of(file)] == [CHUNK_BYTES] * 3 + [1]


def test_the_size_is_known_of_a_file_and_not_of_what_has_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    with opened(str(tmp_path / "a")) as file:
        assert regular_size(file) == 5
    assert regular_size(io.BytesIO(b"12345")) is None


def test_standard_input_that_is_closed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ReadError, match="standard input is closed"), opened("-"):
        pass
