"""Globs."""

from pathlib import Path

import pytest

from scutch.ingest.read.pattern import matches


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ["a.txt", "b.txt", "c.md", ".h.txt", "d/a.txt", "d/e/f.txt", ".g/x.txt", "z9/y.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("./*.txt", ["a.txt", "b.txt"]),
        ("[bc].*", ["b.txt", "c.md"]),
        ("?.md", ["c.md"]),
        (".*.txt", [".h.txt"]),
        ("*/a.txt", ["d/a.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "d/a.txt", "d/e/f.txt", "z9/y.txt"]),
        ("d/**/*.txt", ["d/a.txt", "d/e/f.txt"]),
        ("d/**", ["d"]),
        ("**/[a-z]*", ["a.txt", "b.txt", "c.md", "d", "d/a.txt", "d/e", "d/e/f.txt", "z9", "z9/y.txt"]),
        ("**/e/*", ["d/e/f.txt"]),
        ("z[0-9]", ["z9"]),
        ("a.txt/*", []),
        ("nowhere/*", []),
        ("*.pdf", []),
        ("*.txt/", ["a.txt", "b.txt"]),
    ],
)
def test_a_pattern_names(tree: Path, pattern: str, found: list[str]) -> None:
    assert matches(pattern) == found


def test_a_pattern_can_be_absolute(tree: Path) -> None:
    assert matches(f"{tree}/d/*.txt") == [f"{tree}/d/a.txt"]


def test_loops_of_links_end(tree: Path) -> None:
    for name in ("one", "two", "three"):
        (tree / "d" / name).symlink_to(tree / "d")
    assert matches("d/**/f.txt") == ["d/e/f.txt"]
