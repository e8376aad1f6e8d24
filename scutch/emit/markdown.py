"""A record as Markdown: the metadata as YAML front matter, and the text."""

from typing import Any

import msgspec

from .record import Record

_LEFT_OUT = frozenset({"text", "removed", "repairs", "quality", "schema", "status", "reason", "duplicate_of"})
"""What tells of the run rather than of the document."""


def as_markdown(record: Record) -> str:
    """Front matter with every field that is filled, then the text."""
    import yaml  # only this format needs it

    fields = {
        name: value for name, value in msgspec.to_builtins(record).items() if name not in _LEFT_OUT and _filled(value)
    }
    front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{record.text}\n"


def as_plain(record: Record) -> str:
    """The text alone."""
    return f"{record.text}\n"


def _filled(value: Any) -> bool:
    return value is not None and value not in ({}, [], ())
