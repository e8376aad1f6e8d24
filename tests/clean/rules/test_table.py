"""The table of rules: each rule's own examples, and the lexicon's form."""

from collections import Counter
from importlib.resources import files

import pytest

import scutch
from scutch.clean.rules import PROFILES, RULES, Rule
from scutch.clean.rules.lexicon import LANGUAGES, LEXICON, fold

STRENGTHS = {"anchor", "block", "context"}
EVERY_RULE = scutch.Configuration(rules=RULES, language=None)
CATEGORIES = {rule.id.removeprefix("boilerplate.") for rule in RULES if rule.id.startswith("boilerplate.")}


def rows(language: str) -> list[list[str]]:
    table = files("scutch.clean.rules").joinpath("phrases", f"{language}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_line_that_goes_goes_by_this_rule(rule: Rule) -> None:
    removals = scutch.clean(rule.goes, media_type="text/plain", configuration=EVERY_RULE).removals
    line = rule.goes.split("\n")[rule.goes_line]
    assert (rule.id, line) in [(removal.rule, removal.text) for removal in removals]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_text_that_looks_like_it_stays(rule: Rule) -> None:
    document = scutch.clean(rule.stays, media_type="text/plain", configuration=EVERY_RULE)
    assert (document.text, document.removals) == (rule.stays, ())


def test_an_id_is_used_once_and_a_reason_finishes_the_sentence() -> None:
    assert max(Counter(rule.id for rule in RULES).values()) == 1
    assert all(rule.reason[0].islower() and not rule.reason.endswith(".") for rule in RULES)


def test_profiles_take_more_and_more() -> None:
    gentle, default, strict = (set(PROFILES[name]) for name in ("gentle", "default", "strict"))
    assert gentle < default < strict


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_has_a_category_a_class_and_its_sources(language: str) -> None:
    for category, strength, phrase, sources in rows(language):
        assert category in CATEGORIES
        assert strength in STRENGTHS
        assert sources.strip()
        assert phrase == phrase.casefold() == " ".join(phrase.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_anchor_has_two_words_or_twelve_letters(language: str) -> None:
    short = [
        phrase
        for _, strength, phrase, _ in rows(language)
        if strength == "anchor" and len(phrase.split()) < 2 and sum(map(str.isalpha, phrase)) < 12
    ]
    assert short == ["blogthis"]  # a word that no text has


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_sorted_and_says_each_thing_once(language: str) -> None:
    found = [(category, phrase) for category, _, phrase, _ in rows(language)]
    assert max(Counter(found).values()) == 1
    order = {category: place for place, category in enumerate(dict.fromkeys(category for category, _ in found))}
    classes = ("anchor", "block", "context")
    keys = [(order[category], classes.index(strength), phrase) for category, strength, phrase, _ in rows(language)]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("Share on Google+", "share-buttons"),
        ("»  SHARE ON FACEBOOK  «", "share-buttons"),
        ("Like us on Facebook & Twitter", "share-buttons"),
        ("1.2K shares", "share-buttons"),
        ("12 thoughts on “A bridge”", "comment-form"),
        ("© 2019-2024 Example", "copyright"),
        ("(c) Example Media 2011", "copyright"),
        ("All Rights Reserved.", "copyright"),
        ("Sign up for our free daily newsletter!", "newsletter"),
    ],
)
def test_a_label_is_known_however_it_is_written(line: str, category: str) -> None:
    assert category in [label.category for label in LEXICON.labels(line)]


def test_fold_is_what_two_copies_share() -> None:
    assert fold("• “Isis-K”  and the Taliban …") == fold("ISIS-K” and the taliban")
    assert fold("Chapter 1") != fold("Chapter 2")
