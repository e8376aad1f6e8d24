"""Every example in a docstring runs."""

import doctest
import importlib
from pathlib import Path

import pytest

import scutch

PACKAGE = Path(scutch.__file__).parent
MODULES = [
    ".".join(["scutch", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")
    for path in sorted(PACKAGE.rglob("*.py"))
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
