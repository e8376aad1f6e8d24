"""The house: which room may import which, and what importing it costs."""

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import scutch

PACKAGE = Path(scutch.__file__).parent
MAY_IMPORT = {
    "raw": {"raw"},
    "ingest": {"ingest", "raw"},
    "clean": {"clean", "raw"},
    "": {"", "ingest", "raw", "clean"},
}
"""Room -> rooms. The room without a name is scutch's own modules, which nobody else imports."""

ROOMS = ("raw", "ingest", "clean")


def room_of(module: str) -> str:
    first = module.removeprefix("scutch").lstrip(".").partition(".")[0]
    return first if first in ROOMS else ""


def imported_modules(path: Path, module: str) -> set[str]:
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            names.add(".".join([*base, *([node.module] if node.module else [])]))
    return {name for name in names if name.split(".")[0] == "scutch"}


MODULES = {
    path: ".".join(["scutch", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")
    for path in sorted(PACKAGE.rglob("*.py"))
}


def test_the_tests_run_against_the_installed_package() -> None:
    assert (PACKAGE / "clean" / "__init__.py").exists(), f"{PACKAGE} is the clone: pip install . first, then pytest"


@pytest.mark.parametrize("path", MODULES, ids=MODULES.values())
def test_imports_point_one_way(path: Path) -> None:
    module = MODULES[path]
    for imported in imported_modules(path, module):
        assert room_of(imported) in MAY_IMPORT[room_of(module)], f"{module} imports {imported}"


def test_every_package_is_listed_for_the_wheel() -> None:
    root = Path(__file__).parents[1]
    for room in (*ROOMS, "scutch"):
        for path in (root / room).rglob("*.py"):
            name = path.relative_to(root).as_posix()
            installed = PACKAGE / (name.removeprefix("scutch/") if room == "scutch" else name)
            assert installed.exists(), f"{name} is not installed: add its folder to [tool.setuptools] packages"


def run_python(code: str, folder: Path) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True).stdout


def test_importing_scutch_loads_nothing_heavy(tmp_path: Path) -> None:
    heavy = ("aiohttp", "ftfy", "langdetect", "lxml", "numpy", "py3langid", "pyarrow", "rich", "trafilatura", "yaml")
    code = f"import scutch, sys; print([name for name in {heavy!r} if name in sys.modules])"
    assert run_python(code, tmp_path) == "[]\n"


def test_a_users_own_modules_do_not_shadow_the_rooms(tmp_path: Path) -> None:
    for name in ("clean.py", "raw.py", "ingest/__init__.py", "ingest/read.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("raise SystemExit('the wrong module')\n")
    code = "import scutch, scutch.ingest.read; print(scutch.clean('Hello.').text, scutch.clean_many(['a']).__next__().text)"
    assert run_python(code, tmp_path) == "Hello. a\n"


def test_values_are_named_by_where_they_are_imported_from() -> None:
    for value in (scutch.Document, scutch.RawDocument, scutch.Removal, scutch.Configuration):
        assert find_spec(value.__module__) is not None
        assert value.__module__.startswith("scutch.")


def test_the_menu_is_what_is_documented() -> None:
    assert set(scutch.__all__) == {
        "PROFILES",
        "Configuration",
        "Document",
        "RawDocument",
        "Removal",
        "ScutchError",
        "clean",
        "clean_many",
    }
    assert all(hasattr(scutch, name) for name in scutch.__all__)
