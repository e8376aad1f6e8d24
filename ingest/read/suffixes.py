"""What the end of a file's name says about it."""

import mimetypes
from pathlib import PurePosixPath
from typing import NamedTuple

from .compression import LAYERS

# Told apart from what nobody knows: such a file is refused by its name, with the reason, and skipped in a folder.
NOT_READ = {
    ".7z": "a 7-Zip archive",
    ".arrow": "an Arrow table",
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".epub": "an e-book",
    ".feather": "an Arrow table",
    ".mobi": "an e-book",
    ".odt": "an OpenDocument text",
    ".parquet": "a Parquet table",
    ".pdf": "a PDF",
    ".pptx": "a PowerPoint presentation",
    ".rar": "a RAR archive",
    ".rtf": "a rich text (RTF)",
    ".warc": "a WARC archive",
    ".xlsx": "an Excel workbook",
}


def _known_to_python() -> frozenset[str]:
    # Without files: what /etc/mime.types of this machine knows would change which files a folder gives.
    tables = mimetypes.MimeTypes(filenames=())
    types = {suffix for strict in (True, False) for suffix in tables.types_map[strict]}
    return frozenset(types | set(tables.encodings_map) | set(tables.suffix_map))


OTHER = _known_to_python() | NOT_READ.keys()
"""Suffixes that say what a file is; those that scutch reads are looked up first."""


class Suffix(NamedTuple):
    """`page.HTML.gz` ends in `.html`, in the layer `.gz`; each is empty where the name has none."""

    kind: str
    layer: str


def suffix_of(name: str) -> Suffix:
    """What the name ends in.

    >>> suffix_of("dump/page.HTML.gz"), suffix_of("README")
    (Suffix(kind='.html', layer='.gz'), Suffix(kind='', layer=''))
    """
    path = PurePosixPath(name)
    last = path.suffix.lower()
    if last in LAYERS:
        return Suffix(path.with_suffix("").suffix.lower(), last)
    return Suffix(last, "")
