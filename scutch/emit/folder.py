"""A folder with a file a document: Markdown or text."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from scutch.raw import EmitError

from .atomic import cannot_write
from .markdown import as_markdown, as_plain
from .names import name_of
from .record import Record

FORMATS: dict[str, Callable[[Record], str]] = {"md": as_markdown, "text": as_plain}
SUFFIXES = {"md": ".md", "text": ".txt"}


class Folder:
    """Records into files of a folder. All are written beside it first and put in place together."""

    def __init__(self, target: Path, format_name: str) -> None:
        self._target, self._as_text, self._suffix = target, FORMATS[format_name], SUFFIXES[format_name]
        self._last_number: dict[str, int] = {}
        self.written = 0
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._staged = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", suffix=".partial", dir=target.parent))
        except OSError as error:
            raise cannot_write(target, error) from error

    def write(self, record: Record) -> None:
        path = self._free(name_of(record))
        try:
            # A lone surrogate in a carried value has no UTF-8; the text itself holds none.
            path.write_text(self._as_text(record), encoding="utf-8", errors="replace", newline="\n")
        except OSError as error:
            raise cannot_write(self._target / path.name, error) from error
        self.written += 1

    def _free(self, name: str) -> Path:
        """The name, or the name with the first free number: equal ids, `a.txt` beside `a.html`, `A` beside `a`."""
        number = self._last_number.get(name.casefold(), 0) + 1
        while True:
            path = self._staged / (f"{name}{self._suffix}" if number == 1 else f"{name}-{number}{self._suffix}")
            taken = path.exists() or (number > 1 and path.stem.casefold() in self._last_number)
            if not taken:
                break
            number += 1
        self._last_number[name.casefold()] = number
        self._last_number.setdefault(path.stem.casefold(), 1)
        return path

    def commit(self) -> None:
        try:
            if not self._target.exists():
                self._staged.chmod(0o755)  # mkdtemp makes it for its owner alone
                self._staged.replace(self._target)
                return
            for path in sorted(self._staged.iterdir()):
                path.replace(self._target / path.name)
            self._staged.rmdir()
        except OSError as error:
            raise EmitError(
                str(self._target), f"cannot put the files in place ({error.strerror}); they are in {self._staged}"
            ) from error

    def discard(self) -> None:
        shutil.rmtree(self._staged, ignore_errors=True)
