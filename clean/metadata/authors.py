"""Who wrote a page: names, each person once, without what stands around them."""

import re
from collections.abc import Iterable
from typing import Any

from ..document import Found
from .head import Head, one_line
from .json_ld import as_list, is_work

MAX_AUTHORS = 50
"""More than that is a list of members, or a trap."""

MAX_NAME_WORDS = 8
"""A longer "name" is a sentence. Eight: "Juan Carlos de la Cruz y García Márquez"."""

_METAS = (
    "author",
    "article:author",
    "og:author",
    "og:article:author",
    "authors",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "dc:creator",
    "creator",
    "citation_author",
    "article:author_name",
)
"""Meta tags that name authors, the most reliable first."""

_PREFIX_RE = re.compile(
    r"""
    ^ (?: (?: this \s post \s was \s | view \s )? (?: all \s posts \s | read \s more \s )?
          (?: (?: posted | written | published | reviewed | reported | words | story | text | report | article ) \s+ )?
          (?: by | about )
        | von | par | por | door | autor (?: in )? | author
      ) \b [\s:]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SUFFIX_RE = re.compile(
    r"\s*(?:[|•·–—]|\bview\s+(?:author|all|profile)\b|\s-\s|\bon\b\s|\bupdated\b|\bpublished\b).*$", re.IGNORECASE
)
_DATE_RE = re.compile(
    r"\s*\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b[\d\s,.:]*$",
    re.IGNORECASE,
)
"""A date, or the month that is left of one, after a name: "Ann Lee December"."""

_SPLIT_RE = re.compile(r"\s*(?:;|\||\s&\s|\s\+\s|,?\s(?:and|und|et|y)\s)\s*")
_INITIAL_RE = re.compile(r"(?:\b\w|\b(?:[JS]r|Inc|Ltd|Ph\.?D|M\.D|Co))\.$")
"""A full stop that belongs to the name."""

_NO_NAME_RE = re.compile(
    r"""
      ^ (?: admin(?:istrator)? | author | editor | root | user | guest | unknown | anonymous | none | null | n/a
          | undefined | webmaster | wordpress | default | nobody | test | contributors? ) $
    | https?:// | ^ www\. | @ | ^ \S+ \. (?: com | org | net | de | fr | cn | ru | co | info | eu | at | ch ) $
    | ^ [\W\d_]* $                                      # no letter at all
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find_authors(head: Head, other: Iterable[str] = ()) -> Found | None:
    """The names that JSON-LD has, else a meta tag, else a marked byline, else `other`: what trafilatura read.

    The name of the site is an author only where nobody else is named.
    """
    sources: list[tuple[str, Iterable[str]]] = [("json-ld", _from_items(head.items))]
    sources += [(f"meta {name}", head.metas[name]) for name in _METAS if name in head.metas]
    sources += [("byline", [head.byline]), ("trafilatura", list(other))]
    sites = {name.casefold() for name in head.metas.get("og:site_name", ())}
    for barred in (sites, set[str]()) if sites else (sites,):
        for provenance, values in sources:
            if names := tuple(name for name in clean_names(values) if name.casefold() not in barred):
                return Found(names[:MAX_AUTHORS], provenance)
    return None


def _from_items(items: list[dict[str, Any]]) -> list[str]:
    """The authors of the first work that has some."""
    works = (as_list(item.get("author")) for item in items if is_work(item))
    named = ([name for author in authors for name in _names_of(author)] for authors in works)
    return next(filter(None, named), [])


def _names_of(author: Any) -> list[str]:
    value = author.get("name") if isinstance(author, dict) else author
    return [one_line(name) for name in as_list(value) if isinstance(name, str)]


def clean_names(values: Iterable[str]) -> list[str]:
    """Split and trim what was found; what is no name goes.

    >>> clean_names(["By Ann Lee and Bob Ray", "Cy Fox, CFP", "admin", "Ann Lee"])
    ['Ann Lee', 'Bob Ray', 'Cy Fox, CFP']
    """
    names: dict[str, str] = {}
    for name in (_trim(part) for value in values for part in split_names(value)):
        if name and len(name.split()) <= MAX_NAME_WORDS and not _NO_NAME_RE.search(name):
            names.setdefault(name.casefold(), name)
    return list(names.values())


def _trim(name: str) -> str:
    name = _DATE_RE.sub("", _SUFFIX_RE.sub("", _PREFIX_RE.sub("", name.strip()))).strip(" ,:;-–—/|")
    return name if _INITIAL_RE.search(name) else name.rstrip(".")


def split_names(value: str) -> list[str]:
    """The people in one value; a comma parts them only where each side reads as a full name."""
    parts: list[str] = []
    for part in _SPLIT_RE.split(value):
        pieces = [piece.strip() for piece in part.split(",")]
        parts += pieces if all(len(piece.split()) > 1 for piece in pieces) else [part]
    return [part for part in parts if part]
