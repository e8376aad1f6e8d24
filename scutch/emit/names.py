"""Names of files that are safe on every system, made from names that need not be."""

import re
import unicodedata
from pathlib import PurePosixPath

from scutch.ingest.read import READERS

from .record import Record

MAX_NAME_BYTES = 120
"""File systems end at 255; a number, a suffix and a temporary name must fit too."""

_UNSAFE_RE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufffd]+|\s+')
_RESERVED_RE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_SUFFIXES = frozenset({*READERS, ".gz", ".zst"})


def name_of(record: Record) -> str:
    """A file's name for a record, without a suffix: after its file, or after its id where a file holds many.

    >>> name_of(Record(id="../../etc/passwd", source="batch.jsonl:7"))
    'etc_passwd'
    >>> name_of(Record(id="5d41", source="news/a day.html"))
    'a day'
    """
    path = PurePosixPath(record.source)
    stem = path.name
    while (suffix := PurePosixPath(stem).suffix).lower() in _SUFFIXES:
        stem = stem.removesuffix(suffix)
    holds_many = stem == path.name and re.search(r":\d+$", record.source) is not None
    wanted = (record.id if holds_many else stem) or "document"
    return safe_name(wanted)


def safe_name(name: str) -> str:
    """The name without what a file system, a shell or a path could take amiss; never empty."""
    plain = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    safe = _UNSAFE_RE.sub(_replacement, unicodedata.normalize("NFC", plain)).strip(" ._-")
    safe = safe.encode()[:MAX_NAME_BYTES].decode("utf-8", "ignore").strip(" ._-") or "document"
    return f"_{safe}" if _RESERVED_RE.fullmatch(safe) else safe


def _replacement(found: re.Match[str]) -> str:
    return " " if found[0].isspace() and "\n" not in found[0] else "_"
