"""HTML to blocks, and what the head of the page says."""

from .page import Page, extract

__all__ = ["Page", "extract"]
