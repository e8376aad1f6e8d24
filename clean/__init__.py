"""A RawDocument in, a Document and its removals out."""

from .configuration import DEFAULT, Configuration
from .document import Document, Found, Removal, Repair
from .pipeline import clean_document

__all__ = ["DEFAULT", "Configuration", "Document", "Found", "Removal", "Repair", "clean_document"]
