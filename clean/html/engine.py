"""trafilatura behind one function: HTML in, the tree of the page and the tree of its main text out."""

import functools
import logging
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from typing import Any, NamedTuple

from lxml.etree import _Element
from lxml.html import HtmlElement

from .limits import cut_tree, flatten_crowds
from .visible import has_tags

LAST_DAY = "2035-12-31"
"""The latest date to believe where the day of fetching is not known. Fixed: trafilatura would take today (law 3)."""

RESET_EVERY = 50
"""Pages between two resets of trafilatura's caches. They grow by about 1 MB a page; a reset takes 60 ms."""

_LOUD = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")
"""Loggers that report a page's every flaw; what matters of it is in the flags."""

_pages_since_reset = 0
_ONE_AT_A_TIME = threading.Lock()
"""What is kept apart below is the process's: two threads would undo each other's."""


class Extraction(NamedTuple):
    """What trafilatura makes of a page."""

    tree: HtmlElement | None
    """The whole page; None where there is no HTML in it, or where the parser gave up."""
    body: _Element | None = None
    """The main text; None where nothing was found."""
    metadata: Any = None
    """trafilatura's Document, for its fields; None where reading the head failed."""
    elements_cut: int = 0


def run(html: str, *, url: str | None, fetched_at: str | None) -> Extraction:
    """Extract the main text and the metadata. Never raises for a page, whatever it holds."""
    with _ONE_AT_A_TIME, _alone():
        tree = _load(html)
        if tree is None:
            return Extraction(None)
        elements_cut = cut_tree(tree)
        metadata = _metadata(tree, url=url, fetched_at=fetched_at)
        body = _body(tree, url=url)
    return Extraction(tree, body, metadata, elements_cut)


def _load(html: str) -> HtmlElement | None:
    from trafilatura.utils import load_html

    if not has_tags(html):
        return None
    # load_html refuses a fragment ("<p>Hello</p>") unless it calls itself html.
    tree = load_html(html)
    if tree is None:
        tree = load_html(f"<html><body>{html}")
    return None if tree is None or _too_deep(tree) else tree


def _too_deep(tree: HtmlElement) -> bool:
    """Whether the parser stopped at its limit of depth (256) and lost what is deeper."""
    log: Any = tree.getroottree().parser.error_log
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in log)


def _body(tree: HtmlElement, *, url: str | None) -> _Element | None:
    from trafilatura import bare_extraction

    flatten_crowds(tree)
    _call_it_code(tree)
    try:
        found = bare_extraction(
            tree,
            url=url,
            fast=False,  # the fallbacks to readability and jusText are worth 2 points of F1
            favor_precision=False,
            favor_recall=False,
            include_comments=True,  # readers' comments are recognised, and so kept out of the body
            output_format="python",
            target_language=None,  # a language is told later; None discards no document
            include_tables=True,
            include_images=False,
            include_formatting=False,
            include_links=False,
            deduplicate=False,  # True reads a process-wide cache: the fourth call would answer otherwise
            with_metadata=False,  # read apart: a flaw in the head must not cost the text
            only_with_metadata=False,
            prune_xpath=None,
        )
    except Exception:  # noqa: BLE001  pages make it raise what it does not name (RecursionError, AttributeError ...)
        return None
    return getattr(found, "body", None)


def _call_it_code(tree: HtmlElement) -> None:
    """Put the inside of each <pre> into a <code>, in place: one without it would come as a quote, in one line."""
    for pre in list(tree.iter("pre")):
        if next(pre.iter("code"), None) is None:
            code = pre.makeelement("code")
            code.text, pre.text = pre.text, None
            code.extend(list(pre))
            pre.append(code)


def _metadata(tree: HtmlElement, *, url: str | None, fetched_at: str | None) -> Any:
    from trafilatura.metadata import extract_metadata

    dates = {"original_date": True, "extensive_search": True, "max_date": f"{last_day(fetched_at)}T23:59:59"}
    try:
        return extract_metadata(tree, url, dates, extensive=True, author_blacklist=None)
    except Exception:  # noqa: BLE001  as above; the page's own tags are still read
        return None


def last_day(fetched_at: str | None) -> str:
    """The day of fetching as an ISO date; a fixed late day where it is not known or is no date."""
    try:
        return datetime.fromisoformat(fetched_at or LAST_DAY).date().isoformat()
    except ValueError:
        return LAST_DAY


@contextmanager
def _alone() -> Iterator[None]:
    """Keep trafilatura's log, warnings, caches and its look at the clock to this page."""
    import_module("trafilatura")  # it sets htmldate's log level when it is loaded
    parser: Any = import_module("dateutil.parser")
    extractors: Any = import_module("htmldate.extractors")

    global _pages_since_reset  # noqa: PLW0603  a cache's size, not a result, depends on it
    _pages_since_reset += 1
    if _pages_since_reset >= RESET_EVERY:
        reset_caches()
    loggers = [(logger, logger.level) for logger in map(logging.getLogger, _LOUD)]
    parse = extractors.dateutil_parse
    # dateutil fills what a date lacks ("2021-03") from today.
    extractors.dateutil_parse = functools.partial(parser.parse, default=datetime(2000, 1, 1))
    try:
        for logger, _ in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)
            warnings.filterwarnings("ignore", category=DeprecationWarning, module="dateparser")
            yield
    finally:
        extractors.dateutil_parse = parse
        for logger, level in loggers:
            logger.setLevel(level)


def reset_caches() -> None:
    """Empty trafilatura's caches, and those of what it stands on."""
    from trafilatura.meta import reset_caches as reset

    global _pages_since_reset  # noqa: PLW0603
    _pages_since_reset = 0
    reset()
