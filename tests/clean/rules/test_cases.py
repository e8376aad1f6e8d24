"""Every case of tests/cases: what goes, by which rule, and what stays."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import scutch
from scutch.clean.rules import PROFILES

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['label']}")
    for path in sorted((Path(__file__).parents[2] / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES)
def test_the_case_holds(case: dict[str, Any]) -> None:
    configuration = scutch.Configuration(rules=PROFILES[case.get("profile", "default")])
    document = scutch.clean(case["text"].strip("\n"), media_type="text/plain", configuration=configuration)

    assert document.text == case["kept"].strip("\n")
    assert [f"{removal.rule} | {removal.text}" for removal in document.removals] == case["removed"]
    assert document.title == case.get("title")
    for field in ("captions", "authors", "credits"):
        assert list(getattr(document, field)) == case.get(field, [])


def test_half_of_the_cases_are_text_that_looks_guilty_and_stays() -> None:
    negative = [case for case in CASES if str(case.id).partition(": ")[2].startswith("negative")]
    assert len(negative) >= len(CASES) / 2
    assert all(case.values[0]["removed"] == [] for case in negative)
