"""Where a body that is too long is cut."""

import pytest

from scutch.ingest.read import limits


@pytest.fixture(autouse=True)
def _ten_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 10)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (b"0123456789ab", b"0123456789"),
        ("012345678é".encode(), b"012345678"),
        ("01234567€x".encode(), b"01234567"),
        ("0123456😀x".encode(), b"0123456"),
        ("012345😀x".encode(), "012345😀".encode()),
        ("éàéàéàéà".encode("latin-1") * 2, ("éàéàéàéà".encode("latin-1") * 2)[:10]),
        (b"\x80" * 12, b"\x80" * 10),
        (("一" * 8).encode("utf-16"), ("一" * 8).encode("utf-16")[:10]),
    ],
)
def test_a_long_body_is_cut_where_a_character_begins(body: bytes, kept: bytes) -> None:
    assert limits.cut(body) == (kept, ("limit.bytes",))


def test_a_body_at_the_limit_is_whole() -> None:
    assert limits.cut(b"0123456789") == (b"0123456789", ())
