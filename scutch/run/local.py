"""Documents one by one, on this machine."""

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from scutch.clean import Configuration, Document, clean_document
from scutch.raw import RawDocument, Reject

Outcome = Document | Reject
"""What becomes of a document."""


def clean_all(documents: Iterable[RawDocument | Reject], configuration: Configuration) -> Iterator[Outcome]:
    """A Document or a Reject for each document, in order, one in memory at a time."""
    for document in documents:
        yield document if isinstance(document, Reject) else _clean_or_reject(document, configuration)


def _clean_or_reject(raw: RawDocument, configuration: Configuration) -> Outcome:
    try:
        return clean_document(raw, configuration)
    except Exception as error:  # noqa: BLE001 -- a defect of ours or of a library costs one document, never the run
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}, line {last.lineno}"
        problem = " ".join(str(error).split())[:200]
        reason = f"cleaning failed ({type(error).__name__}: {problem}; {place}); please report it with the document"
        return Reject(raw.source, reason, id=raw.identifier, url=raw.url)
