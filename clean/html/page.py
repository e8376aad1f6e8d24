"""HTML in; blocks, fields, and the size of what was left out, back."""

import re
from dataclasses import dataclass, field
from itertools import islice

from ..block import Block
from ..document import Found, Removal
from ..metadata.page import from_page
from .blocks import read_blocks
from .engine import last_day, run
from .limits import MAX_ATTRIBUTES, MAX_ELEMENTS, MAX_HTML_CHARACTERS, cut_attributes
from .visible import count_words, visible_blocks

_SURROGATE_RE = re.compile("[\ud800-\udfff]")
"""Half a character: the parser would lose the whole page over it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as blocks: its main text, what its head says, and the size of what is not main text."""

    blocks: list[Block]
    fields: dict[str, Found] = field(default_factory=dict)
    removals: tuple[Removal, ...] = ()
    flags: tuple[str, ...] = ()


def extract(html: str, *, url: str | None = None, fetched_at: str | None = None) -> Page:
    """The main text of a page and its metadata. Always an answer, never an exception; the flags say what happened.

    `html.fallback`: no main text was found, so every visible word is given. `limit.html`: the page was cut.
    """
    source, crowded = cut_attributes(_SURROGATE_RE.sub("\ufffd", html[:MAX_HTML_CHARACTERS]))
    found = run(source, url=url, fetched_at=fetched_at)
    blocks = read_blocks(found.body) if found.body is not None else []
    sizes = {"characters": len(html) - MAX_HTML_CHARACTERS, "attributes": crowded, "elements": found.elements_cut}
    flags = []
    if not blocks:
        flags.append("html.fallback")
        blocks = list(islice(visible_blocks(source), MAX_ELEMENTS + 1))
        sizes |= {"elements": 0, "blocks": len(blocks) - MAX_ELEMENTS}
    cuts = _cuts(sizes)
    return Page(
        blocks[:MAX_ELEMENTS],
        fields=from_page(found.tree, found.metadata, url=url, last_day=last_day(fetched_at)),
        removals=(*cuts, *_left_out(source, blocks)),
        flags=(*flags, *(["limit.html"] if cuts else [])),
    )


def _cuts(sizes: dict[str, int]) -> list[Removal]:
    """An entry for each limit that the page went over."""
    limits = {
        "characters": f"beyond the limit of {MAX_HTML_CHARACTERS:,} characters of HTML ({{:,}} characters cut)",
        "attributes": f"beyond the limit of {MAX_ATTRIBUTES:,} attributes of a tag ({{:,}} tags cut)",
        "elements": f"beyond the limit of {MAX_ELEMENTS:,} elements ({{:,}} elements cut)",
        "blocks": f"beyond the limit of {MAX_ELEMENTS:,} blocks",
    }
    return [
        Removal("limit.html", reason.format(sizes.get(name)), text="", line=0, end=0)
        for name, reason in limits.items()
        if sizes.get(name, 0) > 0
    ]


def _left_out(source: str, blocks: list[Block]) -> list[Removal]:
    """The entry for what is visible on the page and not main text; its size is its reason."""
    visible = sum(count_words(block.text) for block in visible_blocks(source))
    dropped = visible - sum(count_words(block.text) for block in blocks)
    if dropped <= 0:
        return []
    reason = f"not main text ({dropped:,} of the page's {visible:,} visible words)"
    return [Removal("html.extract", reason, text="", line=0, end=0)]
