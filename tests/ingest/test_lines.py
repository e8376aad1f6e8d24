"""Lines out of chunks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scutch.ingest.read import limits
from scutch.ingest.read.chunks import Chunks
from scutch.ingest.read.lines import BEGINNING_BYTES, Line, lines
from scutch.ingest.read.stream import Stream
from scutch.raw import ReadError


def lines_of(text: bytes, size: int) -> list[Line]:
    pieces = (text[start : start + size] for start in range(0, len(text), size))
    return list(lines(Stream("a", Chunks(pieces))))


@given(st.lists(st.binary().map(lambda line: line.replace(b"\n", b""))), st.integers(1, 20), st.booleans())
def test_the_size_of_the_chunks_changes_nothing(wanted: list[bytes], size: int, marked: bool) -> None:
    text = b"".join(line + b"\n" for line in wanted)
    expected = [Line(number, line) for number, line in enumerate(wanted, 1)]
    if not text.startswith(b"\xef\xbb\xbf"):
        assert lines_of(b"\xef\xbb\xbf" * marked + text, size) == expected


def test_the_last_line_needs_no_end() -> None:
    assert lines_of(b"a\nb", 10) == [Line(1, b"a"), Line(2, b"b")]
    assert lines_of(b"", 10) == []


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_a_line_that_is_too_long_is_passed_over_and_the_next_is_read(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_LINE_BYTES", 10)
    found = lines_of(b"short\n" + b"x" * 50 + b"\n0123456789\nlast", size)
    assert [(line.number, line.is_whole) for line in found] == [(1, True), (2, False), (3, True), (4, True)]
    assert [line.content for line in found if line.is_whole] == [b"short", b"0123456789", b"last"]
    assert (b"x" * 50).startswith(found[1].content)


def test_of_a_line_that_is_too_long_only_the_beginning_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LINE_BYTES", 2**20)
    (line,) = lines_of(b"x" * (2**20 + 1), 2**16)
    assert line == Line(1, b"x" * BEGINNING_BYTES, is_whole=False)


def test_a_line_that_does_not_end_ends_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LINE_BYTES", 10)
    monkeypatch.setattr(limits, "MAX_SKIPPED_BYTES", 90)
    chunks = Chunks(b"x" * 10 for _ in range(10**9))
    with pytest.raises(ReadError, match="line 1 does not end; it and the rest of the file are not read"):
        list(lines(Stream("a", chunks)))
    assert chunks.total < 200
