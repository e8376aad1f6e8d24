"""`scutch explain` and `scutch rules`: what a person sees."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from scutch.clean.rules import RULES

Command = Callable[..., subprocess.CompletedProcess[bytes]]
SEEDS = Path(__file__).parents[2] / "seeds"


def test_every_line_of_the_document_is_shown_with_its_fate(scutch: Command) -> None:
    seed = SEEDS / "003_50cd16d63b8cd570.txt"
    lines = scutch("explain", seed).stdout.decode().splitlines()
    assert lines[0] == str(seed)
    assert (
        lines[1] == "    1 - Stringer Asia Logo  [boilerplate.logo: removed, the name of a logo, beside other labels]"
    )
    assert lines[5] == "    5   Isis-K and the Taliban"
    assert [line[6] for line in lines[1:9]] == ["-", "-", "-", "-", " ", "-", "-", " "]
    assert "title: Isis-K and the Taliban (first line)" in lines


def test_what_moved_says_where(scutch: Command) -> None:
    shown = scutch("explain", SEEDS / "002_250e13149171fae8.txt").stdout.decode()
    assert "> Nguyen Tien (Follow Nikkei)  [byline.author: moved to authors,credits," in shown


def test_a_pipe_gets_no_colour_and_a_document_that_cannot_be_read_is_3(scutch: Command, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    done = scutch("explain", tmp_path / "a.pdf")
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"Error: {tmp_path / 'a.pdf'}: ")
    assert len(done.stderr.splitlines()) == 1


def test_every_rule_is_listed_with_what_goes_and_what_stays(scutch: Command) -> None:
    shown = scutch("rules").stdout.decode()
    blocks = shown.strip().split("\n\n")
    assert "profiles: strict)" in next(block for block in blocks if block.startswith("boilerplate.read-also"))
    assert [block.split("\n")[0] for block in blocks] == [rule.id for rule in RULES]
    assert all(rule.reason in block for rule, block in zip(RULES, blocks, strict=True))
    assert all("  goes   " in block and "  stays  " in block for block in blocks)
