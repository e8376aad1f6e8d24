"""The command that users run, as they run it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SCUTCH = str(Path(sys.executable).with_name("scutch"))

Done = subprocess.CompletedProcess[bytes]


@pytest.fixture(name="scutch")
def run_scutch() -> Callable[..., Done]:
    """Run `scutch`; a traceback is never an answer."""

    def run(*arguments: object, stdin: bytes = b"", **options: Any) -> Done:
        command = [SCUTCH, *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=120, **options)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done

    return run


@pytest.fixture(name="records")
def read_records() -> Callable[[Path], list[dict[str, Any]]]:
    return lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
