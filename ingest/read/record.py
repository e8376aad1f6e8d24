"""A record of a table: the document in it, what is known of it, and what else it carries."""

import base64
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from scutch.raw import RawDocument, ReadError, media_type_of
from scutch.raw.media_type import HTML, MARKDOWN, TEXT

from . import limits
from .binary import binary_kind
from .content import CONTENT_FIELDS

MAX_FIELDS_SHOWN = 5
"""Of a record that has no document: the field that was meant is mostly among the first."""

_CHARSET_RE = re.compile(r"""; \s* charset \s* = \s* ["']? ([^\s"';]+)""", re.IGNORECASE | re.VERBOSE)

_SAME_TYPE = {"application/xhtml+xml": "text/html", "text/x-markdown": "text/markdown"}


class _Content(NamedTuple):
    """A document's bytes, how to read them, and the fields of the record that said so."""

    body: bytes
    media_type: str
    charset: str | None
    used: tuple[str, ...]


def document_of(record: Mapping[str, Any], source: str) -> RawDocument:
    """The document that the record has. What else is in it, also a field of the wrong type, is in `extra`."""
    name = _content_field(record, source)
    content = _CONTENTS[name](record, source)
    known = known_fields(record)
    body, flags = limits.cut(content.body)
    return RawDocument(
        body,
        source=source,
        media_type=content.media_type,
        charset=content.charset,
        flags=flags,
        size=len(content.body) if flags else None,
        extra={key: value for key, value in record.items() if key not in known and key not in content.used},
        **known,
    )


def known_fields(record: Mapping[str, Any]) -> dict[str, str]:
    """The id, the URL and the time of the record, where they are what they should be."""
    known = {}
    for name, accept in _KNOWN.items():
        value = record.get(name)
        if value is not None and (accepted := accept(value)) is not None:
            known[name] = accepted
    return known


def _identifier(value: object) -> str | None:
    """Numbers are wide-spread as ids; `True` and a list are none."""
    if isinstance(value, str):
        return value or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _time(value: object) -> str | None:
    try:
        datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return _word(value)


_KNOWN: dict[str, Callable[[object], str | None]] = {"id": _identifier, "url": _word, "fetched_at": _time}


def _content_field(record: Mapping[str, Any], source: str) -> str:
    """The field with the document: the first that is not empty; a table made of columns has nulls in the others."""
    present = [name for name in CONTENT_FIELDS if record.get(name) is not None]
    if present:
        return next((name for name in present if record[name]), present[0])
    shown = ", ".join(json.dumps(key)[:40] for key in list(record)[:MAX_FIELDS_SHOWN]) or "nothing"
    more = ", …" if len(record) > MAX_FIELDS_SHOWN else ""
    raise ReadError(source, f'the record has no "html", "text" or "body" (a string); it has {shown}{more}')


def _html(record: Mapping[str, Any], source: str) -> _Content:
    return _Content(_encoded(record["html"], "html", source), "text/html", "utf-8", ("html",))


def _text(record: Mapping[str, Any], source: str) -> _Content:
    body = _encoded(record["text"], "text", source)
    media_type, _ = _media_type(record)
    known = media_type in (*HTML, MARKDOWN, TEXT)
    return _Content(body, media_type or TEXT, "utf-8", ("text", "media_type") if known else ("text",))


def _body(record: Mapping[str, Any], source: str) -> _Content:
    """Bytes need a charset, and may be of any kind: what the record does not say is left to the content."""
    body = _unpacked(record["body"], source)
    kind = binary_kind(body)
    if kind is not None:
        raise ReadError(source, f'"body" looks like {kind}; expected HTML or text')
    media_type, charset = _media_type(record)
    named = _word(record.get("charset"))
    used = ("body", *(("media_type",) if media_type else ()), *(("charset",) if named else ()))
    return _Content(body, media_type or media_type_of(body), named or charset, used)


_CONTENTS = {"html": _html, "text": _text, "body": _body}


def _encoded(value: object, name: str, source: str) -> bytes:
    if not isinstance(value, str):
        raise ReadError(source, f'"{name}" is {_type_of(value)}; expected a string')
    # JSON can hold half of a surrogate pair, and scrapers write it: it is mended later, not here.
    return value.encode("utf-8", "surrogatepass")


def _unpacked(value: object, source: str) -> bytes:
    if not isinstance(value, str):
        raise ReadError(source, f'"body" is {_type_of(value)}; expected a string of base64')
    try:
        return base64.b64decode("".join(value.split()), validate=True)
    except ValueError as error:
        raise ReadError(source, f'"body" is not base64 ({str(error).lower()}); plain text goes in "text"') from error


def _media_type(record: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The type, and the charset that a header's value brings along: `text/html; charset=koi8-r`."""
    value = _word(record.get("media_type"))
    if value is None:
        return None, None
    charset = _CHARSET_RE.search(value)
    media_type = value.partition(";")[0].strip().lower()
    return _SAME_TYPE.get(media_type, media_type) or None, charset[1] if charset else None


def _type_of(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "null")
