"""From inputs to documents: no problem of one file ends the run."""

import gzip
import io
import os
import random
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from scutch.ingest.read import Input, limits, read
from scutch.raw import RawDocument, Reject

RECORDS = b"".join(
    b'{"text": "%d %s"}\n' % (number, random.Random(number).randbytes(9).hex().encode()) for number in range(900)
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read_all(*names: str) -> list[RawDocument | Reject]:
    return list(read(map(Input, names)))


def read_one(name: str, body: bytes) -> RawDocument | Reject:
    Path(name).write_bytes(body)
    (found,) = read_all(name)
    return found


def reason(name: str, body: bytes) -> str:
    found = read_one(name, body)
    assert isinstance(found, Reject)
    assert found.source == name
    return found.reason


def test_documents_and_rejects_come_in_the_order_of_the_inputs() -> None:
    Path("a.txt").write_text("a")
    Path("b.jsonl").write_text('{"text": "b"}\nbroken\n{"text": "c"}\n')
    Path("e.md").write_text("e")
    given: list[Input | Reject] = [
        Input("a.txt"),
        Reject("x", "closed"),
        Input("b.jsonl"),
        Input("d.txt"),
        Input("e.md"),
    ]
    assert [(type(found), found.source) for found in read(given)] == [
        (RawDocument, "a.txt"),
        (Reject, "x"),
        (RawDocument, "b.jsonl:1"),
        (Reject, "b.jsonl:2"),
        (RawDocument, "b.jsonl:3"),
        (Reject, "d.txt"),
        (RawDocument, "e.md"),
    ]


def test_nothing_is_opened_before_its_turn() -> None:
    documents = read([Input("a.txt"), Input("b.txt")])
    Path("a.txt").write_text("a")
    assert next(documents).source == "a.txt"
    Path("b.txt").write_text("b")
    assert isinstance(next(documents), RawDocument)


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_packed_file_is_read_by_its_suffix_or_by_its_content(pack: object) -> None:
    assert callable(pack)
    suffix = ".gz" if pack is gzip.compress else ".zst"
    for name in (f"a.html{suffix}", "a.html", f"dump{suffix}", "dump"):
        found = read_one(name, pack(b"<!doctype html>x"))
        assert found == RawDocument(b"<!doctype html>x", name, media_type="text/html")


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_of_a_torn_table_the_whole_records_are_given_and_then_one_reject(suffix: str) -> None:
    pack = gzip.compress if suffix == ".gz" else zstandard.compress
    Path(f"a.jsonl{suffix}").write_bytes(pack(RECORDS) + pack(RECORDS)[:-300])
    *documents, last = read_all(f"a.jsonl{suffix}")
    assert len(documents) >= 900
    assert all(isinstance(document, RawDocument) for document in documents)
    assert isinstance(last, Reject)
    assert (last.source, last.reason.startswith("is cut short")) == (f"a.jsonl{suffix}", True)


def test_of_a_small_torn_table_too_the_whole_records_are_given() -> None:
    packer = zlib.compressobj(wbits=31)
    flushed = packer.compress(b'{"text": "a"}\n{"text": "b"}\n{"te') + packer.flush(zlib.Z_SYNC_FLUSH)
    for name in ("a.jsonl.gz", "unknown"):
        Path(name).write_bytes(flushed)
        assert [type(found) for found in read_all(name)] == [RawDocument, RawDocument, Reject]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_of_a_torn_document_nothing_is_given(pack: object) -> None:
    assert callable(pack)
    assert reason("a.txt", pack(random.Random(0).randbytes(9000).hex().encode())[:-9]).startswith("is cut short")


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n", "looks like a PNG picture; scutch reads plain text"),
        ("photo", b"\xff\xd8\xff\xe0", "looks like a JPEG picture; scutch reads plain text"),
        ("a.jsonl", bytes(99), "looks like a binary file; scutch reads plain text"),
        ("a.parquet", b"PAR1", "is a Parquet table, which scutch does not read; it reads plain text"),
        ("a.docx", b"", "is a Word document, which scutch does not read; it reads plain text"),
        ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n"), "is a WARC archive, which scutch does not read; it reads plain"),
        ("a.txt.gz", b"words", "is not gzip, though its name ends in .gz; rename it"),
        ("a.txt.gz", b"", "is not gzip, though its name ends in .gz; rename it"),
        ("a", b"\xfd7zXZ\0\0", "looks like an xz archive; scutch reads plain text"),
    ],
)
def test_what_is_not_read_says_what_it_is(name: str, body: bytes, said: str) -> None:
    assert reason(name, body).startswith(said)


