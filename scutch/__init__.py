"""Explainable cleaning: raw pages and messy text in, clean documents out, with the reason for every line that went."""

from pathlib import Path

__version__ = "0.1.0"

# In a clone, Python finds this folder before the installed package; the rooms stand beside it then, not in it.
if not (Path(__file__).parent / "clean").is_dir():
    __path__.append(str(Path(__file__).parent.parent))

from scutch.clean import Configuration, Document, Removal
from scutch.clean.rules import PROFILES
from scutch.raw import RawDocument, ScutchError

from .api import clean, clean_many

__all__ = ["PROFILES", "Configuration", "Document", "RawDocument", "Removal", "ScutchError", "clean", "clean_many"]
