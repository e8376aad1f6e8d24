"""Everything beneath a folder."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scutch.ingest.read.walk import walk
from scutch.raw import Reject


def paths(folder: Path) -> list[str]:
    return [os.path.relpath(entry.path, folder) for entry in walk(str(folder)) if not isinstance(entry, Reject)]


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def test_the_order_is_that_of_the_parts_of_the_paths(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a.txt", "a/z.txt", "a/b/c.txt", "a-b/x.txt", "B.txt")
    assert paths(tmp_path) == [".", "B.txt", "a", "a/b", "a/b/c.txt", "a/z.txt", "a-b", "a-b/x.txt", "a.txt", "b.txt"]


def test_hidden_names_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, ".git/config", ".hidden.txt", "a.txt")
    assert paths(tmp_path) == [".", "a.txt"]


def test_loops_of_links_end_and_each_real_folder_is_visited_once(tmp_path: Path) -> None:
    touch(tmp_path, "a/x.txt", "b/y.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "b" / "across").symlink_to(tmp_path / "a")
    (tmp_path / "b" / "again").symlink_to(tmp_path / "b")
    assert [path for path in paths(tmp_path) if path.endswith(".txt")] == ["a/x.txt", "b/y.txt"]


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    touch(tmp_path, "elsewhere/a.txt")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere")
    assert paths(tmp_path / "here") == [".", "link", "link/a.txt"]


@pytest.mark.parametrize("target", ["nowhere", "itself"])
def test_a_link_that_leads_nowhere_is_a_file_so_that_it_is_reported(tmp_path: Path, target: str) -> None:
    (tmp_path / "itself").symlink_to(tmp_path / target)
    assert [entry.kind for entry in walk(str(tmp_path)) if not isinstance(entry, Reject)] == ["folder", "file"]


def test_a_pipe_is_special(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [entry.kind for entry in walk(str(tmp_path)) if not isinstance(entry, Reject)] == ["folder", "special"]


@pytest.fixture
def deepest(tmp_path: Path) -> Iterator[Path]:
    """A folder so deep that pytest's own sweeping would recurse too far: it is taken down here."""
    folders = [tmp_path]
    for _ in range(sys.getrecursionlimit() + 100):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    yield folders[-1]
    for folder in reversed(folders[1:]):
        folder.rmdir()


def test_a_tree_deeper_than_python_recurses_is_walked(tmp_path: Path, deepest: Path) -> None:
    assert paths(tmp_path)[-1] == os.path.relpath(deepest, tmp_path)


def test_a_folder_that_is_gone_is_a_reject(tmp_path: Path) -> None:
    (found, _) = walk(str(tmp_path / "gone"))
    assert isinstance(found, Reject)
    assert found.reason == "cannot list the folder (No such file or directory)"
