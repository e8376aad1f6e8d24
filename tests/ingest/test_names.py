"""Names of files as a person reads them, and as a shell takes them."""

import os
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scutch.ingest.read.names import shown, source_of

WEIRD = [
    "a b",
    "it's",
    "two\nlines",
    "\x1b[2J",
    "tab\there",
    "back\\slash\x01",
    "a$b",
    "ü ö",
    "\x85",
    "nbsp\xa0",
    "-",
    "a;rm",
    "$'x'\x07",
]


@pytest.mark.parametrize("name", WEIRD)
def test_bash_reads_a_shown_name_as_the_name(name: str) -> None:
    environment = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
    given_back = subprocess.run(["bash", "-c", f"printf %s {shown(name)}"], capture_output=True, env=environment)
    assert given_back.stdout.decode() == name


@given(st.text())
def test_a_shown_name_is_one_line_that_cannot_steer_a_terminal(name: str) -> None:
    assert shown(name).isprintable()
    assert shown(name)


def test_a_byte_that_is_not_utf_8_is_shown_and_can_be_written_everywhere() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    assert shown(name) == r"$'caf\xe9.txt'"
    assert source_of(name) == r"caf\xe9.txt"
    source_of(name).encode("utf-8")


def test_a_good_name_is_its_own_source() -> None:
    assert source_of("texts/été.txt") == "texts/été.txt"
