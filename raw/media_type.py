"""What kind of document it is: by declaration, or by its first bytes."""

import codecs
import re

HTML = frozenset({"text/html", "application/xhtml+xml"})
MARKDOWN = "text/markdown"
TEXT = "text/plain"

HEAD_BYTES = 64 * 1024
"""Of the body, that are looked at. Pages with 4 KiB of blank lines or scripts before their first tag are common."""

_BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark is its beginning
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

# Atomic: a head of many comments must not be read in as many ways.
_PROLOGUE = r"(?> \s+ | <!--.*?--> | <\?.*?> )*+"
_ROOT = r"(?: <!doctype \s+ html \b | < (?:html|head|body|title|meta|link|base) [\s>/] )"

_PAGE_RE = re.compile(_PROLOGUE + _ROOT, re.IGNORECASE | re.VERBOSE | re.DOTALL)

# What a page begins with where something was put before its root: a script, a crawler's own tag, a warning of PHP.
# A feed begins with an XML declaration, and may quote pages.
_BEGINS_AS_MARKUP_RE = re.compile(r"\s*+ < [a-z!] [^<>]* >", re.IGNORECASE | re.VERBOSE)
_ROOT_RE = re.compile(_ROOT, re.IGNORECASE | re.VERBOSE)

# Elements that pages and fragments of pages are made of. A text *about* HTML shows one or two; a page does not stop.
_ELEMENT = r"""(?: p | div | span | a | b | i | em | strong | h[1-6] | ul | ol | li | table | tr | td
    | section | article | main | header | nav | script | style | center | font | form )"""
_BEGINS_WITH_TAG_RE = re.compile(
    _PROLOGUE + rf"(?: < {_ELEMENT} (?: \s [^<>]* )? > | < br \s* /? > )", re.IGNORECASE | re.VERBOSE | re.DOTALL
)
_END_TAG_RE = re.compile(rf"</ {_ELEMENT} \s* >", re.IGNORECASE | re.VERBOSE)

MIN_END_TAGS = 8
"""In a text that does not begin with a tag, within its first 4 KiB: an article about HTML shows fewer."""


def media_type_of(body: bytes) -> str:
    """`text/html` for what looks like HTML, else `text/plain`.

    >>> media_type_of(b"<!-- saved --><!DOCTYPE html><p>Hello."), media_type_of(b"Use <html> as the root element.")
    ('text/html', 'text/plain')
    """
    text = _readable(body[:HEAD_BYTES])
    if _PAGE_RE.match(text) or (_BEGINS_AS_MARKUP_RE.match(text) and _ROOT_RE.search(text)):
        return "text/html"
    begins_with_tag = _BEGINS_WITH_TAG_RE.match(text)
    found = _END_TAG_RE.findall(text, 0, HEAD_BYTES if begins_with_tag else 4096)
    return "text/html" if len(found) >= (1 if begins_with_tag else MIN_END_TAGS) else "text/plain"


def _readable(head: bytes) -> str:
    """The head as text in which tags can be seen; the letters between them do not matter here."""
    for mark, encoding in _BOMS.items():
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.replace(b"\0", b"").decode("latin-1")  # UTF-16 without a mark: its tags are ASCII
