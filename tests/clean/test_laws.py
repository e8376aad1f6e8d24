"""The laws, on every case, on the seeds, and on mangled text."""

import tomllib
from collections import Counter
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scutch
from scutch.clean import Document
from scutch.clean.repair import repair_line, split_lines
from scutch.clean.rules import RULES

TESTS = Path(__file__).parents[1]
CASES = [
    case["text"].strip("\n")
    for path in sorted((TESTS / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((TESTS.parent / "seeds").glob("*.txt"))]
QUICK = scutch.Configuration(language=None)
EVERY_RULE = scutch.Configuration(rules=RULES, language=None)


def cleaned(text: str, configuration: scutch.Configuration = QUICK) -> Document:
    return scutch.clean(text, media_type="text/plain", configuration=configuration)


def counted(lines: list[str]) -> Counter[str]:
    """Lines as the ledger has them: spaces do not count."""
    folded = (" ".join(repair_line(line).text.split()) for line in lines)
    return Counter(line for line in folded if line)


def assert_nothing_is_lost(text: str, document: Document) -> None:
    gone = [removal for removal in document.removals if removal.action != "changed"]
    for removal in gone:
        for field in removal.field.split(",") if removal.field else ():
            assert getattr(document, field), f"{removal.text!r} moved to {field}, which is empty"
    left = document.text.split("\n") + [line for removal in gone for line in removal.text.split("\n")]
    assert counted(left) == counted(split_lines(text))


def assert_the_laws_hold(text: str, configuration: scutch.Configuration = QUICK) -> None:
    document = cleaned(text, configuration)
    assert_nothing_is_lost(text, document)
    again = cleaned(document.text, configuration)
    assert (again.text, again.removals) == (document.text, ())
    assert cleaned(text, configuration) == document


@pytest.mark.parametrize("configuration", [QUICK, EVERY_RULE], ids=["default", "every rule"])
def test_the_laws_hold_on_cases_and_seeds(configuration: scutch.Configuration) -> None:
    for text in CASES + SEEDS:
        assert_the_laws_hold(text, configuration)


LINES = sorted({line for text in CASES + SEEDS for line in text.split("\n")})
FRAGMENTS = st.sampled_from([*LINES, "", "", "```", "~~~", "| a | b |", "\tx = 1;", "  {", "- Home", "# News", "2 / 3"])


@given(st.lists(FRAGMENTS, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_the_laws_hold_on_lines_in_any_order(lines: list[str], line_end: str) -> None:
    assert_the_laws_hold(line_end.join(lines))
    assert_the_laws_hold(line_end.join(lines), EVERY_RULE)


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=30)), max_size=8).map("\n".join))
def test_the_laws_hold_on_mangled_text(text: str) -> None:
    assert_the_laws_hold(text)


@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_the_laws_hold_on_shuffled_and_doubled_seeds(seed: str, random: "st.Random") -> None:  # type: ignore[name-defined]
    lines = seed.split("\n")
    chosen = [random.choice(lines) for _ in range(random.randint(1, 40))]
    assert_the_laws_hold("\n".join(chosen))


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_in_the_normal_form(body: bytes) -> None:
    text = scutch.clean(body, media_type="text/plain", configuration=QUICK).text
    assert text == "\n".join(repair_line(line, keep_spaces=True).text for line in split_lines(text))
    assert "\n\n\n" not in text
    assert text.strip("\n") == text


def test_the_same_rows_come_whatever_was_cleaned_before() -> None:
    alone = [scutch.clean(text) for text in SEEDS]
    after_others = [scutch.clean(text) for text in reversed(CASES[:10] + SEEDS)]
    assert alone == list(reversed(after_others))[len(CASES[:10]) :]


@given(st.lists(FRAGMENTS, max_size=10), st.booleans())
def test_a_page_that_was_cleaned_stays_as_it_is(lines: list[str], headed: bool) -> None:
    elements = "".join(f"<{'h2' if headed and len(line) < 30 else 'p'}>{escape(line)}</p>" for line in lines)
    page = f"<html><head><title>A bridge</title></head><body><article>{elements}</article></body></html>"
    text = scutch.clean(page, media_type="text/html", configuration=QUICK).text
    assert cleaned(text).text == text


@given(st.lists(FRAGMENTS, max_size=10).map("\n".join))
def test_the_laws_hold_on_markdown(body: str) -> None:
    text = f"---\ntitle: A bridge\nauthors: [Jane Doe]\n---\n\nA bridge\n\n{body}"
    document = scutch.clean(text, media_type="text/markdown", configuration=QUICK)
    assert_nothing_is_lost(text, document)
    assert cleaned(document.text).text == document.text


def mirrored_captions(number: int) -> str:
    """Captions and then the same ones backwards: only the innermost two are neighbours, until they are gone."""
    paragraph = (
        "The council met on Tuesday to decide on the new bridge over the river, closed to lorries since the flood."
    )
    words = ["dog", "cat", "cow", "hen", "fox", "owl", "ant", "bee", "elk", "emu", "yak", "eel"]
    captions = [
        f"A {words[n % 12]} and a {words[n // 12 % 12]} in a photo of the people of the town who stand beside the water "
        f"and look at number {n} of the many small boats."
        for n in range(number)
    ]
    return "\n".join([paragraph, *captions, *reversed(captions), paragraph])


def test_a_text_made_to_need_a_pass_a_line_is_stopped_and_says_so() -> None:
    text = mirrored_captions(150)
    document = cleaned(text)
    assert document.flags == ("limit.passes",)
    assert_nothing_is_lost(text, document)
    assert_the_laws_hold(mirrored_captions(20))