def test_an_empty_file_is_an_empty_document_and_an_empty_table_has_none() -> None:
    for name in ("a.txt", "a.md", "a.html", "unknown"):
        found = read_one(name, b"")
        assert isinstance(found, RawDocument)
        assert found.body == b""
    Path("a.jsonl").write_bytes(b"")
    assert read_all("a.jsonl") == []


def test_files_that_cannot_be_opened_are_rejects() -> None:
    Path("folder").mkdir()
    Path("loop").symlink_to("loop")
    bound = socket.socket(socket.AF_UNIX)
    bound.bind("socket")
    bound.close()
    reasons = [found.reason for found in read_all("gone", "folder", "loop", "socket") if isinstance(found, Reject)]
    assert reasons == [
        "cannot be read (No such file or directory)",
        "cannot be read (Is a directory)",
        "cannot be read (Too many levels of symbolic links)",
        "is a socket; scutch reads files, pipes and standard input",
    ]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that opens and cannot be read")
def test_an_error_while_reading_is_a_reject() -> None:
    (found,) = read_all("/proc/self/mem")
    assert isinstance(found, Reject)
    assert found.reason == "cannot be read (Input/output error)"


def test_a_file_over_the_limit_is_cut_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 10)
    assert read_one("a.txt", b"0123456789ab") == RawDocument(
        b"0123456789", "a.txt", media_type="text/plain", flags=("limit.bytes",), size=12
    )
    packed = read_one("a.txt.gz", gzip.compress(b"0123456789ab"))
    assert isinstance(packed, RawDocument)
    assert (packed.body, packed.size) == (b"0123456789", None)


@pytest.mark.parametrize("suffix", [".txt", ".jsonl"])
def test_a_bomb_is_a_reject(suffix: str) -> None:
    packed = gzip.compress(bytes(2**20).replace(b"\0", b" ") * 65, 1)
    assert "a bomb" in reason(f"a{suffix}.gz", packed)


def test_a_pipe_can_be_named() -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=Path("pipe").write_bytes, args=[b"<html>through a pipe"])
    writer.start()
    assert read_all("pipe") == [RawDocument(b"<html>through a pipe", "pipe", media_type="text/html")]
    writer.join()


def test_what_the_shell_substitutes_can_be_named() -> None:
    reading, writing = os.pipe()
    os.write(writing, b'{"text": "a"}')
    os.close(writing)
    (found,) = read_all(f"/dev/fd/{reading}")
    os.close(reading)
    assert isinstance(found, RawDocument)
    assert found.source == f"/dev/fd/{reading}:1"


def test_standard_input_is_read_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(RECORDS))))
    found = read_all("-")
    assert len(found) == 900
    assert found[0].source == "-:1"
    assert not sys.stdin.closed


STREAMING = """
import sys
from scutch.ingest.read import Input, read
for found in read([Input("-")]):
    print(found.source, flush=True)
"""


def test_records_from_a_pipe_are_given_while_it_is_still_open() -> None:
    with subprocess.Popen([sys.executable, "-c", STREAMING], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write(b'{"text": "%s"}\n' % (b"x" * 5000))
        run.stdin.flush()
        assert run.stdout.readline() == b"-:1\n"
        run.stdin.write(b'{"text": "b"}\n')
        run.stdin.flush()
        assert run.stdout.readline() == b"-:2\n"
        run.stdin.close()
    assert run.returncode == 0


def test_ctrl_c_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    with pytest.raises(KeyboardInterrupt):
        read_all("-")


def test_one_document_is_in_memory_at_a_time() -> None:
    Path("a.jsonl").write_bytes(RECORDS)

    def inputs() -> Iterator[Input]:
        yield Input("a.jsonl")
        raise AssertionError("asked for the next file before this one was read")

    documents = read(inputs())
    assert [next(documents).source for _ in range(900)][-1] == "a.jsonl:900"
    with pytest.raises(AssertionError, match="asked for the next"):
        next(documents)
