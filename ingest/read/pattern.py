"""Globs: `*`, `?`, `[a-z]`, and `**` for folders at any depth; Python's own follow loops of links 40 levels down."""

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from scutch.raw import Reject

from .walk import Entry, cannot_list, is_folder, joined, listed, walk

_MAGIC_RE = re.compile(r"[*?]|\[.+\]")


def is_pattern(argument: str) -> bool:
    return _MAGIC_RE.search(argument) is not None


def matches(pattern: str) -> list[str | Reject]:
    """The paths that a pattern names, sorted by their parts; as in the shell, `*` names nothing hidden.

    A pattern that ends in `**` names the folder: all that it holds is found by walking it.
    """
    parts = [part for part in pattern.split("/") if part]
    return sorted(_matches("/" if pattern.startswith("/") else ".", parts), key=_parts)


def _parts(found: str | Reject) -> list[str]:
    return (found.source if isinstance(found, Reject) else found).split("/")


def _matches(base: str, parts: list[str]) -> Iterator[str | Reject]:
    if not parts:
        yield base
        return
    part, rest = parts[0], parts[1:]
    candidates = _beneath(base, rest) if part == "**" else _named(base, part)
    for candidate in candidates:
        if isinstance(candidate, Reject):
            yield candidate
        elif part == "**" or not rest or candidate.kind == "folder":
            yield from _matches(candidate.path, rest)


def _beneath(base: str, rest: list[str]) -> Iterator[Entry | Reject]:
    """The folder, and where something follows `**`, every folder beneath it."""
    if not rest:
        yield Entry(base, base, "folder")
        return
    yield from (found for found in walk(base) if isinstance(found, Reject) or found.kind == "folder")


def _named(base: str, part: str) -> Iterator[Entry | Reject]:
    """The names in a folder that one part of a pattern fits."""
    if not is_pattern(part):
        path = joined(base, part)
        if os.path.lexists(path):
            yield Entry(path, path, "folder" if is_folder(path) else "file")
        return
    try:
        entries = listed(Entry(base, base, "folder"), hidden=part.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield cannot_list(base, error)
        return
    yield from (entry for entry in entries if fnmatchcase(PurePosixPath(entry.path).name, part))
