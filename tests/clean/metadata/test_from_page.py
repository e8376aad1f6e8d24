"""The fields of a page: where each is looked for, what is believed, and what is not."""

import json

import pytest
from lxml.html import document_fromstring

from scutch.clean.document import Found
from scutch.clean.metadata import from_page

LAST_DAY = "2026-01-01"


def fields_of(head: str, body: str = "<p>x</p>", url: str | None = "https://a.example/b/c") -> dict[str, Found]:
    tree = document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return from_page(tree, url=url, last_day=LAST_DAY)


def json_ld(**item: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **item})}</script>'


OG = '<meta property="og:title" content="Storm over the bay">'

TITLES = {
    "an h1 that og:title confirms": (OG, "<h1>The Post</h1><h1>Storm over the bay</h1>", "Storm over the bay", "h1"),
    "an h1 that JSON-LD confirms": (json_ld(headline="Storm over"), "<h1>Storm over</h1>", "Storm over", "h1"),
    "an h1 that <title> confirms": (
        "<title>Ebb &amp; flow - The Post</title>",
        "<h1>Ebb & flow</h1>",
        "Ebb & flow",
        "h1",
    ),
    "the longest that is confirmed": (
        "<title>Tides: a guide | The Post</title>",
        "<h1>Tides</h1><h1>Tides: a guide</h1>",
        "Tides: a guide",
        "h1",
    ),
    "not the name of the site": (
        '<title>Tides | The Evening Post</title><meta property="og:site_name" content="The Evening Post">',
        "<h1>The Evening Post</h1><h1>Tides</h1>",
        "Tides",
        "h1",
    ),
    "og:title against a short h1": (OG, "<h1>News</h1>", "Storm over the bay", "og:title"),
    "og:title without the site": (
        '<meta property="og:title" content="Storm over the bay | The Post">',
        "",
        "Storm over the bay",
        "og:title",
    ),
    "the longest part of <title>": ("<title>Post » A storm came up » News</title>", "", "A storm came up", "title"),
    "a hyphen in a word parts nothing": ("<title>A well-known tale</title>", "", "A well-known tale", "title"),
    "an article's own long h1": (
        OG + '<meta property="og:type" content="article">',
        "<h1>When the sea came in</h1>",
        "When the sea came in",
        "h1",
    ),
    "an h1 alone": ("", "<h1>Alone ¶</h1>", "Alone", "h1"),
    "entities written twice": ("<title>Salt &amp;amp; sea</title>", "", "Salt & sea", "title"),
    "white space": ("<title>\n  A \u00a0 tale\n</title>", "", "A tale", "title"),
}


@pytest.mark.parametrize(("head", "body", "title", "provenance"), TITLES.values(), ids=TITLES)
def test_title(head: str, body: str, title: str, provenance: str) -> None:
    assert fields_of(head, body)["title"] == (title, provenance)


def meta_author(name: str) -> str:
    return f'<meta name="author" content="{name}">'


AUTHORS = {
    "JSON-LD before meta": (json_ld(author={"name": "Ann Lee"}) + meta_author("B C"), ("Ann Lee",), "json-ld"),
    "JSON-LD lists": (json_ld(author=[{"name": "Ann Lee"}, "Bob Ray"]), ("Ann Lee", "Bob Ray"), "json-ld"),
    "a list of names": (json_ld(author={"name": ["Ann Lee", "Bob Ray"]}), ("Ann Lee", "Bob Ray"), "json-ld"),
    "and": (meta_author("By Ann Lee and Bob Ray"), ("Ann Lee", "Bob Ray"), "meta author"),
    "commas between names": (meta_author("Ann Lee, Bob Ray & Cy Fox"), ("Ann Lee", "Bob Ray", "Cy Fox"), "meta author"),
    "a comma before a degree": (meta_author("Ann Lee, Ph.D."), ("Ann Lee, Ph.D.",), "meta author"),
    "a date behind a name": (meta_author("Ann Lee December 3, 2020"), ("Ann Lee",), "meta author"),
    "a name that begins with a month stays": (meta_author("April May-Jones"), ("April May-Jones",), "meta author"),
    "Andy and Byron keep their names": (meta_author("Andy Byron"), ("Andy Byron",), "meta author"),
    "an address is nobody": (meta_author("https://a.example/ann") + json_ld(author="a@b.example"), None, None),
    "admin is nobody": (meta_author("admin"), None, None),
    "twice is once": (meta_author("Ann Lee; ann lee"), ("Ann Lee",), "meta author"),
    "the site only where nobody else is": (
        '<meta property="og:site_name" content="The Post">' + meta_author("The Post") + json_ld(author="Ann Lee"),
        ("Ann Lee",),
        "json-ld",
    ),
    "the site where nobody else is": (
        '<meta property="og:site_name" content="The Post">' + meta_author("The Post"),
        ("The Post",),
        "meta author",
    ),
    "a sentence is nobody": (meta_author("All that we know of this is what we were once told"), None, None),
}


