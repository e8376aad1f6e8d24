"""What names say."""

import pytest

from scutch.ingest.read.readers import READERS
from scutch.ingest.read.suffixes import NOT_READ, OTHER, suffix_of


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.txt", (".txt", "")),
        ("a.TXT.GZ", (".txt", ".gz")),
        ("dir.html/a", ("", "")),
        ("a.gz", ("", ".gz")),
        (".txt", ("", "")),
        ("a.b.jsonl.zst", (".jsonl", ".zst")),
        ("page.html?x=1", (".html?x=1", "")),
        ("a.", ("", "")),
        ("-", ("", "")),
    ],
)
def test_a_name_ends_in_a_kind_and_a_layer(name: str, suffix: tuple[str, str]) -> None:
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    "suffix", [".png", ".css", ".js", ".pdf", ".csv", ".py", ".xz", ".bz2", ".tgz", ".docx", ".webp"]
)
def test_python_and_the_table_know_what_is_no_text_for_us(suffix: str) -> None:
    assert suffix in OTHER


@pytest.mark.parametrize("suffix", ["", ".log", ".com", ".2024"])
def test_what_nobody_knows_is_left_to_the_content(suffix: str) -> None:
    assert suffix not in OTHER


def test_nothing_is_both_read_and_refused() -> None:
    assert not READERS.keys() & NOT_READ.keys()
