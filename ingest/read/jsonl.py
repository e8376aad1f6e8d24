"""A table of JSON records, one on a line."""

import codecs
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from scutch.raw import RawDocument, ReadError, Reject

from . import limits
from .lines import Line, lines
from .record import document_of, known_fields
from .stream import Stream
from .whole import refuse_binary

MAX_RAW_CHARACTERS = 10_000
"""Of a line that could not be read: enough to see what is wrong with it."""

_EXPECTED = 'expected one JSON object a line, with "html", "text" or "body"'

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

_decode = msgspec.json.Decoder().decode


def read_jsonl(stream: Stream) -> Iterator[RawDocument | Reject]:
    """A document a line, or a Reject of that line; blank lines are passed over."""
    refuse_binary(stream)
    if stream.chunks.peek(4).startswith(_WIDE_MARKS):
        raise ReadError(stream.source, "is UTF-16 or UTF-32; JSONL is UTF-8: convert it with iconv -t UTF-8")
    for line in lines(stream):
        if line.content and not line.content.isspace():
            yield _read_line(line, f"{stream.source}:{line.number}")


def _read_line(line: Line, source: str) -> RawDocument | Reject:
    record: dict[str, Any] = {}
    try:
        record = _parsed(line, source)
        return document_of(record, source)
    except ReadError as error:
        known = known_fields(record)
        raw = line.content[: 4 * MAX_RAW_CHARACTERS].decode("utf-8", "replace")[:MAX_RAW_CHARACTERS]
        reason = f"line {line.number}, {error.problem}"
        return Reject(source, reason, id=known.get("id"), url=known.get("url"), extra={"raw": raw})


def _parsed(line: Line, source: str) -> dict[str, Any]:
    if not line.is_whole:
        raise ReadError(source, f"which is over {limits.MAX_LINE_BYTES // 2**20} MiB long, is not read")
    try:
        record = _decode(line.content)
    except (ValueError, RecursionError):
        record = _parsed_leniently(line.content, source)
    if not isinstance(record, dict):
        raise ReadError(source, f"not an object; {_EXPECTED}")
    return record


def _parsed_leniently(content: bytes, source: str) -> object:
    """What msgspec refuses and people write: half of a surrogate pair, `NaN`, a mark where two files were joined."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError(source, f"byte {error.start + 1}: not UTF-8; convert the file with iconv -t UTF-8") from error
    except json.JSONDecodeError as error:
        problem = f"{error.msg[:1].lower()}{error.msg[1:]}"
        raise ReadError(source, f"column {error.pos + 1}: not JSON ({problem}); {_EXPECTED}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(source, f"not JSON that can be read ({_first_words(error)}); {_EXPECTED}") from error


def _first_words(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else "a number with too many digits"
