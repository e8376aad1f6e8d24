"""Bad input gives one clear line and an exit status; the other documents are cleaned; nothing is half written."""

import ctypes
import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard

Command = Callable[..., subprocess.CompletedProcess[bytes]]
Records = Callable[[Path], list[dict[str, Any]]]
SCUTCH = str(Path(sys.executable).with_name("scutch"))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A folder with a good document, to which a test adds a bad one."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("A good document.\n")
    return folder


def assert_one_reject(done: subprocess.CompletedProcess[bytes], folder: Path, records: Records, *words: str) -> None:
    """The run is complete, the good document is there, and one line says what was wrong with the other."""
    assert done.returncode == 3
    assert [record["text"] for record in records(folder / "out.jsonl")] == ["A good document."]
    (reject,) = records(folder / "out.rejects.jsonl")
    assert reject["status"] == "rejected"
    told = [line for line in done.stderr.decode().splitlines() if line.startswith("Rejected: ")]
    assert len(told) == 1
    assert all(word in told[0] for word in words), told
    assert all(word in f"{reject['source']}: {reject['reason']}" for word in words)


def obey_modes() -> None:
    """Take from root what lets it pass every mode: PR_CAPBSET_DROP of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""
    if os.getuid() == 0:
        for capability in (1, 2):
            assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0


def nothing_partial(folder: Path) -> bool:
    return not list(folder.rglob("*.partial"))


def test_an_empty_file_is_a_document_without_text(
    scutch: Command, good: Path, records: Records, tmp_path: Path
) -> None:
    (good / "empty.txt").write_bytes(b"")
    done = scutch("clean", good, "--output", tmp_path / "out.jsonl")
    assert done.returncode == 0
    assert [(record["text"], record["status"]) for record in records(tmp_path / "out.jsonl")] == [
        ("", "kept"),
        ("A good document.", "kept"),
    ]
    assert b"1 document is empty after cleaning" in done.stderr


def test_a_binary_file_is_rejected(scutch: Command, good: Path, records: Records, tmp_path: Path) -> None:
    (good / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert_one_reject(
        scutch("clean", good, "--output", tmp_path / "out.jsonl"), tmp_path, records, "picture.txt", "PNG"
    )


def test_a_folder_with_nothing_readable_is_a_warning(scutch: Command, tmp_path: Path) -> None:
    for name in ("empty", "pictures"):
        (tmp_path / name).mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG")
    for name in ("empty", "pictures"):
        done = scutch("clean", tmp_path / name, "--output", tmp_path / f"{name}.jsonl")
        assert done.returncode == 0
        assert (tmp_path / f"{name}.jsonl").read_bytes() == b""
        assert done.stderr.decode().startswith("Warning: ")
        assert name in done.stderr.decode().splitlines()[0]


def test_broken_records_are_rejected_and_kept_as_they_came(scutch: Command, tmp_path: Path, records: Records) -> None:
    table = tmp_path / "t.jsonl"
    table.write_text(
        '{"text":"One."}\n{"text": "broken\n{"url":"https://example.org/"}\n{"text":5}\n["text"]\n{"text":"Two."}\n'
    )
    done = scutch("clean", table, "--output", tmp_path / "out.jsonl")
    assert done.returncode == 3
    assert [record["text"] for record in records(tmp_path / "out.jsonl")] == ["One.", "Two."]
    rejects = records(tmp_path / "out.rejects.jsonl")
    assert [record["source"] for record in rejects] == [f"{table}:{line}" for line in (2, 3, 4, 5)]
    assert rejects[0]["extra"]["raw"] == '{"text": "broken'
    assert rejects[1]["url"] == "https://example.org/"
    assert b"4 documents rejected" in done.stderr


def test_a_missing_input_ends_the_run_before_it_begins(scutch: Command, good: Path, tmp_path: Path) -> None:
    for missing in (tmp_path / "nowhere.txt", tmp_path / "no*.txt"):
        done = scutch("clean", good, missing, "--output", tmp_path / "out.jsonl")
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert str(missing) in done.stderr.decode()
        assert not (tmp_path / "out.jsonl").exists()


def test_a_file_that_may_not_be_read_is_rejected(scutch: Command, good: Path, records: Records, tmp_path: Path) -> None:
    (good / "secret.txt").write_text("secret")
    (good / "secret.txt").chmod(0)
    done = scutch("clean", good, "--output", tmp_path / "out.jsonl", preexec_fn=obey_modes)
    assert_one_reject(done, tmp_path, records, "secret.txt", "Permission denied")


def test_a_lone_surrogate_and_nul_bytes_are_mended(scutch: Command, tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text('{"text":"a \\ud800 b"}\n{"text":"x\\u0000y"}\n')
    (tmp_path / "nul.txt").write_bytes(b"A text with a NUL\x00 in it.\n")
    done = scutch("clean", tmp_path)
    nul, surrogate, control = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert (surrogate["text"], surrogate["repairs"]) == ("a \ufffd b", {"surrogate": 1})
    assert (control["text"], control["repairs"]) == ("xy", {"control": 1})
    assert nul["text"] == "A text with a NUL in it."


@pytest.mark.parametrize("suffix", [".txt.gz", ".txt.zst", ".jsonl.gz"])
def test_a_bomb_is_rejected(scutch: Command, good: Path, records: Records, tmp_path: Path, suffix: str) -> None:
    packer = zstandard.ZstdCompressor() if suffix.endswith("zst") else None
    zeros = b"\0" * (300 << 20) if suffix.startswith(".jsonl") else b"a" * (300 << 20)
    (good / f"bomb{suffix}").write_bytes(packer.compress(zeros) if packer else gzip.compress(zeros))
    assert_one_reject(scutch("clean", good, "--output", tmp_path / "out.jsonl"), tmp_path, records, f"bomb{suffix}")


def test_a_loop_of_links_ends(scutch: Command, good: Path, records: Records, tmp_path: Path) -> None:
    (good / "loop").symlink_to(good)
    (good / "self").symlink_to(good / "self")
    done = scutch("clean", good, "--output", tmp_path / "out.jsonl")
    assert_one_reject(done, tmp_path, records, "self")


def test_a_line_of_a_hundred_megabytes_is_cut_and_says_so(
    scutch: Command, good: Path, records: Records, tmp_path: Path
) -> None:
    (good / "long.txt").write_bytes(b"word " * (20 << 20))
    done = scutch("clean", good, "--output", tmp_path / "out.jsonl", "--removed", tmp_path / "removed.jsonl")
    assert done.returncode == 0
    found = records(tmp_path / "out.jsonl")
    assert [record["flags"] for record in found] == [[], ["limit.bytes"]]
    (entry,) = records(tmp_path / "removed.jsonl")
    assert entry["rule"] == "limit.bytes"
    assert "67,108,864" in entry["reason"]


def test_an_unknown_charset_is_a_flag(scutch: Command, tmp_path: Path) -> None:
    row = {"body": "U8OjbyBQYXVsbw==", "charset": "x-klingon", "media_type": "text/plain"}
    done = scutch("clean", "-", "--format", "jsonl", stdin=json.dumps(row).encode())
    found = json.loads(done.stdout)
    assert (done.returncode, found["text"], found["flags"]) == (0, "São Paulo", ["charset.unknown"])


def test_an_output_that_cannot_be_written_ends_the_run(scutch: Command, good: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for output, status in (
        (tmp_path / "nowhere" / "out.jsonl", 1),
        (tmp_path / "file" / "out.jsonl", 1),
        (tmp_path / "out.docx", 2),
    ):
        done = scutch("clean", good, "--output", output)
        assert done.returncode == status
        assert len(done.stderr.splitlines()) == 1
        assert str(output) in done.stderr.decode()
    assert nothing_partial(tmp_path)


def test_an_output_folder_without_permission_ends_the_run(scutch: Command, good: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    for output in (locked / "out.jsonl", locked / "pages"):
        done = scutch("clean", good, "--output", output, preexec_fn=obey_modes)
        assert done.returncode == 1
        assert done.stderr.decode().startswith(f"Error: {output}: cannot write (Permission denied)")
        assert len(done.stderr.splitlines()) == 1


def limit_file_size() -> None:
    """A disk that is full after 4 KiB, for this process alone."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "pages"])
