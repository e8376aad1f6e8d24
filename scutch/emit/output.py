"""Where records go: told by the name of the output."""

from pathlib import Path
from typing import Any, Protocol

from scutch.raw import ConfigurationError

from .folder import Folder
from .jsonl import JsonLines
from .standard import StandardOutput

JSON_LINES = (".jsonl", ".jsonl.gz", ".jsonl.zst")
"""Names of files that end so are JSON lines."""

FORMATS = ("text", "md", "jsonl")


class Emitter(Protocol):
    """Takes records one by one. After `commit` the output is there; after `discard` nothing is."""

    written: int

    def write(self, record: Any) -> None: ...
    def commit(self) -> None: ...
    def discard(self) -> None: ...


def open_output(target: str | None, format_name: str | None, *, overwrite: bool) -> Emitter:
    """The emitter for an output: JSON lines by suffix, else a folder; None is standard output."""
    if target is None or target == "-":
        return StandardOutput(format_name)
    path = Path(target)
    if target.endswith(JSON_LINES):
        if format_name not in (None, "jsonl"):
            raise ConfigurationError(
                f"{target} holds JSON lines, not {format_name}: name a folder for --format {format_name}"
            )
        return open_json_lines(target, overwrite=overwrite)
    _check_folder(target, path, format_name, overwrite=overwrite)
    return Folder(path, format_name or "md")


def open_json_lines(target: str, *, overwrite: bool, keep_empty: bool = True) -> JsonLines:
    """JSON lines in a file that is not there yet, or may be replaced."""
    path = Path(target)
    if not target.endswith(JSON_LINES):
        raise ConfigurationError(f"{target}: its name must end in {', '.join(JSON_LINES[:-1])} or {JSON_LINES[-1]}")
    if path.is_dir():
        raise ConfigurationError(f"{target} is a folder: name a file in it")
    if path.exists() and not overwrite:
        raise ConfigurationError(f"{target} is there already: give --overwrite to replace it, or another name")
    return JsonLines(path, keep_empty=keep_empty)


def _check_folder(target: str, path: Path, format_name: str | None, *, overwrite: bool) -> None:
    if format_name == "jsonl":
        raise ConfigurationError(f"{target} is a folder's name: for JSON lines it must end in {', '.join(JSON_LINES)}")
    if path.suffix and not path.is_dir() and not target.endswith("/"):
        raise ConfigurationError(
            f"{target}: expected a name that ends in {', '.join(JSON_LINES)}, or a folder "
            f"(for a folder of that name, end it with /; for one text, leave --output away and redirect)"
        )
    if path.exists() and not path.is_dir():
        raise ConfigurationError(f"{target} is a file: name a folder, or a file that ends in {', '.join(JSON_LINES)}")
    if path.is_dir() and any(path.iterdir()) and not overwrite:
        raise ConfigurationError(f"{target} is not empty: give --overwrite to write into it, or name another folder")
