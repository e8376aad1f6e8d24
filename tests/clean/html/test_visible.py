"""The visible words of anything that calls itself a page."""

import time

import pytest

from scutch.clean.block import as_text
from scutch.clean.html.visible import count_words, has_tags, visible_blocks

CASES = {
    "blocks and breaks": ("<p>a<br>b</p><div>c</div>", "a\nb\n\nc"),
    "items": ("<ul><li>a<li>b</ul><p>c", "- a\n- b\n\nc"),
    "a script and a comment are not seen": ("a<script>x<y</script><!-- z -->b", "ab"),
    "an unclosed comment hides the rest": ("a<p>b<!-- c <p>d", "a\n\nb"),
    "an unclosed script hides the rest": ("<p>a<script>b", "a"),
    "> inside an attribute": ('<p title="a > b">c</p>', "c"),
    "a quote that is no value": ('<p title="5" tall">c</p><a href="x">d</a>', "c\n\nd"),
    "< that is no tag": ("<p>1 < 2 and 3 <4", "1 < 2 and 3 <4"),
    "entities": ("<p>&lt;b&gt; &amp;amp;", "<b> &amp;"),
    "controls": ("<p>a\x00b\x07c", "abc"),
    "JSON is text": ('{"a": "b"}', '{"a": "b"}'),
    "a text keeps its lines": ("a\nb\n\n\nc", "a\nb\n\nc"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("html", "text"), CASES.values(), ids=CASES)
def test_visible_text(html: str, text: str) -> None:
    assert as_text(list(visible_blocks(html))) == text


@pytest.mark.parametrize("html", ["<p>", "</p>", "<BR/>", "<my-tag>", "<script>"])
def test_markup_is_seen(html: str) -> None:
    assert has_tags(f"x {html} y")


@pytest.mark.parametrize("html", ["", "a < b", "<3", "<!-- only a comment -->", "[1, 2]"])
def test_what_is_no_markup(html: str) -> None:
    assert not has_tags(html)


def test_a_word_is_a_character_where_no_spaces_are_written() -> None:
    assert count_words("Hello, wide world: 你好 สวัสดี") == 3 + 2 + 6


@pytest.mark.parametrize("piece", ["<a ", "<a b='", "<a b=\"'", "<!--", "<", "&", "<script>", "<p>", "<a b="])
def test_time_is_linear(piece: str) -> None:
    """Quadratic, 300,000 pieces would take minutes."""
    start = time.process_time()
    list(visible_blocks(piece * 300_000))
    assert time.process_time() - start < 8
