"""Where each plain field of a page is found: a table of sources, the most reliable first."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..document import Found
from .head import Head, absolute, one_line
from .json_ld import as_list, is_work, types

MAX_TAGS = 100
"""More is the index of a site."""

MAX_TAG = 100
"""Characters; a longer tag is a sentence."""

_LANGUAGE_RE = re.compile(r"([a-z]{2})(?:[-_]|$)", re.IGNORECASE)

Source = Callable[[Head, Any], Iterable[Found]]
"""From the head, and trafilatura's Document or None, to the values of a field."""


def of_meta(*names: str) -> Source:
    return lambda head, _: (Found(head.metas[name][0], _label(name)) for name in names if name in head.metas)


def of_item(read: Callable[[dict[str, Any]], Any]) -> Source:
    """Of each object of JSON-LD, where it is a text."""

    def find(head: Head, _: Any) -> Iterator[Found]:
        values = (value for item in head.items for value in as_list(read(item)))
        return (Found(one_line(value), "json-ld") for value in values if isinstance(value, str))

    return find


def of_other(attribute: str) -> Source:
    """Of trafilatura's Document."""
    return lambda _, other: (
        Found(one_line(value), "trafilatura") for value in [getattr(other, attribute, None)] if value
    )


def of_link(rel: str) -> Source:
    return lambda head, _: [Found(head.links[rel], f"link {rel}")] if rel in head.links else []


def as_address(source: Source) -> Source:
    """The same, as absolute http addresses; what is none is left out."""
    return lambda head, other: (
        Found(address, found.provenance)
        for found in source(head, other)
        if (address := absolute(found.value, head.url))
    )


def as_language(source: Source) -> Source:
    """The same, as ISO 639-1 codes: "pt-BR" and "pt_BR" are "pt"."""
    return lambda head, other: (
        Found(match[1].lower(), found.provenance)
        for found in source(head, other)
        if (match := _LANGUAGE_RE.match(found.value.strip()))
    )


def as_page_type(source: Source) -> Source:
    """The same, in our words for kinds of page; a kind that says nothing ("website") is left out."""
    return lambda head, other: (
        Found(PAGE_TYPES[kind], found.provenance)
        for found in source(head, other)
        if (kind := found.value.lower().rpartition(".")[2]) in PAGE_TYPES
    )


PAGE_TYPES = {
    **dict.fromkeys(("article", "newsarticle", "reportagenewsarticle", "opinionnewsarticle", "blogposting"), "article"),
    **dict.fromkeys(("analysisnewsarticle", "scholarlyarticle", "liveblogposting", "recipe", "blog"), "article"),
    **dict.fromkeys(("techarticle", "apireference"), "documentation"),
    **dict.fromkeys(("discussionforumposting", "qapage", "question"), "forum"),
    **dict.fromkeys(("product", "productgroup", "item"), "product"),
    **dict.fromkeys(("collectionpage", "itemlist"), "collection"),
    "searchresultspage": "listing",
    "service": "service",
}
"""Types of schema.org and Open Graph, in lower case -> our kinds of page."""


def _label(name: str) -> str:
    return name if name.startswith(("og:", "twitter:")) else f"meta {name}"


def _named(key: str) -> Callable[[dict[str, Any]], Any]:
    """Reads what an object's field says: a text, or the name or address of an object."""

    def read(item: dict[str, Any]) -> list[Any]:
        if not is_work(item):
            return []
        values = as_list(item.get(key))
        return [value.get("name") or value.get("url") if isinstance(value, dict) else value for value in values]

    return read


def _site(item: dict[str, Any]) -> Any:
    return item.get("name") if "website" in types(item) else None


def _type(head: Head, _: Any) -> Iterator[Found]:
    for item in head.items:
        if is_work(item):
            yield from (Found(kind, "json-ld") for kind in sorted(types(item)))


def _html_language(head: Head, _: Any) -> list[Found]:
    return [Found(head.language, "html lang")] if head.language else []


def _tags(provenance: str, values: Iterable[Any]) -> Iterator[Found]:
    """All tags as one value; a text with commas is several tags."""
    texts = (text for value in values if isinstance(value, str) for text in one_line(value).split(","))
    tags = dict.fromkeys(tag for text in texts if 0 < len(tag := text.strip(" \"'#;")) <= MAX_TAG)
    yield Found(tuple(tags)[:MAX_TAGS], provenance)


def _item_tags(head: Head, _: Any) -> Iterator[Found]:
    return _tags("json-ld", (value for item in head.items if is_work(item) for value in as_list(item.get("keywords"))))


def _meta_tags(*names: str) -> Source:
    return lambda head, _: (found for name in names for found in _tags(f"meta {name}", head.metas.get(name, ())))


def _other_tags(_: Head, other: Any) -> Iterator[Found]:
    return _tags("trafilatura", as_list(getattr(other, "tags", None)))


SOURCES: dict[str, tuple[Source, ...]] = {
    "site_name": (
        of_meta("og:site_name"),
        of_item(_named("publisher")),
        of_item(_site),
        of_meta("application-name", "apple-mobile-web-app-title"),
        of_other("sitename"),
    ),
    "description": (
        of_meta("og:description", "description", "twitter:description", "dc.description", "dcterms.description"),
        of_item(_named("description")),
        of_other("description"),
    ),
    "tags": (_item_tags, _meta_tags("article:tag", "news_keywords", "parsely-tags", "keywords"), _other_tags),
    "image": (
        as_address(of_meta("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")),
        as_address(of_item(_named("image"))),
        as_address(of_other("image")),
    ),
    "licence": (
        of_link("license"),
        of_item(_named("license")),
        of_meta("dcterms.license", "dc.rights", "dcterms.rights"),
        of_other("license"),
    ),
    "canonical_url": (of_link("canonical"), as_address(of_meta("og:url"))),
    "language": (
        as_language(_html_language),
        as_language(of_meta("content-language", "og:locale", "dc.language", "dcterms.language", "language")),
        as_language(of_item(_named("inLanguage"))),
    ),
    "page_type": (as_page_type(_type), as_page_type(of_meta("og:type")), as_page_type(of_other("pagetype"))),
}
