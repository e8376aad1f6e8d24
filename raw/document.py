"""A document as it was received, and the place of one that could not be."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes of a document and what is known of them from outside.

    >>> RawDocument(b"Hello.", source="a.txt").identifier[:8]
    '2d8bd7d9'
    """

    body: bytes
    source: str
    """The path, and the record's number or offset in it: unique in a run."""
    id: str | None = None
    url: str | None = None
    media_type: str | None = None
    """`text/html`, `text/plain`, `text/markdown` …; None: the content decides."""
    charset: str | None = None
    """What came from outside (an HTTP header, a field of the record); what the body says of itself is not here."""
    fetched_at: str | None = None
    """ISO 8601. No date of the document lies after it."""
    flags: tuple[str, ...] = ()
    """What happened on the way in: `limit.bytes` for a body that was cut."""
    size: int | None = None
    """Bytes before a cut, where it is known; None for a body that is whole."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What else the record had; it is carried through."""

    @property
    def identifier(self) -> str:
        """The id that came along, or the SHA-256 of the body in hexadecimal digits."""
        return self.id if self.id is not None else hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Reject:
    """A document that could not be read or cleaned: where it stands, and why."""

    source: str
    reason: str
    id: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
