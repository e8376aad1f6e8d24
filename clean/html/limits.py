"""Cuts that keep the time of a page bounded. What a cut takes is counted; it is never silent."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import strip_tags
from lxml.html import HtmlElement

from .tags import INLINE_TAGS

MAX_HTML_CHARACTERS = 6_000_000
"""The longest of 3,125 pages has 5.3 million, nearly all of it scripts. The worst 6 million found take 13 s of CPU."""

MAX_ELEMENTS = 40_000
"""The largest of 3,125 pages has 15,793, an encyclopaedia's long article 10,000."""

MAX_ATTRIBUTES = 500
"""Of one tag. The parser is quadratic in them: 100,000 take 93 s, 500 a few milliseconds. No text stands in them."""

MAX_INLINE = 4_000
"""Inline children of one element; one of 3,125 pages has 3,711, the next 625. trafilatura is quadratic in them: 22,000
<b> in a paragraph take 20 s. Beyond, the tags go and the words stay."""

_ATTRIBUTE = r"""[\s/]*+[^\s/<>=][^\s/<>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_CROWDED_TAG_RE = re.compile(rf"(<[a-zA-Z][^\s/<>]*+(?:{_ATTRIBUTE}){{{MAX_ATTRIBUTES}}})(?:{_ATTRIBUTE})++")


def cut_attributes(html: str) -> tuple[str, int]:
    """The source without the attributes over MAX_ATTRIBUTES of a tag, and the number of tags that lost some."""
    return _CROWDED_TAG_RE.subn(r"\1 ", html)


def cut_tree(tree: HtmlElement) -> int:
    """Cut the tree in place after MAX_ELEMENTS, in the order of the document; the number of elements that went."""
    elements = tree.iter()
    first = next(islice(elements, MAX_ELEMENTS, None), None)
    if first is None:
        return 0
    gone = 1 + sum(1 for _ in elements)
    _drop_from(first)
    return gone


def _drop_from(element: HtmlElement) -> None:
    """Drop the element and all that comes after it in the order of the document."""
    doomed = [element, *element.itersiblings()]
    for ancestor in element.iterancestors():
        ancestor.tail = None
        doomed.extend(ancestor.itersiblings())
    for late in doomed:
        if (parent := late.getparent()) is not None:
            parent.remove(late)


def flatten_crowds(tree: HtmlElement) -> None:
    """Strip inline tags, not their words, in place, from elements that hold too many of them."""
    for element in list(_crowded(tree)):
        strip_tags(element, *INLINE_TAGS)
        # What is stripped leaves as many text nodes as there were tags; written anew, they are one.
        element.text = element.text
        for child in element:
            child.tail = child.tail


def _crowded(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter():
        if len(element) > MAX_INLINE and sum(1 for _ in element.iterchildren(*INLINE_TAGS)) > MAX_INLINE:
            yield element
