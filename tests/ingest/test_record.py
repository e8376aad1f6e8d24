"""A record of a table, as a document."""

import base64
import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scutch.ingest.read import limits
from scutch.ingest.read.record import document_of
from scutch.raw import RawDocument, ReadError

NAMES = {"html", "body", "text", "id", "url", "media_type", "charset", "fetched_at"}


def packed(body: bytes) -> str:
    return base64.b64encode(body).decode()


def document(**record: Any) -> RawDocument:
    return document_of(record, "a:1")


def test_each_content_has_its_type_and_charset() -> None:
    assert document(html="<p>é") == RawDocument("<p>é".encode(), "a:1", media_type="text/html", charset="utf-8")
    assert document(text="é") == RawDocument("é".encode(), "a:1", media_type="text/plain", charset="utf-8")
    assert document(body=packed(b"\xe9")) == RawDocument(b"\xe9", "a:1", media_type="text/plain")


def test_what_is_known_goes_to_its_place_and_the_rest_is_carried() -> None:
    found = document(text="a", id="7", url="https://a.b/", fetched_at="2024-01-05T10:00:00Z", score=1, tags=["x"])
    assert (found.id, found.url, found.fetched_at) == ("7", "https://a.b/", "2024-01-05T10:00:00Z")
    assert found.extra == {"score": 1, "tags": ["x"]}


@pytest.mark.parametrize(
    ("value", "identifier"), [("a", "a"), (5, "5"), (0, "0"), (1.5, "1.5"), (10**30, "1" + "0" * 30)]
)
def test_an_id_may_be_a_number(value: object, identifier: str) -> None:
    assert document(text="a", id=value).id == identifier
    assert document(text="a", id=value).extra == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", True), ("id", [1]), ("id", None), ("id", ""), ("url", 5), ("url", None), ("fetched_at", 1700000000),
     ("fetched_at", "yesterday"), ("media_type", 5), ("charset", 5)],
)  # fmt: skip
def test_a_field_of_the_wrong_type_is_carried_and_the_document_is_read(name: str, value: object) -> None:
    found = document(body=packed(b"a"), **{name: value})
    assert found == RawDocument(b"a", "a:1", media_type="text/plain", extra={name: value})


@pytest.mark.parametrize(
    ("record", "body", "extra"),
    [
        ({"text": "t", "html": "<p>"}, b"<p>", {"text": "t"}),
        ({"text": "t", "body": packed(b"b")}, b"b", {"text": "t"}),
        ({"text": "t", "html": None}, b"t", {"html": None}),
        ({"text": "t", "html": ""}, b"t", {"html": ""}),
        ({"text": "", "html": None}, b"", {"html": None}),
        ({"text": ""}, b"", {}),
    ],
)
def test_the_richest_content_that_is_not_empty_is_taken_and_the_others_are_carried(
    record: dict[str, Any], body: bytes, extra: dict[str, Any]
) -> None:
    found = document(**record)
    assert (found.body, found.extra) == (body, extra)


def test_the_type_of_a_text_is_what_the_record_says() -> None:
    assert document(text="# a", media_type="text/markdown").media_type == "text/markdown"
    assert document(text="# a", media_type="Text/X-Markdown; charset=latin-1").media_type == "text/markdown"
    assert document(text="<p>", media_type="text/html").extra == {}


def test_a_charset_is_said_by_the_field_before_the_type_and_only_of_bytes() -> None:
    header = "text/html; charset='koi8-r'"
    assert document(body=packed(b"\xe9"), media_type=header).charset == "koi8-r"
    assert document(body=packed(b"\xe9"), media_type=header, charset="cp1251").charset == "cp1251"
    found = document(html="<p>", charset="cp1251")
    assert (found.charset, found.extra) == ("utf-8", {"charset": "cp1251"})


def test_bytes_of_an_unknown_type_are_looked_at() -> None:
    assert document(body=packed(b"<!doctype html><p>")).media_type == "text/html"
    assert document(body=packed(b"")).media_type == "text/plain"
    assert document(body="aGVs\nbG8=\n").body == b"hello"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, 'the record has no "html", "text" or "body" (a string); it has nothing'),
        (
            {"content": 1, "\x1b[2J": 2},
            'the record has no "html", "text" or "body" (a string); it has "content", "\\u001b[2J"',
        ),
        (
            dict.fromkeys("abcdefg", 1),
            'the record has no "html", "text" or "body" (a string); it has "a", "b", "c", "d", "e", …',
        ),
        ({"text": None}, 'the record has no "html", "text" or "body" (a string); it has "text"'),
        ({"text": 5}, '"text" is a number; expected a string'),
        ({"text": ["a"]}, '"text" is a list; expected a string'),
        ({"html": {}}, '"html" is an object; expected a string'),
        ({"body": True}, '"body" is true or false; expected a string of base64'),
        (
            {"body": "häh"},
            '"body" is not base64 (string argument should contain only ascii characters); plain text goes in "text"',
        ),
        ({"body": "abc"}, '"body" is not base64 (incorrect padding); plain text goes in "text"'),
        ({"body": packed(b"%PDF-1.4")}, '"body" looks like a PDF; expected HTML or text'),
        ({"body": packed(bytes(99))}, '"body" looks like a binary file; expected HTML or text'),
    ],
)
def test_what_is_no_document_is_said(record: dict[str, Any], reason: str) -> None:
    with pytest.raises(ReadError) as raised:
        document_of(record, "a:1")
    assert raised.value.problem == reason


def test_half_of_a_surrogate_pair_survives() -> None:
    assert document(text="a\ud800b").body.decode("utf-8", "surrogatepass") == "a\ud800b"


def test_a_text_over_the_limit_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 4)
    found = document(text="aéé€")
    assert (found.body, found.flags, found.size) == ("aé".encode(), ("limit.bytes",), 8)


@given(
    st.text(),
    st.dictionaries(st.text().filter(lambda key: key not in NAMES), st.integers()),
    st.none() | st.datetimes().map(datetime.datetime.isoformat),
)  # fmt: skip
def test_nothing_of_a_record_is_lost(text: str, others: dict[str, int], fetched_at: str | None) -> None:
    found = document_of({"text": text, "fetched_at": fetched_at, **others}, "a:1")
    assert found.body == text.encode()
    assert found.fetched_at == fetched_at
    assert {key: value for key, value in found.extra.items() if value is not None} == others