def test_a_full_disk_leaves_nothing_half_written(scutch: Command, tmp_path: Path, name: str) -> None:
    table = tmp_path / "t.jsonl"
    body = " ".join(f"{number * 7919 % 10007}" for number in range(4000))
    table.write_text(json.dumps({"text": body}) + "\n" + json.dumps({"text": body[::-1]}) + "\n")
    done = scutch("clean", table, "--output", tmp_path / name, preexec_fn=limit_file_size)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"cannot write" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["t.jsonl"]


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[Path]:
    """A pipe that gives documents and does not end."""
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    code = f"import time\nwith open({str(pipe)!r}, 'w') as pipe:\n  for _ in range(600):\n    pipe.write('{{\"text\":\"Hello.\"}}\\n'); pipe.flush(); time.sleep(0.1)"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as writer:
        yield pipe
        writer.kill()


def test_ctrl_c_ends_with_130_and_leaves_nothing(endless: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with subprocess.Popen([SCUTCH, "clean", endless, "--output", out], stderr=subprocess.PIPE) as run:
        deadline = time.monotonic() + 30
        while not list(tmp_path.glob("*.partial")) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert list(tmp_path.glob(".out.jsonl.*.partial"))
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=30)
    assert run.returncode == 130
    assert told.decode() == "Stopped by Ctrl-C: no output file was written.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["pipe.jsonl"]


