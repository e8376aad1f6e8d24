"""JSON-LD as it is found: wrapped, broken, nested, endless."""

import time

import pytest
from lxml.html import document_fromstring

from scutch.clean.metadata.json_ld import MAX_ITEMS, read_json_ld, types


def headlines(*scripts: str) -> list[object]:
    tags = "".join(f'<script type="application/ld+json; charset=utf-8">{script}</script>' for script in scripts)
    return [item["headline"] for item in read_json_ld(document_fromstring(f"<p>x</p>{tags}")) if "headline" in item]


CASES = {
    "an object": ('{"headline": "a"}', ["a"]),
    "a list": ('[{"headline": "a"}, {"headline": "b"}]', ["a", "b"]),
    "a graph": ('{"@graph": [{"headline": "a"}]}', ["a"]),
    "outer before inner": ('[{"x": {"headline": "b"}}, {"headline": "a"}]', ["a", "b"]),
    "a raw line break in a string": ('{"headline": "a\nb"}', ["a\nb"]),
    "a trailing comma": ('{"headline": "a", }', ["a"]),
    "CDATA": ('//<![CDATA[\n{"headline": "a"}\n//]]>', ["a"]),
    "a comment": ('<!-- {"headline": "a"} -->', ["a"]),
    "a statement's end": ('{"headline": "a"};', ["a"]),
    "no JSON": ('{"headline": a}', []),
    "a number": ("7", []),
    "nothing": ("", []),
    "too deep": ("[" * 50_000, []),
    "a number of 10,000 digits": ('{"headline": ' + "9" * 10_000 + "}", []),
}


@pytest.mark.parametrize(("script", "found"), CASES.values(), ids=CASES)
def test_read(script: str, found: list[object]) -> None:
    assert headlines(script) == found


def test_a_broken_script_does_not_hide_the_next() -> None:
    assert headlines("{", '{"headline": "a"}') == ["a"]


def test_other_scripts_are_not_read() -> None:
    tree = document_fromstring('<script type="application/json">{"headline": "a"}</script><p>x')
    assert read_json_ld(tree) == []


def test_a_catalogue_is_not_read_to_its_end() -> None:
    assert len(headlines("[" + ",".join(['{"headline": "a"}'] * 5000) + "]")) == MAX_ITEMS


@pytest.mark.parametrize("text", [" " * 900_000, "," * 900_000, ";" * 900_000, "/" * 900_000])
def test_time_is_linear(text: str) -> None:
    start = time.process_time()
    headlines(text)
    assert time.process_time() - start < 5


def test_types_lose_their_namespace() -> None:
    assert types({"@type": ["http://schema.org/NewsArticle", "Thing"]}) == {"newsarticle", "thing"}
    assert types({"@type": {"odd": 1}}) == {"{'odd': 1}"}
    assert types({}) == set()
