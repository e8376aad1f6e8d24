"""What was received, exactly as it was received. The ground floor: it imports nothing of ours."""

from .document import RawDocument, Reject
from .errors import ConfigurationError, EmitError, ReadError, ScutchError
from .media_type import media_type_of

__all__ = ["ConfigurationError", "EmitError", "RawDocument", "ReadError", "Reject", "ScutchError", "media_type_of"]
