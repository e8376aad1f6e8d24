"""Bylines at the head or the tail: who wrote it, and whom they credit."""

import re
from collections.abc import Iterator

from .rule import Draft, Hit

HEAD = 4
"""Lines after the first that may hold the byline: title, standfirst, byline, date."""

MAX_BYLINE = 120
"""Characters."""

AGENCIES = (
    "AFP", "ANSA", "AP", "Associated Press", "Bloomberg", "BTA", "CNA", "dpa", "DPA", "EFE", "Interfax", "Kyodo",
    "Lusa", "PA", "PAP", "PTI", "Reuters", "RIA Novosti", "TASS", "UPI", "Xinhua", "Yonhap",
)  # fmt: skip
"""News agencies, as they sign: "(AFP)" is a credit and no author."""

# A name is two to four capitalised words; particles and initials count.
_PARTICLES = r"(?: (?:de|da|del|della|der|den|di|du|la|le|van|von|zu|bin|bint|al|el|ten|ter)[ ] | [A-Z]\.[ ]? )*"
_WORD = r"[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_NAME = rf"{_PARTICLES} {_WORD} (?: [ ] {_PARTICLES} {_WORD} ){{1,3}}"
_NAMES = rf"(?P<names> {_NAME} (?: (?:,[ ]|[ ]and[ ]|[ ]&[ ]|,[ ]and[ ]) {_NAME} ){{0,4}} )"
_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_CREDIT = rf"""\( (?: (?:Follow|Following|According[ ]to|Source:|Theo|Via|From)[ ] (?P<credit> [^()]{{2,60}} )
    | (?P<agency> {_AGENCY} ) ) \)"""

# Words that hardly a name has: "By Popular Demand" is a heading, "Staff Writer" an office, "Buenos Aires" a place.
_NO_NAME_RE = re.compile(
    r"\b(?:the|any|all|and|popular|invitation|demand|design|numbers?|request|contrast|default|definition|chance|way"
    r"|royal|appointment|land|sea|air|staff|writer|reporter|correspondent|editor|desk|news|press|agency|service|special"
    r"|associated|contributor|columnist|city|new|york|aires|san|los|saint|st)\b",
    re.IGNORECASE,
)

_BYLINES = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        # "By Jane Doe", "Written by Jane Doe and John Roe | Reuters"
        rf"""(?: By | (?:Written|Reported|Story|Words|Text)[ ]by ) :? [ ] {_NAMES}
            (?: [ ]? (?: [|/,–—-] | for ) [ ]? (?P<agency> {_AGENCY} ) )? \.?""",
        # "Nguyen Tien (Follow Nikkei)", "Jane Doe (Reuters)"
        rf"{_NAMES} [ ]? {_CREDIT} \.?",
        # "(AFP)", "(According to Nikkei)"
        rf"{_CREDIT} \.?",
        # "Source: Reuters"
        rf"(?:Sources?|Via):[ ] (?P<agency> {_AGENCY} ) \.?",
    )
)


def byline_of(text: str) -> tuple[tuple[str, str], ...]:
    """The authors and credits that a byline names; empty where the line is none.

    >>> byline_of("Nguyen Tien (Follow Nikkei)")
    (('authors', 'Nguyen Tien'), ('credits', 'Nikkei'))
    >>> byline_of("By Popular Demand")
    ()
    """
    if len(text) > MAX_BYLINE:
        return ()
    for pattern in _BYLINES:
        if found := pattern.fullmatch(text):
            return tuple(_fields(found.groupdict()))
    return ()


def _fields(groups: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    names = [name for name in re.split(r",? and | & |, ", groups.get("names") or "") if name]
    if any(_NO_NAME_RE.search(name) for name in names):
        return
    yield from (("authors", name) for name in names)
    for credit in re.split(r", | and ", groups.get("credit") or groups.get("agency") or ""):
        if credit.strip():
            yield "credits", credit.strip()


def find_bylines(draft: Draft) -> Iterator[Hit]:
    """Bylines between the title and the first paragraph, and as the last lines of all.

    The first line is never one: a title may begin with "By".
    """
    first, _ = draft.edges
    left = draft.remaining
    others = 0
    for index in left[1:]:
        if index >= first or others == HEAD:
            break
        if fields := byline_of(draft.blocks[index].text):
            yield Hit(index, fields)
        else:
            others += 1
    for index in left[:0:-1]:
        if not (fields := byline_of(draft.blocks[index].text)):
            break
        if index > first:
            yield Hit(index, fields)
