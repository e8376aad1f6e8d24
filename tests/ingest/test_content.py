"""Whether a file is a table, by its first line."""

import pytest

from scutch.ingest.read.content import is_table


@pytest.mark.parametrize(
    "line", [b'{"text": "a"}', b'{"id":1,"html":"<p>"}', b'\xef\xbb\xbf{"body":"eA=="}\r', b'{"text": null}']
)
def test_a_line_is_a_record(line: bytes) -> None:
    assert is_table(line)


@pytest.mark.parametrize(
    "line", [b"", b"{", b'{"id": 1}', b'["text"]', b'"text"', b"{{ text }}", b"[" * 100_000, b'{"text": "a"']
)
def test_a_line_is_none(line: bytes) -> None:
    assert not is_table(line)
