"""Over many documents: in order, each in the output or in the rejects."""

from .local import Outcome, clean_all
from .summary import Summary

__all__ = ["Outcome", "Summary", "clean_all"]
