"""The outside world in, RawDocuments out."""
