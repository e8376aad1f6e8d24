"""What the README and the docs say is what happens."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCUTCH = Path(sys.executable).with_name("scutch")


def under(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)\n```", README, re.DOTALL)
    assert found
    return found[1]


def code_blocks(language: str) -> list[str]:
    pages = [README, *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))]
    return [block for page in pages for block in re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def test_the_main_job_prints_what_is_shown(clone: Path) -> None:
    *_, job = under("main job").split(" && ")
    assert job.startswith(".venv/bin/scutch clean seeds ")
    done = subprocess.run([SCUTCH, *job.split()[1:]], cwd=clone, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == under("what it prints")


def test_the_second_command_runs_the_tests() -> None:
    assert under("tests").endswith("&& .venv/bin/pytest")


@pytest.mark.parametrize("code", code_blocks("python"))
def test_every_example_in_python_runs(code: str, clone: Path) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=clone, check=True, capture_output=True)


@pytest.mark.parametrize("session", code_blocks("console"))
def test_every_session_shows_what_comes(session: str, clone: Path) -> None:
    command, *shown = session.rstrip("\n").split("\n")
    assert command.startswith("$ scutch ")
    done = subprocess.run([SCUTCH, *command.split()[2:]], cwd=clone, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    for line in shown:
        assert any(line == came or (line.endswith(" …") and came.startswith(line[:-2])) for came in lines), line
