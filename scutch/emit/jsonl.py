"""JSON lines, plain or compressed: the same records give the same bytes."""

import gzip
from pathlib import Path
from typing import Any, cast

import msgspec

from .atomic import AtomicFile, ByteSink

_ENCODER = msgspec.json.Encoder()
LEVEL = 6
"""Of gzip: the usual one. zstd takes its own usual one."""


def encode(record: Any) -> bytes:
    """One record as a line of JSON. A lone surrogate in a carried value becomes U+FFFD, a number past 64 bits a string.

    >>> encode({"id": "a"})
    b'{"id":"a"}\\n'
    """
    try:
        return _ENCODER.encode(record) + b"\n"
    except (ValueError, OverflowError, TypeError):
        return _ENCODER.encode(_plain(msgspec.to_builtins(record))) + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, int | float | bool | None):
        return value if not isinstance(value, int) or -(2**63) <= value < 2**64 else hex(value)
    return str(value)


class JsonLines:
    """Records into `.jsonl`, `.jsonl.gz` or `.jsonl.zst`; without `keep_empty` a file with no record is no file."""

    def __init__(self, target: Path, *, keep_empty: bool = True) -> None:
        self._file = AtomicFile(target)
        self._sink = _compressed(self._file, target.suffix)
        self._keep_empty = keep_empty
        self.written = 0

    def write(self, record: Any) -> None:
        self._sink.write(encode(record))
        self.written += 1

    def commit(self) -> None:
        self._sink.close()
        if self.written or self._keep_empty:
            self._file.commit()
        else:
            self._file.discard()
            self._file.target.unlink(missing_ok=True)  # an earlier run's, which this run replaces

    def discard(self) -> None:
        self._file.discard()


def _compressed(file: AtomicFile, suffix: str) -> ByteSink:
    if suffix == ".gz":
        # mtime=0 and no name: the same records give the same bytes, whenever and wherever.
        return cast(
            "ByteSink", gzip.GzipFile(filename="", mode="wb", fileobj=cast("Any", file), compresslevel=LEVEL, mtime=0)
        )
    if suffix == ".zst":
        import zstandard  # nobody else here needs it

        return cast(
            "ByteSink", zstandard.ZstdCompressor(write_checksum=True).stream_writer(cast("Any", file), closefd=False)
        )
    return file
