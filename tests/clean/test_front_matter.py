"""The front matter of Markdown."""

import pytest

import scutch
from scutch.clean.front_matter import split_front_matter

BODY = "A bridge\n\nThe council met on Tuesday to decide on the new bridge over the river, closed since the flood."
QUICK = scutch.Configuration(language=None)


def cleaned(front: str, **options: object) -> scutch.Document:
    raw = scutch.RawDocument(f"{front}{BODY}".encode(), source="a.md", media_type="text/markdown", **options)  # type: ignore[arg-type]
    return scutch.clean(raw, configuration=QUICK)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_its_values_become_fields_and_the_rest_is_carried(line_end: str) -> None:
    front = "---\ntitle: A day\nauthors: [Jane Doe, {name: John Roe}]\ndate: 2024-05-06 07:08\nlayout: post\n---\n"
    document = cleaned(front.replace("\n", line_end))
    assert (document.title, document.authors, document.date) == ("A day", ("Jane Doe", "John Roe"), "2024-05-06")
    assert document.extra == {"layout": "post"}
    assert document.provenance["title"] == "front matter"
    assert document.text == BODY
    (entry,) = document.removals
    assert (entry.rule, entry.action, entry.line, entry.end) == ("metadata.front-matter", "moved", 1, 6)


def test_toml_too() -> None:
    assert cleaned('+++\ntitle = "A day"\ntags = ["a", "b"]\n+++\n').tags == ("a", "b")


def test_what_a_rule_moves_joins_what_the_front_matter_has() -> None:
    document = scutch.clean(
        f"---\ncaptions: [One.]\nauthors: [Jane Doe]\n---\nA bridge\n\nBy John Roe\n\n{BODY}\n\nThe bridge. Photo: AP.",
        media_type="text/markdown",
        configuration=QUICK,
    )
    assert document.authors == ("Jane Doe", "John Roe")
    assert document.captions == ("One.", "The bridge. Photo: AP.")


@pytest.mark.parametrize(
    "front",
    [
        "---\njust a line between two rules\n---\n",
        "---\ntitle: [unclosed\n---\n",
        "---\nx: !!bool zz\n---\n",
        "---\nx: !!int ''\n---\n",
        "---\na: &a [x]\nb: *a\n---\n",
        "---\n- a\n- list\n---\n",
        "---\n---\n",
        "---\ntitle: never closed\n",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(front: str) -> None:
    assert cleaned(front).text.startswith(front.strip().split("\n")[0])


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("date: 2021-02-31", "date"),
        ("date: next week", "date"),
        ("date: 2099-01-01", "date"),
        ("url: javascript:alert(1)", "url"),
        ("title: [a, list]", "title"),
    ],
)
def test_a_value_that_cannot_be_is_carried_and_fills_nothing(line: str, field: str) -> None:
    document = cleaned(f"---\n{line}\n---\n", fetched_at="2024-06-01T00:00:00Z")
    assert getattr(document, field) in (None, "A bridge")
    assert field in document.extra


def test_the_record_knows_its_address_better_than_the_front_matter() -> None:
    document = cleaned("---\nurl: https://example.org/other\n---\n", url="https://example.org/a")
    assert document.url == "https://example.org/a"


def test_a_number_without_end_and_a_set_without_order_can_be_written() -> None:
    from scutch.emit.jsonl import encode
    from scutch.emit.record import kept

    document = cleaned(f"---\nx: 0x{'F' * 9000}\ny: !!set {{c, a, b}}\n---\n")
    assert encode(kept(document)) == encode(kept(document))
    assert document.extra["y"] == ["a", "b", "c"]
    assert document.extra["x"].startswith("0xff")


def test_it_is_taken_off_as_often_as_it_stands_there() -> None:
    found = split_front_matter("---\na: 1\n---\n\n---\nb: 2\n---\nText")
    assert (found.extra, found.rest, found.first_line) == ({"a": 1, "b": 2}, "Text", 8)
