"""What the user named, as a list of files to read, in order and each once."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from scutch.raw import ConfigurationError, Reject

from .names import shown, source_of
from .pattern import is_pattern, matches
from .readers import READERS
from .suffixes import OTHER, suffix_of
from .walk import Entry, is_folder, walk

STANDARD_INPUT = "-"

MAX_SUFFIXES_SHOWN = 6
"""Of the files that were skipped: a warning is one line."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read; `-` is standard input, and a file of that name is `./-`."""

    path: str

    @property
    def source(self) -> str:
        """What its documents are called by."""
        return source_of(self.path)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files to read, a Reject in the place of a folder that could not be listed, and what the user should know."""

    found: tuple[Input | Reject, ...]
    warnings: tuple[str, ...] = ()
    """One line each."""


@dataclass(slots=True)
class _Expansion:
    """What one argument gave: each input under the place where it really is."""

    found: dict[str, Input | Reject] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)
    walked: bool = False


def find_inputs(arguments: Sequence[str]) -> Inputs:
    """The inputs that files, folders, globs and `-` name, in the order of the arguments; a file is found once.

    An argument that names nothing is a ConfigurationError. In a folder a file whose suffix says that it is something
    else is skipped and counted; a file that is named, or that a glob names, is always read.
    """
    found: dict[str, Input | Reject] = {}
    warnings: list[str] = []
    for argument in arguments:
        expansion = _expanded(argument)
        warnings += _warnings(argument, expansion)
        for place, one in expansion.found.items():
            found.setdefault(place, one)
    return Inputs(tuple(found.values()), tuple(warnings))


def _expanded(argument: str) -> _Expansion:
    expansion = _Expansion()
    if argument == STANDARD_INPUT:
        expansion.found[STANDARD_INPUT] = Input(STANDARD_INPUT)
        return expansion
    for path in _paths(argument):
        if isinstance(path, Reject):
            expansion.found.setdefault(path.source, path)
        elif is_folder(path):
            _add_folder(expansion, path)
        else:
            expansion.found.setdefault(os.path.realpath(path), Input(path))
    return expansion


def _paths(argument: str) -> Iterator[str | Reject]:
    """A name that exists is that name, even where it reads as a glob: `notes[1].txt`."""
    if _exists(argument):
        path = str(PurePosixPath(argument))
        return iter(["./-" if path == STANDARD_INPUT else path])
    if "://" in argument:
        raise ConfigurationError(f"{shown(argument)}: is a URL; try: curl -sL {shown(argument)} | scutch clean -")
    if not is_pattern(argument):
        raise ConfigurationError(f"{shown(argument)}: no such file or folder; check the name")
    found = matches(argument)
    if not found:
        raise ConfigurationError(f"{shown(argument)}: no file matches the pattern; check it, and where you are")
    return iter(found)


def _exists(argument: str) -> bool:
    """Whether there is something to read, or to report then: a link to nothing, a folder that is closed to us."""
    try:
        os.lstat(argument)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        return False
    except OSError as error:
        return isinstance(error, PermissionError)
    return True


def _add_folder(expansion: _Expansion, folder: str) -> None:
    expansion.walked = True
    for entry in walk(folder):
        if isinstance(entry, Reject):
            expansion.found.setdefault(entry.source, entry)
        elif entry.kind != "folder":
            _add_entry(expansion, entry)


def _add_entry(expansion: _Expansion, entry: Entry) -> None:
    suffix = suffix_of(entry.path).kind
    if entry.kind == "special":  # a pipe that nobody writes to would hold the run for ever
        expansion.skipped["pipes and devices"] += 1
    elif suffix in OTHER and suffix not in READERS:
        expansion.skipped[suffix] += 1
    else:
        expansion.found.setdefault(entry.real, Input(entry.path))


def _warnings(argument: str, expansion: _Expansion) -> Iterator[str]:
    if not expansion.walked or (expansion.found and not expansion.skipped):
        return
    beginning = f"{shown(argument)}: " + ("" if expansion.found else "nothing to read ")
    if not expansion.skipped:
        yield beginning + "(no files; hidden names are left out)"
        return
    skipped = _skipped(expansion.skipped)
    skipped = skipped if expansion.found else f"({skipped})"
    yield f"{beginning}{skipped}; name a file to have it read by its content"


def _skipped(counts: Counter[str]) -> str:
    total = counts.total()
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    parts = [f"{suffix} {count}" for suffix, count in most[:MAX_SUFFIXES_SHOWN]]
    if len(most) > MAX_SUFFIXES_SHOWN:
        parts.append(f"others {sum(count for _, count in most[MAX_SUFFIXES_SHOWN:])}")
    return f"{total} file{'s' if total != 1 else ''} skipped: {', '.join(parts)}"
