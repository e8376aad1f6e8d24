"""Captions: known by their credit, or by standing twice."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from .credits import MAX_CAPTION, is_only_a_credit
from .lexicon import fold
from .prose import ends_a_sentence
from .rule import Draft, Hit

MAX_CAPTION_WORDS = 60
"""Of a caption that stands twice: a sentence or three."""

MAX_LONE_WORDS = 40
"""Of a caption that stands once: a longer line that ends in a credit is a paragraph as often as not."""

MIN_CAPTION_WORDS = 4
"""Shorter lines that stand twice are headings and table cells."""

NEAR = 70
"""Of 100. Two neighbours with one credit and one beginning are one picture's, even when one of them was shortened."""

MIN_SHARED = 0.4
"""Of the shorter caption: what the two have in common at their beginnings. Captions of a series differ there."""

ANCHORING_WORDS = 20
"""A caption stands beside a paragraph; a verse and its refrain stand among verses."""

# What a caption says of its picture, where it has no credit.
_PICTURED_RE = re.compile(
    r"\bpictured\b|\b(?:photo(?:graph)?|image|picture|illustration|graphic|map|screenshot|cartoon|drawing|infographic)s?"
    r" (?:show(?:s|ing)?|of|taken|from|released|provided|posted|shared|made|by)\b",
    re.IGNORECASE,
)
_TOKEN_RE = re.compile(r"\w+")
_NUMBER_RE = re.compile(r"\d+")


def find_repeated_captions(draft: Draft) -> Iterator[Hit]:
    """A caption that stands twice or more, its copies adjacent or a block apart: all but the best copy.

    The best is the longest after normalisation, then the first; it moves to `captions`.
    """
    for copies in _clusters(draft):
        best = max(copies, key=lambda index: (len(fold(draft.blocks[index].text)), -index))
        for index in copies:
            yield Hit(index, (("captions", draft.blocks[index].text),) if index == best else ())


def _clusters(draft: Draft) -> Iterator[list[int]]:
    """Captions that say the same, each adjacent to the one before or a block apart."""
    left = draft.remaining
    places = [place for place, index in enumerate(left) if _is_caption(draft, index)]
    cluster = places[:1]
    for place in places[1:]:
        if place - cluster[-1] <= 2 and _same(draft, left[cluster[-1]], left[place]):
            cluster.append(place)
            continue
        yield from _told(draft, cluster)
        cluster = [place]
    yield from _told(draft, cluster)


def _told(draft: Draft, cluster: list[int]) -> Iterator[list[int]]:
    """The cluster, if it is more than one and stands beside a paragraph."""
    left = draft.remaining
    around = [*left[max(cluster[0] - 1, 0) : cluster[0]], *left[cluster[-1] + 1 : cluster[-1] + 2]] if cluster else []
    if len(cluster) > 1 and any(draft.words[index] >= ANCHORING_WORDS for index in around):
        yield [left[place] for place in cluster]


def _is_caption(draft: Draft, index: int) -> bool:
    text = draft.blocks[index].text
    if len(text) > MAX_CAPTION or not MIN_CAPTION_WORDS <= draft.words[index] <= MAX_CAPTION_WORDS:
        return False
    return draft.credits[index] is not None or (ends_a_sentence(text) and _PICTURED_RE.search(text) is not None)


def _same(draft: Draft, one: int, other: int) -> bool:
    """Whether two captions are one picture's: word for word, or, with one credit, from the same beginning on."""
    first, second = fold(draft.blocks[one].text), fold(draft.blocks[other].text)
    if _TOKEN_RE.findall(first) == _TOKEN_RE.findall(second):
        return True
    if draft.credits[one] is None or draft.credits[one] != draft.credits[other]:
        return False
    if _NUMBER_RE.findall(first) != _NUMBER_RE.findall(second):  # "Picture 1", "Picture 2"
        return False
    shortest = min(len(first), len(second))
    shared = next((place for place in range(shortest) if first[place] != second[place]), shortest)
    return shared >= MIN_SHARED * shortest and fuzz.ratio(first, second) >= NEAR


def find_lone_captions(draft: Draft) -> Iterator[Hit]:
    """A line that ends in a picture's credit: the caption moves with it, and a credit alone moves as one."""
    for index in draft.remaining:
        credit = draft.credits[index]
        if credit and draft.words[index] <= MAX_LONE_WORDS:
            text = draft.blocks[index].text
            yield Hit(index, (("credits", credit),) if is_only_a_credit(text) else (("captions", text),))
