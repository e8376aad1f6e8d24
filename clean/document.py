"""What cleaning gives back: a document, what was removed from it, and what was repaired in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from .block import Block

Action = Literal["removed", "moved", "changed"]


class Removal(NamedTuple):
    """An entry of the ledger: a block that is not in the text as it came, and why."""

    rule: str
    reason: str
    text: str
    line: int
    end: int
    action: Action = "removed"
    field: str | None = None
    """Where a moved block went: `captions`, `authors`, `title` …"""
    score: float | None = None
    """Of a learned judge; None for a rule."""
    new: str | None = None
    """What a changed block reads now."""


class Repair(NamedTuple):
    """A line whose letters were mended: what it was, and what it is now."""

    line: int
    text: str
    new: str
    kinds: tuple[str, ...]


class Found(NamedTuple):
    """A value of the metadata and where it was found: `json-ld`, `og:title`, `first line` …"""

    value: Any
    provenance: str


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned document. Fields that nothing filled are None or empty.

    `text` is in the normal form: NFC, `\\n` line ends, no control characters, U+0020 the only space, none at line
    ends, no runs of it, at most one blank line in a row.
    """

    id: str
    source: str
    text: str
    url: str | None = None
    canonical_url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    """Agencies and sources: "Nikkei", "AFP"."""
    date: str | None = None
    """The day it was published, ISO 8601."""
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
    captions: tuple[str, ...] = ()
    """In order of first appearance."""
    provenance: Mapping[str, str] = field(default_factory=dict)
    """Field -> where it was found."""
    removals: tuple[Removal, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
    """Kind -> number of lines."""
    flags: tuple[str, ...] = ()
    quality: Mapping[str, float] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    """What `text` is made of, each block with its line in the input."""
