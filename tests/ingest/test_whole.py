"""A file that is one document."""

import pytest

from scutch.ingest.read import limits
from scutch.ingest.read.chunks import Chunks
from scutch.ingest.read.stream import Stream
from scutch.ingest.read.whole import read_document
from scutch.raw import RawDocument, ReadError


def read(*chunks: bytes, media_type: str | None = "text/plain", size: int | None = None) -> RawDocument:
    (document,) = read_document(media_type)(Stream("a", Chunks(chunks), size))
    assert isinstance(document, RawDocument)
    return document


def test_the_body_is_every_byte_as_it_came() -> None:
    assert read(b"\xef\xbb\xbfa\r\n", b"\xff b") == RawDocument(
        b"\xef\xbb\xbfa\r\n\xff b", "a", media_type="text/plain"
    )


def test_an_empty_file_is_an_empty_document() -> None:
    assert read() == RawDocument(b"", "a", media_type="text/plain")
    assert read(media_type=None).media_type == "text/plain"


def test_without_a_type_the_content_decides() -> None:
    assert read(b"<!doctype html>", media_type=None).media_type == "text/html"
    assert read(b"words", media_type=None).media_type == "text/plain"


@pytest.mark.parametrize("size", [None, 1000])
def test_a_file_over_the_limit_is_cut_and_the_rest_is_not_read(
    size: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 10)
    chunks = Chunks(b"abc" for _ in range(10_000))
    (document,) = read_document("text/plain")(Stream("a", chunks, size))
    assert document == RawDocument(b"abcabcabca", "a", media_type="text/plain", flags=("limit.bytes",), size=size)
    assert chunks.total < 5000


def test_a_file_at_the_limit_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 10)
    assert read(b"0123456789", size=10) == RawDocument(b"0123456789", "a", media_type="text/plain")


def test_what_is_no_text_is_said_whatever_its_name() -> None:
    with pytest.raises(ReadError, match="looks like a PDF; scutch reads plain text, Markdown, HTML and JSONL"):
        read(b"%PDF-1.4")
    with pytest.raises(ReadError, match="looks like a binary file; scutch reads"):
        read(bytes(100))
