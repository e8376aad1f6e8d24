"""The output record: one a document, every field always there."""

from collections import Counter
from typing import Any

import msgspec

from scutch.clean import Document
from scutch.raw import Reject

from .. import __version__

SCHEMA = f"1/{__version__}"
"""Version of the fields, and of the rules that filled them."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it is written. The order of the fields is the order in the output."""

    id: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    source: str
    status: str = "kept"
    """`kept`, `duplicate`, `filtered`, `rejected`."""
    reason: str | None = None
    duplicate_of: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    date: str | None = None
    modified: str | None = None
    site_name: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None
    licence: str | None = None
    page_type: str | None = None
    language: str | None = None
    language_confidence: float | None = None
    confidence: float | None = None
    text: str = ""
    captions: tuple[str, ...] = ()
    provenance: dict[str, str] = msgspec.field(default_factory=dict)
    removed: dict[str, int] = msgspec.field(default_factory=dict)
    """Rule -> number of entries in the ledger."""
    repairs: dict[str, int] = msgspec.field(default_factory=dict)
    flags: tuple[str, ...] = ()
    quality: dict[str, float] = msgspec.field(default_factory=dict)
    extra: dict[str, Any] = msgspec.field(default_factory=dict)
    schema: str = SCHEMA


_SAME = tuple(set(Record.__struct_fields__) & set(Document.__dataclass_fields__))
"""Fields that a record takes from the document as they are."""


def kept(document: Document) -> Record:
    """The record of a document that was cleaned."""
    removed = Counter(removal.rule for removal in document.removals)
    return Record(**{name: getattr(document, name) for name in _SAME}, removed=dict(sorted(removed.items())))


def rejected(reject: Reject) -> Record:
    """The record of a document that could not be read or cleaned."""
    return Record(
        id=reject.id,
        url=reject.url,
        source=reject.source,
        status="rejected",
        reason=reject.reason,
        extra=dict(reject.extra),
    )
