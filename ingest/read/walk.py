"""Everything beneath a folder, in an order that no file system decides."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from scutch.raw import Reject

from .names import source_of

Kind = Literal["file", "folder", "special"]


class Entry(NamedTuple):
    """A name in a folder: as it was found, and where it really is, so that nothing is read twice."""

    path: str
    real: str
    kind: Kind


def walk(folder: str) -> Iterator[Entry | Reject]:
    """The folder and what is beneath it, sorted by the parts of the path; a folder that cannot be listed is a Reject.

    Hidden names are left out. Links are followed, and each real folder is visited once: a loop of links ends.
    """
    visited: set[str] = set()
    waiting = [Entry(folder, os.path.realpath(folder), "folder")]
    while waiting:
        entry = waiting.pop()
        if entry.kind == "folder":
            if entry.real in visited:
                continue
            visited.add(entry.real)
            try:
                waiting += reversed(listed(entry))
            except OSError as error:
                yield cannot_list(entry.path, error)
        yield entry


def listed(folder: Entry, *, hidden: bool = False) -> list[Entry]:
    """The names in one folder, sorted; those that are hidden too, or else only the others."""
    with os.scandir(folder.path) as found:
        entries = sorted((entry for entry in found if hidden or not entry.name.startswith(".")), key=_name)
    return [Entry(joined(folder.path, entry.name), _real(folder, entry), _kind(entry)) for entry in entries]


def cannot_list(path: str, error: OSError) -> Reject:
    return Reject(source_of(path), f"cannot list the folder ({error.strerror})")


def joined(folder: str, name: str) -> str:
    """The path of a name in a folder; `-` in the folder `.` must not become standard input.

    >>> joined("texts", "a.txt"), joined(".", "a.txt"), joined("/", "a.txt"), joined(".", "-")
    ('texts/a.txt', 'a.txt', '/a.txt', './-')
    """
    if folder == ".":
        return "./-" if name == "-" else name
    return f"{folder.rstrip('/')}/{name}"


def is_folder(path: str) -> bool:
    """Whether it can be walked; what cannot even be looked at is read as a file, and reported then."""
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode)
    except OSError:
        return False


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _real(folder: Entry, entry: "os.DirEntry[str]") -> str:
    # realpath() asks the system for every part of the path; of a name that is no link the folder's answer will do.
    return os.path.realpath(entry.path) if entry.is_symlink() else joined(folder.real, entry.name)


def _kind(entry: "os.DirEntry[str]") -> Kind:
    """A link that leads nowhere is a file: opening it says what is wrong, and that is reported."""
    try:
        if entry.is_dir():
            return "folder"
        if entry.is_file():
            return "file"
        entry.stat()
    except OSError:
        return "file"
    return "special"
