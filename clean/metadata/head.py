"""What a page says of itself, gathered once: meta tags, links, title, headings, JSON-LD."""

from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from .json_ld import read_json_ld

if TYPE_CHECKING:  # lxml is loaded with the first page: a text does not need it
    from lxml.html import HtmlElement

MAX_META = 2_000
"""Meta tags that are read; a page has a hundred at most."""

MAX_VALUE = 5_000
"""Characters of one value: a description that is longer is a text."""

_RELS = frozenset({"canonical", "license"})

_MARKED_AUTHOR = './/*[@rel="author" or @itemprop="author"][not(self::link or self::meta)]'
_MARKED_NAME = './/*[@itemprop="name"][not(self::meta)]'


class Head(NamedTuple):
    """The page's own statements, each value on one line."""

    metas: dict[str, list[str]]
    """Lower-case name, property or itemprop -> contents, in the order of the page."""
    links: dict[str, str]
    """rel -> the first target, absolute."""
    title: str
    headings: list[str]
    """The texts of its h1."""
    byline: str
    """What is marked as the author: `rel="author"`, `itemprop="author"`."""
    items: list[dict[str, Any]]
    """The objects of its JSON-LD."""
    language: str
    """As `<html lang>` has it."""
    url: str | None

    def meta(self, *names: str) -> str | None:
        """The first content of the first of these names that has one."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def read_head(tree: "HtmlElement", url: str | None) -> Head:
    titles = (one_line("".join(title.itertext())) for title in tree.iter("title"))
    headings = (one_line(" ".join(heading.itertext())) for heading in tree.iter("h1"))
    return Head(
        metas=_metas(tree),
        links=_links(tree, url),
        title=next(filter(None, titles), ""),
        headings=[heading for heading in headings if heading],
        byline=_byline(tree),
        items=read_json_ld(tree),
        language=next((root.get("lang") or root.get("xml:lang") or "" for root in tree.iter("html")), ""),
        url=url,
    )


def one_line(text: str) -> str:
    """The text as a value: entities resolved, white space one space, not endless.

    The parser has resolved entities once; but pages write "&amp;quot;" in attributes, and JSON-LD never met it.
    """
    return " ".join(unescape(text).replace("\0", "").split())[:MAX_VALUE].rstrip()


def absolute(target: str, base: str | None) -> str | None:
    """The target as an http address, or None where it is none."""
    try:
        joined = urljoin(base or "", target.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname else None


def _metas(tree: "HtmlElement") -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for _, element in zip(range(MAX_META), tree.iter("meta"), strict=False):
        content = one_line(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv") if content else ():
            if name := (element.get(attribute) or "").strip().lower():
                metas.setdefault(name, []).append(content)
    return metas


def _byline(tree: "HtmlElement") -> str:
    """The first mark alone: later ones stand at other articles. The name inside the mark where one is marked too."""
    marked: Any = tree.xpath(_MARKED_AUTHOR)
    for element in marked:
        name = next(iter(element.xpath(_MARKED_NAME)), element)
        if byline := one_line(" ".join(name.itertext())):
            return byline
    return ""


def _links(tree: "HtmlElement", url: str | None) -> dict[str, str]:
    links: dict[str, str] = {}
    for element in tree.iter("link", "a"):
        for rel in _RELS.intersection((element.get("rel") or "").lower().split()):
            if target := absolute(element.get("href") or "", url):
                links.setdefault(rel, target)
    return links
