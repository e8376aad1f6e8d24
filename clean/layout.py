"""Which lines of a text are code or a table, where spaces carry meaning.

Judged a paragraph at a time, from the lines as they came. Cleaning keeps the spaces of what it recognises and nothing
else's, so a second look sees the same.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .block import Kind

MIN_LINES = 3
"""Two lines that look alike are chance; three are a layout."""

# Indented or not: spaces at the start of a line go, and what they kept from being a fence would be one then.
_FENCE_RE = re.compile(r"^[ \t]*+(`{3,}+|~{3,}+)[^`]*$")
MAX_RULE = 7
"""A line of more tildes than this is a rule drawn across the page."""
_INDENTED_RE = re.compile(r"^(?: {2,}|\t)\S")
_PIPES_RE = re.compile(r"^\s*\|.*\|\s*$")

# Three spaces or a tab between two cells; two spaces after a full stop are how typewriters parted sentences.
_COLUMNS_RE = re.compile(r"\S(?: {3,}|\t+)\S")
MAX_CELL = 40
"""Characters: longer cells are prose with a tab in it."""

MAX_CODE = 400
"""Characters of a line of code; the search below is not linear in longer ones."""

_CODE_RE = re.compile(
    r"""
      [{};] \s* $ | [)\]] : \s* $ | ^ \s* [})\]] | \w \( .* \) \s* ;? $
    | [ ] (?: = | == | != | \+= | -> | => | && | \|\| | := ) [ ]
    | ^ \s* (?: def | class | import | from | return | elif | else: | try: | except | finally: | while | function | var
              | let | const | public | private | static | void | int | fn | struct | impl | package | func | select
              | insert | echo | export ) \b
    | ^ \s* (?: // | /\* | \* /? $ | \# | <\w+ | </\w+ | @\w+ $ | \$ \s )
    """,
    re.VERBOSE,
)


def kinds_of(lines: Sequence[str]) -> list[Kind]:
    """A kind a line: CODE, TABLE, or TEXT for everything else.

    >>> [kind.value for kind in kinds_of(["Verse,", "```", "x  =  1", "```", "| a | b |"])]
    ['text', 'code', 'code', 'code', 'table']
    """
    kinds = [Kind.TABLE if _PIPES_RE.match(line) else Kind.TEXT for line in lines]
    for start, end in _fenced(lines):
        kinds[start:end] = [Kind.CODE] * (end - start)
    after_code = False
    for start, end in _paragraphs(lines, kinds):
        kind = _kind_of_paragraph(lines[start:end], after_code=after_code)
        after_code = kind is Kind.CODE
        if kind is not Kind.TEXT:
            kinds[start:end] = [kind] * (end - start)
    return kinds


def _fenced(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Fenced blocks, fences included; a fence that is never closed opens nothing."""
    fences = [(number, fence, bare) for number, line in enumerate(lines) for fence, bare in _fence(line)]
    closers = _longest_after(fences)
    opened: tuple[int, str] | None = None
    for (number, fence, bare), longest in zip(fences, closers, strict=True):
        if opened is None:
            opened = (number, fence) if longest.get(fence[0], 0) >= len(fence) else None
        elif bare and fence.startswith(opened[1]):
            yield opened[0], number + 1
            opened = None


def _fence(line: str) -> Iterator[tuple[str, bool]]:
    """The fence that a line is, and whether nothing stands behind it: only then it can close."""
    found = _FENCE_RE.match(line) if line.lstrip()[:1] in ("`", "~") else None
    if found and not (found[1][0] == "~" and len(found[1]) > MAX_RULE):
        yield found[1], line.strip() == found[1]


def _longest_after(fences: Sequence[tuple[int, str, bool]]) -> list[dict[str, int]]:
    """For each fence, how long the longest is that could close one, of each character, behind it."""
    longest: dict[str, int] = {}
    found = []
    for _, fence, bare in reversed(fences):
        found.append(dict(longest))
        if bare:
            longest[fence[0]] = max(longest.get(fence[0], 0), len(fence))
    return found[::-1]


def _paragraphs(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[tuple[int, int]]:
    numbered = groupby(range(len(lines)), key=lambda number: bool(lines[number].strip()) and kinds[number] is Kind.TEXT)
    for is_text, numbers in numbered:
        run = list(numbers)
        if is_text:
            yield run[0], run[-1] + 1


def _kind_of_paragraph(lines: Sequence[str], *, after_code: bool) -> Kind:
    if any(_INDENTED_RE.match(line) for line in lines) and _is_code(lines, after_code=after_code):
        return Kind.CODE
    if len(lines) >= MIN_LINES and all(_is_row(line) for line in lines):
        return Kind.TABLE
    return Kind.TEXT


def _is_code(lines: Sequence[str], *, after_code: bool) -> bool:
    if len(lines) < MIN_LINES and not after_code:
        return False
    return 2 * sum(len(line) <= MAX_CODE and _CODE_RE.search(line) is not None for line in lines) >= len(lines)


def _is_row(line: str) -> bool:
    return _COLUMNS_RE.search(line) is not None and all(
        len(cell) <= MAX_CELL for cell in re.split(r" {3,}|\t+", line.strip())
    )
