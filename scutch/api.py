"""The cleaner as functions: a document in, a document and its reasons out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scutch.clean import DEFAULT, Configuration, Document, clean_document
from scutch.raw import RawDocument


def clean(
    document: str | bytes | RawDocument,
    *,
    url: str | None = None,
    media_type: str | None = None,
    configuration: Configuration = DEFAULT,
) -> Document:
    """Clean a text or a page; what it is, its content tells, unless `media_type` says so.

    `url` helps with a page's metadata; nothing is fetched. `configuration` says which rules are asked
    (`Configuration(rules=PROFILES["strict"])`) and what identifies the language. The result depends on the arguments
    alone. Raises TypeError for what is no document; no text or page makes it raise.

    >>> document = clean("A day at the sea.\\n\\nShare on Facebook\\n\\nIt rained, and we swam all the same.")
    >>> print(document.text)
    A day at the sea.
    <BLANKLINE>
    It rained, and we swam all the same.
    >>> [(removal.rule, removal.text) for removal in document.removals]
    [('boilerplate.share-buttons', 'Share on Facebook')]
    """
    return clean_document(_received(document, url, media_type), configuration)


def clean_many(
    documents: Iterable[str | bytes | RawDocument], *, configuration: Configuration = DEFAULT
) -> Iterator[Document]:
    """Clean documents one by one, in order, one in memory at a time. Raises TypeError for a single text.

    >>> [document.text for document in clean_many(["One text.", b"<p>A page.</p>"])]
    ['One text.', 'A page.']
    """
    if isinstance(documents, str | bytes):
        raise TypeError("expected several documents; for one, call clean")
    return (clean_document(_received(document, None, None), configuration) for document in documents)


def _received(document: str | bytes | RawDocument, url: str | None, media_type: str | None) -> RawDocument:
    if isinstance(document, RawDocument):
        return replace(document, url=url or document.url, media_type=media_type or document.media_type)
    charset = None
    if isinstance(document, str):
        document, charset = document.encode("utf-8", "surrogatepass"), "utf-8"
    if not isinstance(document, bytes):
        raise TypeError(f"expected str, bytes or RawDocument, not {type(document).__name__}")
    return RawDocument(document, source=url or "text", url=url, media_type=media_type, charset=charset)