@pytest.mark.parametrize(("head", "names", "provenance"), AUTHORS.values(), ids=AUTHORS)
def test_authors(head: str, names: tuple[str, ...] | None, provenance: str | None) -> None:
    found = fields_of(head).get("authors", Found(None, None))
    assert tuple(found) == (names, provenance)


def test_a_marked_byline_is_read() -> None:
    body = '<p>by <a rel="author" href="/x">Ann Lee</a></p><p><a rel="author">Other</a></p>'
    assert fields_of("", body)["authors"] == (("Ann Lee",), "byline")


def published(day: str) -> str:
    return f'<meta property="article:published_time" content="{day}">'


DATES = {
    "a meta tag": (published("2020-02-29T23:30:00-05:00"), "2020-02-29", "meta article:published_time"),
    "JSON-LD": (json_ld(datePublished="20210304"), "2021-03-04", "json-ld"),
    "no such day": (published("2021-02-30"), None, None),
    "after the last day": (published("2026-01-02"), None, None),
    "on the last day": (published(LAST_DAY), LAST_DAY, "meta article:published_time"),
    "before the web": (published("1912-04-15"), None, None),
    "no date": (published("yesterday") + json_ld(datePublished=["2020"]), None, None),
}


@pytest.mark.parametrize(("head", "day", "provenance"), DATES.values(), ids=DATES)
def test_date(head: str, day: str | None, provenance: str | None) -> None:
    assert tuple(fields_of(head).get("date", Found(None, None))) == (day, provenance)


def test_a_page_is_not_modified_before_it_is_published() -> None:
    head = published("2020-05-05") + '<meta property="article:modified_time" content="{}">'
    assert fields_of(head.format("2020-05-06T01:00"))["modified"].value == "2020-05-06"
    assert "modified" not in fields_of(head.format("2020-05-04"))


FIELDS = {
    "site_name": ('<meta property="og:site_name" content="The Post">', "The Post", "og:site_name"),
    "site_name of a publisher": (json_ld(publisher={"name": "The Post"}), "The Post", "json-ld"),
    "description": ('<meta name="Description" content=" a  b ">', "a b", "meta description"),
    "tags": ('<meta name="keywords" content="sea, storm,,sea">', ("sea", "storm"), "meta keywords"),
    "tags of several": (
        '<meta property="article:tag" content="sea"><meta property="article:tag" content="storm">',
        ("sea", "storm"),
        "meta article:tag",
    ),
    "image": ('<meta property="og:image" content="/i.png">', "https://a.example/i.png", "og:image"),
    "image of an object": (json_ld(image={"url": "https://b.example/i"}), "https://b.example/i", "json-ld"),
    "licence": (
        '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
        "https://creativecommons.org/licenses/by/4.0/",
        "link license",
    ),
    "canonical_url": ('<link rel="canonical" href="../d">', "https://a.example/d", "link canonical"),
    "canonical_url of og": ('<meta property="og:url" content="https://a.example/e">', "https://a.example/e", "og:url"),
    "language": ('<meta property="og:locale" content="pt_BR">', "pt", "og:locale"),
    "page_type": (json_ld(), "article", "json-ld"),
    "page_type of og": ('<meta property="og:type" content="og.product">', "product", "og:type"),
}


@pytest.mark.parametrize(("head", "value", "provenance"), FIELDS.values(), ids=FIELDS)
def test_field(request: pytest.FixtureRequest, head: str, value: object, provenance: str) -> None:
    name = request.node.callspec.id.split()[0]
    assert fields_of(head)[name] == (value, provenance)


@pytest.mark.parametrize("target", ["javascript:x()", "http://[", "mailto:a@b.example", "data:,x", "//"])
def test_what_is_no_address_is_no_url(target: str) -> None:
    fields = fields_of(f'<link rel="canonical" href="{target}"><meta property="og:image" content="{target}">', url=None)
    assert not {"canonical_url", "image"} & fields.keys()


@pytest.mark.parametrize("language", ["", "x-default", "english", "12", "{{lang}}"])
def test_what_is_no_code_is_no_language(language: str) -> None:
    assert "language" not in fields_of(f'<meta name="language" content="{language}">')


def test_a_page_that_says_nothing_has_no_fields() -> None:
    assert fields_of("") == {}
    assert from_page(None, url=None, last_day=LAST_DAY) == {}


def test_no_text_is_taken_for_a_value_without_end() -> None:
    fields = fields_of(f"<title>{'word ' * 100_000}</title>" + meta_author("Ann Lee; " + "B C, " * 100_000))
    assert len(fields["title"].value) <= 5_000
    assert len(fields.get("authors", Found((), "")).value) <= 50
