"""What is too much of one thing, and where a body that is too long is cut."""

import codecs
from typing import NamedTuple

MAX_DOCUMENT_BYTES = 64 * 2**20
"""No page that a person wrote comes near (the Bible has 4.5 MiB); decoding takes several times as much."""

MAX_LINE_BYTES = 256 * 2**20
"""A JSONL line: a whole document with every byte escaped (`\\u00e9` is six for two), and its metadata."""

MAX_SKIPPED_BYTES = 2**30
"""Of a line that is too long, so much is read to find its end; a file without line ends must not take all day."""

MAX_EXPANSION = 200
"""Bytes out for one byte in. HTML gives 5 to 30, a log 50, a bomb 1,000 and more."""

_BOMS_OF_WIDE_TEXT = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # UTF-32's little-endian mark begins with UTF-16's


class Cut(NamedTuple):
    """A body within the limit, and whether it was longer."""

    body: bytes
    flags: tuple[str, ...] = ()


def cut(body: bytes) -> Cut:
    """The body, or its beginning up to the limit: not amid a character, where it is UTF-8."""
    if len(body) <= MAX_DOCUMENT_BYTES:
        return Cut(body)
    return Cut(body[: _boundary(body, MAX_DOCUMENT_BYTES)], ("limit.bytes",))


def _boundary(body: bytes, limit: int) -> int:
    """The last place up to the limit where a character of UTF-8 begins; the limit itself where the bytes are none."""
    if body.startswith(_BOMS_OF_WIDE_TEXT):
        return limit
    start = next((limit - back for back in range(4) if body[limit - back] & 0xC0 != 0x80), limit)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body[start:limit])
    except UnicodeDecodeError:
        return limit
    return start
