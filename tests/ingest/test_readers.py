"""Which reader a file gets."""

import json

import pytest

from scutch.ingest.read import limits
from scutch.ingest.read.chunks import Chunks
from scutch.ingest.read.readers import READERS, read_unknown
from scutch.ingest.read.stream import Stream
from scutch.raw import RawDocument


def read(body: bytes, size: int = 500) -> list[tuple[str, str | None]]:
    pieces = (body[start : start + size] for start in range(0, len(body), size))
    found = list(read_unknown(Stream("-", Chunks(pieces))))
    assert all(isinstance(one, RawDocument) for one in found)
    return [(one.source, one.media_type) for one in found if isinstance(one, RawDocument)]


def test_a_table_is_known_by_its_first_line() -> None:
    assert read(b'\xef\xbb\xbf\n{"text": "a"}\n{"html": "b"}\n') == [("-:2", "text/plain"), ("-:3", "text/html")]


@pytest.mark.parametrize("length", [10, 5_000, 300_000])
def test_a_table_is_known_by_a_first_line_that_is_longer_than_the_first_look(length: int) -> None:
    record = json.dumps({"id": 1, "html": "<p>" + "x" * length}).encode()
    assert read(record) == [("-:1", "text/html")]
    assert read(record + b"\n" + record) == [("-:1", "text/html"), ("-:2", "text/html")]


def test_a_first_line_without_an_end_is_looked_at_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 20_000)
    chunks = Chunks(b"{" + b"x" * 999 for _ in range(10**6))
    (document,) = read_unknown(Stream("-", chunks))
    assert isinstance(document, RawDocument)
    assert chunks.total < 30_000


@pytest.mark.parametrize(
    "body", [b"words", b"", b'{\n  "text": "pretty"\n}', b'{"id": 1}\n', b"{{ braces }}", b'["text"]']
)
def test_other_text_is_one_document(body: bytes) -> None:
    assert read(body) == [("-", "text/plain")]


def test_a_page_is_known() -> None:
    assert read(b"<!doctype html><p>Hello.") == [("-", "text/html")]


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [(".txt", "text/plain"), (".text", "text/plain"), (".md", "text/markdown"), (".markdown", "text/markdown"),
     (".html", "text/html"), (".htm", "text/html"), (".xhtml", "text/html")],
)  # fmt: skip
def test_a_suffix_decides_before_the_content(suffix: str, media_type: str) -> None:
    for body in (b"<!doctype html>", b"words", b'{"text": "a"}'):
        (document,) = READERS[suffix](Stream("a", Chunks([body])))
        assert isinstance(document, RawDocument)
        assert (document.media_type, document.body) == (media_type, body)
