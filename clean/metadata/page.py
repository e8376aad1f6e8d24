"""What is known of a page beside its text: each field from the first of its sources that has it."""

from typing import TYPE_CHECKING, Any

from ..document import Found
from .authors import find_authors
from .dates import find_date, find_modified
from .head import Head, read_head
from .sources import SOURCES, of_other
from .title import find_title

if TYPE_CHECKING:  # lxml is loaded with the first page: a text does not need it
    from lxml.html import HtmlElement


def from_page(tree: "HtmlElement | None", other: Any = None, *, url: str | None, last_day: str) -> dict[str, Found]:
    """The fields of a page that something fills. `other` is trafilatura's Document, the last source of most."""
    if tree is None:
        return {}
    head = read_head(tree, url)
    fields = _people_and_days(head, other, last_day)
    fields["title"] = find_title(head) or next(iter(of_other("title")(head, other)), None)
    for name, sources in SOURCES.items():
        candidates = (found for source in sources for found in source(head, other))
        fields[name] = next((found for found in candidates if found.value), None)
    return {name: found for name, found in fields.items() if found is not None}


def _people_and_days(head: Head, other: Any, last_day: str) -> dict[str, Found | None]:
    date = find_date(head, last_day, getattr(other, "date", None))
    return {
        "authors": find_authors(head, (getattr(other, "author", None) or "").split(";")),
        "date": date,
        "modified": find_modified(head, last_day, date.value if date else None),
    }
