"""What the user named, as a list of files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scutch.ingest.read import Input, find_inputs, read
from scutch.raw import ConfigurationError, Reject


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("text")


def sources(*arguments: str) -> list[str]:
    return [found.source for found in find_inputs(arguments).found]


def test_files_folders_globs_and_standard_input_come_in_the_order_of_the_arguments() -> None:
    write("z.txt", "d/b.md", "d/a.html", "g1.txt", "g2.txt")
    assert sources("z.txt", "d", "-", "g*.txt") == ["z.txt", "d/a.html", "d/b.md", "-", "g1.txt", "g2.txt"]


def test_a_file_that_is_named_twice_is_read_once() -> None:
    write("d/a.txt", "d/b.txt")
    Path("link.txt").symlink_to("d/b.txt")
    assert sources("d/b.txt", "d", "./d/a.txt", "d/*.txt", "d/", "link.txt", "-", "-") == ["d/b.txt", "d/a.txt", "-"]


def test_two_hard_links_are_two_files() -> None:
    write("a.txt")
    os.link("a.txt", "b.txt")
    assert sources(".") == ["a.txt", "b.txt"]


def test_the_folder_is_part_of_the_source_as_it_was_given() -> None:
    write("d/e/a.txt")
    assert sources("./d/") == ["d/e/a.txt"]
    assert sources(str(Path("d").absolute())) == [str(Path("d/e/a.txt").absolute())]
    assert sources("d/../d/e") == ["d/../d/e/a.txt"]


def test_a_file_called_minus_is_not_standard_input() -> None:
    write("-")
    assert sources("./-") == ["./-"]
    assert sources(".") == ["./-"]
    assert [document.body for document in read(find_inputs(["./-"]).found) if not isinstance(document, Reject)] == [
        b"text"
    ]


def test_a_name_that_exists_is_not_a_glob() -> None:
    write("notes[1].txt", "notes1.txt")
    assert sources("notes[1].txt") == ["notes[1].txt"]


def test_in_a_folder_what_says_it_is_something_else_is_skipped_and_counted() -> None:
    write("d/a.txt", "d/b.PNG", "d/c.png", "d/s.css", "d/README", "d/x.log", "d/t.parquet", "d/u.tar.gz", "d/v.txt.gz")
    inputs = find_inputs(["d"])
    assert [found.source for found in inputs.found] == ["d/README", "d/a.txt", "d/v.txt.gz", "d/x.log"]
    assert inputs.warnings == (
        "d: 5 files skipped: .png 2, .css 1, .parquet 1, .tar 1; name a file to have it read by its content",
    )


def test_a_folder_with_nothing_to_read_gives_one_line() -> None:
    write("pictures/a.png", "hidden/.x.txt")
    Path("empty").mkdir()
    inputs = find_inputs(["pictures", "hidden", "empty"])
    assert inputs.found == ()
    assert inputs.warnings == (
        "pictures: nothing to read (1 file skipped: .png 1); name a file to have it read by its content",
        "hidden: nothing to read (no files; hidden names are left out)",
        "empty: nothing to read (no files; hidden names are left out)",
    )


def test_a_warning_stays_one_short_line_with_many_suffixes_and_strange_names() -> None:
    write(*(f"two\nlines/a{suffix}" for suffix in (".png", ".css", ".js", ".pdf", ".csv", ".py", ".gif", ".mp4")))
    (warning,) = find_inputs(["two\nlines"]).warnings
    assert "\n" not in warning
    assert warning.endswith(".mp4 1, .pdf 1, others 2); name a file to have it read by its content")


def test_a_pipe_in_a_folder_does_not_hold_the_run() -> None:
    write("d/a.txt")
    os.mkfifo("d/pipe")
    inputs = find_inputs(["d"])
    assert inputs.found == (Input("d/a.txt"),)
    assert "pipes and devices 1" in inputs.warnings[0]


def test_what_is_named_is_always_an_input_whatever_its_suffix() -> None:
    write("a.png", "b.css")
    assert sources("a.png", "*.css") == ["a.png", "b.css"]


def test_a_hidden_file_or_folder_that_is_named_is_read() -> None:
    write(".a.txt", ".d/b.txt")
    assert sources(".a.txt", ".d") == [".a.txt", ".d/b.txt"]


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("gone.txt", "gone.txt: no such file or folder; check the name"),
        ("gone/a.txt", "gone/a.txt: no such file or folder; check the name"),
        ("", "'': no such file or folder; check the name"),
        ("*.gone", "'*.gone': no file matches the pattern; check it, and where you are"),
        ("two\nlines\x1b[2J", r"$'two\nlines\e[2J': no such file or folder; check the name"),
        ("nul\0", r"$'nul\x00': no such file or folder; check the name"),
        (
            "https://example.com/?a=1",
            "'https://example.com/?a=1': is a URL; try: curl -sL 'https://example.com/?a=1' | scutch clean -",
        ),
    ],
)
def test_what_is_not_there_is_one_line(argument: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        find_inputs([argument])
    assert str(raised.value) == message


def test_a_link_to_nothing_is_reported_when_it_is_read() -> None:
    Path("link.txt").symlink_to("gone")
    (reject,) = read(find_inputs(["link.txt"]).found)
    assert reject == Reject("link.txt", "cannot be read (No such file or directory)")


def test_a_name_that_is_not_utf_8_is_found() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    write(name)
    (found,) = find_inputs(["."]).found
    assert found == Input(name)
    assert found.source == r"caf\xe9.txt"


AS_SOMEBODY_ELSE = """
import os, sys
from scutch.ingest.read import find_inputs, read
if os.getuid() == 0:
    os.setuid(65534)
for one in read(find_inputs(sys.argv[1:]).found):
    print(type(one).__name__, one.source, getattr(one, "reason", ""), sep="|")
"""


def test_closed_files_and_folders_are_rejects_and_the_others_go_on(tmp_path: Path) -> None:
    write("d/a.txt", "d/closed/b.txt", "d/closed.txt", "d/z.txt")
    tmp_path.chmod(0o755)
    Path("d/closed").chmod(0)
    Path("d/closed.txt").chmod(0)
    try:
        run = subprocess.run(
            [sys.executable, "-c", AS_SOMEBODY_ELSE, "d", "d/closed/b.txt", "d/closed"], capture_output=True, text=True
        )
    finally:
        Path("d/closed").chmod(0o755)
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        "RawDocument|d/a.txt|",
        "Reject|d/closed|cannot list the folder (Permission denied)",
        "Reject|d/closed.txt|cannot be read (Permission denied)",
        "RawDocument|d/z.txt|",
        "Reject|d/closed/b.txt|cannot be read (Permission denied)",
    ]
