"""What is shipped: the wheel and the sdist build, install, and work."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    # --no-isolation: the build's tools are among the development tools, so no registry is asked.
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return folder


def the_only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_the_wheel_has_the_rooms_the_phrases_and_the_types(built: Path) -> None:
    names = set(zipfile.ZipFile(the_only(built, "*.whl")).namelist())
    for needed in (
        "scutch/__init__.py",
        "scutch/py.typed",
        "scutch/raw/document.py",
        "scutch/ingest/read/readers.py",
        "scutch/clean/rules/phrases/en.tsv",
        "scutch/cli/main.py",
    ):
        assert needed in names
    tops = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert tops == {"scutch"}


def test_the_sdist_has_what_a_newcomer_needs(built: Path) -> None:
    with tarfile.open(the_only(built, "*.tar.gz")) as sdist:
        names = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
    for needed in (
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "pyproject.toml",
        "seeds/003_50cd16d63b8cd570.txt",
        "tests/test_house.py",
    ):
        assert needed in names


def test_the_wheel_installs_and_cleans(built: Path, tmp_path: Path) -> None:
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        tmp_path,
        the_only(built, "*.whl"),
    ]
    subprocess.run(install, check=True, capture_output=True)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import scutch; print(scutch.__file__, scutch.clean('Leave a comment').text)"
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path
    ).stdout
    assert found == f"{tmp_path / 'scutch' / '__init__.py'} \n"
