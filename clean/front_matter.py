"""The front matter of Markdown: metadata between two fences at the top, as YAML (`---`) or TOML (`+++`)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from .document import Found, Removal
from .repair import repair_line

MAX_FRONT_MATTER = 64 * 1024
"""Characters. Front matter is a dozen lines; more is a document that begins with a rule."""

_BLOCK_RE = re.compile(
    r"\s*^(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?\n)?(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)

FIELDS = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "credits": "credits",
    "date": "date",
    "published": "date",
    "lastmod": "modified",
    "modified": "modified",
    "updated": "modified",
    "description": "description",
    "summary": "description",
    "tags": "tags",
    "keywords": "tags",
    "image": "image",
    "cover": "image",
    "site_name": "site_name",
    "license": "licence",
    "licence": "licence",
    "lang": "language",
    "language": "language",
    "url": "url",
    "canonical_url": "canonical_url",
    "canonical": "canonical_url",
    "captions": "captions",
}
"""A key of front matter -> our field. What is not here goes to `extra`."""

_LISTS = frozenset({"authors", "credits", "tags", "captions"})
_DAYS = frozenset({"date", "modified"})
_ADDRESSES = frozenset({"url", "canonical_url", "image"})
_ADDRESS_RE = re.compile(r"https?://[^\s/]", re.IGNORECASE)

MAX_BLOCKS = 10
"""Of front matter, one behind the other; more are no front matter."""


class FrontMatter(NamedTuple):
    """What stood at the top, and the text below it."""

    fields: dict[str, Found]
    extra: dict[str, Any]
    removals: tuple[Removal, ...]
    rest: str
    first_line: int
    """The number of the first line of the rest."""


def split_front_matter(text: str) -> FrontMatter:
    """Take the front matter off, as often as there is one: a second run finds none.

    >>> split_front_matter("---\\ntitle: A bridge\\n---\\nIt stands.\\n").fields["title"]
    Found(value='A bridge', provenance='front matter')
    """
    fields: dict[str, Found] = {}
    extra: dict[str, Any] = {}
    removals: list[Removal] = []
    line = 1
    while len(removals) < MAX_BLOCKS and (found := _BLOCK_RE.match(text, 0, MAX_FRONT_MATTER)):
        if not (values := _parse(found)):
            break
        end = line + found[0].rstrip("\n").count("\n")
        for key, value in values.items():
            _put(str(key), value, fields, extra)
        removals.append(_entry(found[0].strip("\n"), values, line, end))
        line += found[0].count("\n")
        text = text[found.end() :]
    return FrontMatter(fields, extra, tuple(removals), text, line)


def _parse(found: re.Match[str]) -> Mapping[Any, Any] | None:
    source = found["fields"] or ""
    try:
        values = tomllib.loads(source) if found["fence"] == "+++" else _load_yaml(source)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) and values else None


def _load_yaml(source: str) -> Any:
    import yaml  # a text without front matter does not need it

    class Loader(yaml.SafeLoader):
        """Without aliases (ten lines of them can stand for a gigabyte), and with dates as they are written."""

        yaml_implicit_resolvers = {  # noqa: RUF012 -- yaml has it so
            first: [resolver for resolver in resolvers if resolver[0] != "tag:yaml.org,2002:timestamp"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("an alias")
            return super().compose_node(parent, index)

    try:
        return yaml.load(source, Loader)  # noqa: S506 -- a SafeLoader
    except (yaml.YAMLError, LookupError, TypeError, AttributeError) as error:  # "!!bool zz" is a KeyError
        raise ValueError(str(error)) from error


def _put(key: str, value: Any, fields: dict[str, Found], extra: dict[str, Any]) -> None:
    field = FIELDS.get(key.lower())
    plain = _plain(value)
    converted = _as_field(field, plain) if field else None
    if field is None or not converted or field in fields:
        extra[key] = plain
    else:
        fields[field] = Found(converted, "front matter")


def _as_field(field: str, value: Any) -> Any:
    if field in _LISTS:
        return tuple(_names(value))
    if field in _DAYS:
        return _day(str(value))
    if not isinstance(value, str):
        return None
    text = repair_line(value).text
    if field in _ADDRESSES and not _ADDRESS_RE.match(text):
        return None
    return text


def _day(value: str) -> str | None:
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return None


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and (text := repair_line(name).text):
            yield text


def _plain(value: Any) -> Any:
    """The value in the terms of JSON."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, set):
        return sorted(str(_plain(item)) for item in value)  # a set has no order of its own
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return hex(value)  # JSON readers have no such number, and Python writes none of 4,301 digits
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _entry(text: str, values: Mapping[Any, Any], line: int, end: int) -> Removal:
    names = dict.fromkeys(FIELDS.get(str(key).lower(), "extra") for key in values)
    reason = "front matter; its values are in the fields"
    return Removal("metadata.front-matter", reason, text, line, end, "moved", ",".join(names))
