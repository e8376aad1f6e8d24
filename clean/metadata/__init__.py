"""Title, authors, dates, language and the like of a document; each value with where it was found."""

from .language import Language, identify
from .page import from_page

__all__ = ["Language", "from_page", "identify"]
