"""A table of JSON records."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scutch.ingest.read import limits
from scutch.ingest.read.chunks import Chunks
from scutch.ingest.read.jsonl import MAX_RAW_CHARACTERS, read_jsonl
from scutch.ingest.read.stream import Stream
from scutch.raw import RawDocument, ReadError, Reject


def read(table: bytes, size: int = 1000) -> list[RawDocument | Reject]:
    pieces = (table[start : start + size] for start in range(0, len(table), size))
    return list(read_jsonl(Stream("a.jsonl", Chunks(pieces))))


def reject(line: bytes) -> Reject:
    (found,) = read(b'\n{"text": "before"}\n' + line + b'\n{"text": "after"}')[1:-1]
    assert isinstance(found, Reject)
    assert found.source == "a.jsonl:3"
    return found


values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=[]))
)
records = st.fixed_dictionaries(
    {"text": st.text(st.characters(exclude_categories=[]))}, optional={"note": values, "more": st.lists(values)}
)


@given(st.lists(records), st.integers(1, 50), st.booleans(), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_any_records_come_back_for_any_size_of_chunks(
    written: list[dict[str, Any]], size: int, ascii_only: bool, end: str
) -> None:
    lines = [json.dumps(record, ensure_ascii=ascii_only) for record in written]
    try:
        table = "".join(line + end for line in lines).encode()
    except UnicodeEncodeError:  # half of a surrogate pair is only written as an escape
        table = "".join(json.dumps(record) + end for record in written).encode()
    found = read(table, size)
    assert [
        {"text": one.body.decode("utf-8", "surrogatepass"), **one.extra}
        for one in found
        if isinstance(one, RawDocument)
    ] == written
    assert [one.source for one in found] == [
        f"a.jsonl:{1 + number * len(end.replace(chr(13), ''))}" for number in range(len(written))
    ]


def test_nothing_is_no_documents() -> None:
    assert read(b"") == []
    assert read(b"\n \n\t\r\n") == []


def test_marks_of_utf_8_are_passed_over() -> None:
    table = b'\xef\xbb\xbf{"text": "a"}\n\xef\xbb\xbf{"text": "b"}\n'
    assert [one.body for one in read(table) if isinstance(one, RawDocument)] == [b"a", b"b"]


EXPECTED = 'expected one JSON object a line, with "html", "text" or "body"'


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "a"', f"line 3, column 13: not JSON (expecting ',' delimiter); {EXPECTED}"),
        (b"plain", f"line 3, column 1: not JSON (expecting value); {EXPECTED}"),
        (b'["text"]', f"line 3, not an object; {EXPECTED}"),
        (b'{"text": "caf\xe9"}', "line 3, byte 14: not UTF-8; convert the file with iconv -t UTF-8"),
        (b'{"text": 5}', 'line 3, "text" is a number; expected a string'),
        (b'{"text": null}', 'line 3, the record has no "html", "text" or "body" (a string); it has "text"'),
        (b'{"text": ' + b"[" * 99_999, f"line 3, not JSON that can be read (nested too deeply); {EXPECTED}"),
        (
            b'{"x": ' + b"9" * 9_999 + b"}",
            f"line 3, not JSON that can be read (a number with too many digits); {EXPECTED}",
        ),
    ],
    ids=["torn", "plain", "list", "latin", "number", "null", "deep", "digits"],
)
def test_a_broken_line_is_rejected_with_its_place_and_the_others_are_read(line: bytes, reason: str) -> None:
    found = reject(line)
    assert found.reason == reason
    assert found.extra["raw"] == line.decode("utf-8", "replace")[:MAX_RAW_CHARACTERS]


def test_a_reject_keeps_the_id_and_the_url() -> None:
    found = reject(b'{"id": 7, "url": "https://a.b/"}')
    assert (found.id, found.url) == ("7", "https://a.b/")


def test_what_python_writes_and_json_forbids_is_read() -> None:
    half, number = read(b'{"text": "\\ud800"}\n{"text": "a", "x": -Infinity}')
    assert isinstance(half, RawDocument)
    assert half.body == b"\xed\xa0\x80"
    assert isinstance(number, RawDocument)
    assert number.extra == {"x": float("-inf")}


def test_a_line_that_is_too_long_is_rejected_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LINE_BYTES", 30)
    long, after = read(b'{"text": "' + b"x" * 50 + b'"}\n{"text": "after"}')
    assert isinstance(long, Reject)
    assert long.reason.startswith("line 1, which is over ")
    assert long.extra["raw"].startswith('{"text": "xxx')
    assert isinstance(after, RawDocument)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_table_in_utf_16_is_one_reject_and_not_one_a_line(encoding: str) -> None:
    with pytest.raises(ReadError, match="JSONL is UTF-8"):
        read('{"text": "a"}\n{"text": "b"}\n'.encode(encoding))


def test_a_picture_that_is_called_a_table_is_said() -> None:
    with pytest.raises(ReadError, match="looks like a PNG picture"):
        read(b"\x89PNG\r\n\x1a\n\0\0\0")
