"""A file that appears whole or not at all."""

import contextlib
import os
from pathlib import Path
from typing import BinaryIO, Protocol

from scutch.raw import EmitError


class ByteSink(Protocol):
    """Where bytes go: a file, or a compressor in front of one."""

    def write(self, data: bytes, /) -> object: ...
    def close(self) -> object: ...


class AtomicFile:
    """Writes beside the target, under a name of its own; `commit` puts it in place, `discard` leaves nothing."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self._partial = target.with_name(f".{target.name[:100]}.{os.getpid()}.partial")
        self._file: BinaryIO = self._open()

    def _open(self) -> BinaryIO:
        try:
            return self._partial.open("wb")
        except OSError as error:
            raise cannot_write(self.target, error) from error

    def write(self, data: bytes) -> None:
        try:
            self._file.write(data)
        except OSError as error:
            raise cannot_write(self.target, error) from error

    def close(self) -> None:
        """Nothing: a compressor closes what it writes to, and the file still waits for `commit`."""

    def commit(self) -> None:
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._partial.replace(self.target)
        except OSError as error:
            raise cannot_write(self.target, error) from error

    def discard(self) -> None:
        with contextlib.suppress(OSError):  # a full disk refuses the rest of the buffer too
            self._file.close()
        self._partial.unlink(missing_ok=True)


def cannot_write(path: Path, error: OSError) -> EmitError:
    """The error of the file system in one line, with what to do."""
    advice = {
        "PermissionError": "choose a folder that you may write to",
        "FileNotFoundError": "make the folder first",
        "NotADirectoryError": "a part of the path is a file",
        "IsADirectoryError": "it is a folder: name a file in it",
    }.get(type(error).__name__, "nothing was written there")
    return EmitError(str(path), f"cannot write ({error.strerror or error}); {advice}")
