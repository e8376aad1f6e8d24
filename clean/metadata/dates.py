"""The days on which a page was published and changed, as ISO 8601."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ..document import Found
from .head import Head
from .json_ld import is_work

FIRST_DAY = "1995-01-01"
"""Earlier dates are of what the page tells, not of the page (htmldate's limit too)."""

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "publishdate",
    "pubdate",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "revised",
)
"""Meta tags, the most reliable first."""

_NOT_DIGIT_RE = re.compile(r"\D+")
_DAY_RE = re.compile(r"^\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")


def find_date(head: Head, last_day: str, other: str | None = None) -> Found | None:
    """The day of publication: of a meta tag, of JSON-LD, or `other`, which htmldate found; never after the last day."""
    stated = (*_metas(head, _PUBLISHED), *_items(head, "datePublished"))
    if found := _first(stated, last_day):
        return found
    # Where the page states a day that cannot be, htmldate makes the first of a month of some other number.
    later = any((as_day(found.value) or "") > last_day for found in stated)
    guess = _of_other(other, head.url)
    # A year that the text names ("in 2031 the bridge …") becomes the first of its January.
    is_year = (other or "").endswith("-01-01") and guess.provenance != "url"
    return None if later or is_year else _first([guess], last_day)


def find_modified(head: Head, last_day: str, published: str | None) -> Found | None:
    """The day of the last change, where it is stated and not before the publication."""
    found = _first((*_metas(head, _MODIFIED), *_items(head, "dateModified")), last_day)
    return found if found and (published is None or found.value >= published) else None


def _of_other(day: str | None, url: str | None) -> Found:
    """What htmldate answered; it looks at the address first."""
    in_url = day is not None and day.replace("-", "") in _NOT_DIGIT_RE.sub("", url or "")
    return Found(day, "url" if in_url else "trafilatura")


def _first(candidates: Iterable[Found], last_day: str) -> Found | None:
    days = (Found(as_day(found.value), found.provenance) for found in candidates)
    return next((found for found in days if found.value and FIRST_DAY <= found.value <= last_day), None)


def as_day(value: Any) -> str | None:
    """The ISO day that the value begins with.

    >>> as_day("2021-09-01T23:30:00+02:00"), as_day("yesterday"), as_day("2021-02-30")
    ('2021-09-01', None, None)
    """
    match = _DAY_RE.match(value) if isinstance(value, str) else None
    try:
        return datetime(*map(int, match.groups())).date().isoformat() if match else None  # type: ignore[arg-type]
    except ValueError:
        return None


def _items(head: Head, key: str) -> list[Found]:
    return [Found(item[key], "json-ld") for item in head.items if key in item and is_work(item)]


def _metas(head: Head, names: tuple[str, ...]) -> list[Found]:
    return [Found(value, f"meta {name}") for name in names for value in head.metas.get(name, ())]