def test_an_output_among_the_inputs_is_refused(scutch: Command, good: Path) -> None:
    out = good / "clean.jsonl"
    assert scutch("clean", good, "--output", out).returncode == 0
    done = scutch("clean", good, "--output", out, "--overwrite")
    assert done.returncode == 2
    assert b"among the inputs" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--site-lines", "table.tsv"], "--site-lines"),
        (["--format", "md", "--output", "x.jsonl"], "x.jsonl"),
        (["--format", "jsonl", "--output", "pages"], "pages"),
        (["--workers", "0"], "--workers"),
        (["--profile", "wild"], "--profile"),
        (["--removed", "ledger.csv"], "ledger.csv"),
    ],
)
def test_a_wrong_command_line_is_2(
    scutch: Command, good: Path, arguments: list[str], word: str, tmp_path: Path
) -> None:
    done = scutch("clean", good, *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert word in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_no_terminal_escape_of_a_document_reaches_the_terminal(scutch: Command, tmp_path: Path) -> None:
    name = tmp_path / "evil\x1b[31m.txt"
    name.write_bytes(b"Red: \x1b[31m and \x9b31m.\n\nShare on Facebook \x1b]0;title\x07\n")
    for arguments in (["explain", name], ["clean", name], ["clean", name, "--verbose", "--format", "md"]):
        done = scutch(*arguments)
        assert done.returncode == 0
        assert not {b"\x1b", b"\x07"} & {bytes([byte]) for byte in done.stdout + done.stderr}
        assert "\x9b" not in (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("arguments", [["clean"], ["clean", "--format", "jsonl"], ["explain"], ["rules"]])
def test_a_full_standard_output_is_one_line(good: Path, arguments: list[str]) -> None:
    command, *options = arguments
    inputs = [] if command == "rules" else [good / "good.txt"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([SCUTCH, command, *inputs, *options], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"No space left on device" in done.stderr


def test_two_outputs_of_one_name_are_refused(scutch: Command, good: Path, tmp_path: Path) -> None:
    for options in (["--removed", "a.jsonl"], ["--removed", "b.jsonl", "--rejects", "b.jsonl"]):
        done = scutch("clean", good, "--output", "a.jsonl", *options, cwd=tmp_path)
        assert done.returncode == 2
        assert b"two outputs" in done.stderr
        assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_folder_that_is_written_into_the_input_is_refused_the_second_time(scutch: Command, good: Path) -> None:
    assert scutch("clean", good, "--output", good / "out").returncode == 0
    done = scutch("clean", good, "--output", good / "out", "--overwrite")
    assert done.returncode == 2
    assert b"among the inputs" in done.stderr
