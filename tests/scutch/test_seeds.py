"""The four seeds: what they must give, and their golden records."""

import json
from pathlib import Path

import pytest

import scutch
from scutch.emit.jsonl import encode
from scutch.emit.ledger import ledger_rows
from scutch.emit.record import kept

ROOT = Path(__file__).parents[2]
SEEDS = {path.name[:3]: path for path in sorted((ROOT / "seeds").glob("*.txt"))}
GOLDEN = ROOT / "tests" / "golden"


def cleaned(number: str) -> scutch.Document:
    return scutch.clean(SEEDS[number].read_bytes(), media_type="text/plain")


def paragraphs(number: str) -> list[str]:
    lines = SEEDS[number].read_text(encoding="utf-8").split("\n")
    return [" ".join(line.split()) for line in lines if len(line.split()) >= 18 and "Graphics:" not in line]


@pytest.mark.parametrize("number", SEEDS)
def test_every_paragraph_is_there(number: str) -> None:
    assert len(paragraphs(number)) >= 1
    lines = cleaned(number).text.split("\n")
    assert [line for line in paragraphs(number) if line not in lines] == []


def test_the_first_seed_stays_as_it_is() -> None:
    document = cleaned("000")
    assert document.removals == ()
    assert "Who are the IS-K?" in document.text.split("\n")
    assert (document.title, document.language) == (None, "en")


def test_the_second_seed_loses_its_comment_form_and_its_second_caption() -> None:
    document = cleaned("001")
    lines = document.text.split("\n")
    assert document.title == lines[0] == "Who is IS-K in Afghanistan and how dangerous is this terrorist group?"
    assert document.captions == ("An ISIS-K propaganda photo showing its fighters.",)
    assert (
        "IS-K has carried out many bloody attacks despite suffering heavy losses due to US and coalition attacks."
        in lines
    )
    headings = [line for line in lines if line and len(line.split()) < 10 and line != document.title]
    assert headings == [
        "How was Islamic State Khorasan (IS-K) formed?",
        "Who are the fighters of IS-K?",
        "Enemies of the Taliban",
        "How dangerous is this group?",
        "IS-K’s threat to Afghanistan and the international community?",
    ]
    for gone in ("Leave a comment", "Your email address", "\u00a0"):
        assert gone not in document.text


def test_the_third_seed_gives_author_credit_and_three_captions() -> None:
    document = cleaned("002")
    assert document.title == "IS challenges the Taliban"
    assert (document.authors, document.credits) == (("Nguyen Tien",), ("Nikkei",))
    assert document.captions == (
        "Taliban members patrol the streets of Kabul, Afghanistan on August 19. Photo: AP.",
        "Location of Nimroz, Kunar and Nangarhar provinces, IS-K operations in Afghanistan. Graphics: Nikkei.",
        "Taliban members walk outside the main gate of Kabul airport on August 28. Photo: AFP.",
    )
    assert "Leave a Comment" not in document.text
    assert "Riccardo Valle said. , an expert on Islamic extremism" in document.text


def test_the_fourth_seed_has_its_title_once() -> None:
    document = cleaned("003")
    assert document.title == "Isis-K and the Taliban"
    assert document.text.split("\n")[0] == document.title
    assert document.text.split("\n").count(document.title) == 1
    for gone in ("Stringer Asia Logo", "Share on Google+", "news of the day", "in depth", "•"):
        assert gone not in document.text


@pytest.mark.parametrize("number", SEEDS)
def test_the_golden_file_holds(number: str, pytestconfig: pytest.Config) -> None:
    """After a change that is meant: pytest --write-golden, and read the difference by eye."""
    document = cleaned(number)
    rows = [kept(document), *ledger_rows(document)]
    found = "".join(json.dumps(json.loads(encode(row)), ensure_ascii=False, indent=1) + "\n" for row in rows)
    golden = GOLDEN / f"{SEEDS[number].stem}.json"
    if pytestconfig.getoption("write_golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
