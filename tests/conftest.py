"""What all tests share: the laws are tried on the same examples every day."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]

# `python -m pytest` puts the clone's root first on the path; then the folders would be tested, not what was installed.
if Path(sys.path[0] or ".").resolve() == ROOT:
    del sys.path[0]

settings.register_profile("laws", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden", action="store_true", help="write the golden files anew; read the difference by eye"
    )
