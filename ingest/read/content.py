"""Whether a file is a table of JSON records, by its first line."""

import codecs

import msgspec

CONTENT_FIELDS = ("html", "body", "text")
"""Where a record has its document, the richest first."""


def is_table(first_line: bytes) -> bool:
    """Whether the line is a record: a whole JSON object that has a document."""
    try:
        record = msgspec.json.decode(first_line.removeprefix(codecs.BOM_UTF8))
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and any(name in record for name in CONTENT_FIELDS)
