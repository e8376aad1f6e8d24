"""A page that is too much is cut, and the words that may stay, stay."""

import time

from lxml.html import document_fromstring

from scutch.clean.html import limits
from scutch.clean.html.limits import cut_attributes, cut_tree, flatten_crowds


def test_a_crowded_tag_keeps_its_first_attributes_and_its_words() -> None:
    attributes = " ".join(f'a{number}="v"' for number in range(2 * limits.MAX_ATTRIBUTES))
    cut, tags = cut_attributes(f"<p {attributes}>Hello</p><p b=1>there</p>")
    assert tags == 1
    assert cut.count("=") == limits.MAX_ATTRIBUTES + 1
    assert cut.endswith(">Hello</p><p b=1>there</p>")


def test_an_ordinary_page_is_not_touched() -> None:
    html = '<p class="a" data-x=\'{"b": 1}\' hidden>1 < 2 = 3</p>' * 1000
    assert cut_attributes(html) == (html, 0)


def test_attributes_are_counted_in_linear_time() -> None:
    start = time.process_time()
    for piece in ("<a b='", '<a b="', "<a b=", "<a ", "<a/b"):
        cut_attributes(piece * 100_000)
    assert time.process_time() - start < 8


def test_a_tree_is_cut_in_the_order_of_the_document(monkeypatch) -> None:
    monkeypatch.setattr(limits, "MAX_ELEMENTS", 5)
    tree = document_fromstring("<div>a<p>b<b>c</b>d</p>e</div><p>f<i>g</i></p>h")
    assert cut_tree(tree) == 2
    assert "".join(tree.itertext()) == "abcde"


def test_a_tree_within_the_limit_stays_whole() -> None:
    tree = document_fromstring("<p>a<b>c</b>d")
    assert cut_tree(tree) == 0
    assert "".join(tree.itertext()) == "acd"


def test_a_crowd_of_inline_tags_goes_and_its_words_stay(monkeypatch) -> None:
    monkeypatch.setattr(limits, "MAX_INLINE", 3)
    tree = document_fromstring("<div><p>a<b>1</b>b<b>2</b><br>c<i>3</i>d<a>4</a>e</p><p>f<b>5</b></p></div>")
    flatten_crowds(tree)
    assert "".join(tree.itertext()) == "a1b2c3d4ef5"
    assert [element.tag for element in tree.iter()] == ["html", "body", "div", "p", "br", "p", "b"]
