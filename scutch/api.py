"""The cleaner as functions: a document in, a document and its reasons out."""

from collections.abc import Iterable, Iterator

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

    `url` helps with a page's metadata. Nothing is fetched. The result depends on the arguments alone.

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
    """Clean documents one by one, in order, one in memory at a time."""
    return (clean_document(_received(document, None, None), configuration) for document in documents)


def _received(document: str | bytes | RawDocument, url: str | None, media_type: str | None) -> RawDocument:
    if isinstance(document, RawDocument):
        return document
    charset = None
    if isinstance(document, str):
        document, charset = document.encode("utf-8", "surrogatepass"), "utf-8"
    return RawDocument(document, source=url or "text", url=url, media_type=media_type, charset=charset)
