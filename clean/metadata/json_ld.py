"""The objects of a page's JSON-LD, however badly it is written."""

import json
import re
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # lxml is loaded with the first page: a text does not need it
    from lxml.html import HtmlElement


MAX_CHARACTERS = 1_000_000
"""Of all scripts of a page together; whole catalogues are listed in some."""

MAX_ITEMS = 2_000
"""Objects that are looked at, outermost first: what describes the page stands high."""

_WORK_RE = re.compile(r"article$|posting$|^(?:report|review|webpage|creativework|recipe|howto|videoobject)$")

_WRAPPING_RE = re.compile(r"\A(?:<!--|(?://|/\*)?<!\[CDATA\[(?:\*/)?)|(?:-->|(?://|/\*)?\]\]>(?:\*/)?|;)\Z")
"""What hid scripts from old browsers, and a statement's end."""

_TRAILING_COMMA_RE = re.compile(r",(?=\s*[}\]])")


def read_json_ld(tree: "HtmlElement") -> list[dict[str, Any]]:
    """All objects, outermost first; a script that is no JSON is skipped."""
    values: list[Any] = []
    room = MAX_CHARACTERS
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and len(text) <= room:
            room -= len(text)
            values.append(_parse(text))
    return _objects(values)


def _parse(text: str) -> Any:
    """The value; None where even mended it is no JSON."""
    text = _WRAPPING_RE.sub("", text.strip())
    for attempt in (text, _TRAILING_COMMA_RE.sub("", text)):
        try:
            return json.loads(attempt, strict=False)  # raw line breaks inside strings are common
        except (ValueError, RecursionError):
            continue
    return None


def _objects(values: list[Any]) -> list[dict[str, Any]]:
    """Every object in the values, breadth first: a page's own before those that it mentions."""
    found: list[dict[str, Any]] = []
    queue = deque(values)
    while queue and len(found) < MAX_ITEMS:
        value = queue.popleft()
        if isinstance(value, dict):
            found.append(value)
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, dict | list))
    return found


def is_work(item: dict[str, Any]) -> bool:
    """Whether the object is of a kind that has an author and a date: the page's article, mostly."""
    return any(map(_WORK_RE.search, types(item)))


def types(item: dict[str, Any]) -> set[str]:
    """The schema.org types of an object in lower case, without their namespace."""
    return {str(name).rsplit("/", 1)[-1].lower() for name in as_list(item.get("@type"))}


def as_list(value: Any) -> list[Any]:
    """One value, several, or none: always a list."""
    return [] if value is None else value if isinstance(value, list) else [value]
