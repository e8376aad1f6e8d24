"""Code and tables in a text: what keeps its spaces."""

import pytest

import scutch

QUICK = scutch.Configuration(language=None)
KEPT = {
    "a fence": "```\n  Home\n\n    Share   on\n```",
    "a fence of tildes, with a language": "~~~ python\nx  =  1\n~~~",
    "rows with pipes": "| a  | b |\n|----|---|\n| 1  | 2 |",
    "columns": "Year    Bridges\n1990         12\n2000         14",
    "an indented function": "int f(int x) {\n    return  x;\n}",
    "more of it after a blank line": "def f():\n    x = 1\n    return x\n\n    y = 2",
}
FLATTENED = {
    "a fence that is never closed": ("```\nShare   price", "```\nShare price"),
    "a rule of tildes is no fence": ("~~~~~~~~\nIntro   here\n~~~~~~~~", "~~~~~~~~\nIntro here\n~~~~~~~~"),
    "two spaces after a full stop": ("One.  Two.\nThree.  Four.\nFive.  Six.", "One. Two.\nThree. Four.\nFive. Six."),
    "an indented verse": ("The house\n  is old\n    and cold", "The house\nis old\nand cold"),
    "one line with a tab": ("a\tb", "a b"),
}
ONCE = [
    "  return x\n  return x\n\0",
    "def f():\n  return 1;\n\u200b|x|\n  y = 2;\n  z = 3;",
    "```\n  Home\n```\u200b\n  Share   x\n```",
    "a\tb\nc\td\n\u200b\te",
    "]\n  = \n‚",
    "    ```\n~~~\n© 2024 Co. All rights reserved.\n~~~",
    "    ```\n```\n  Home   x\n```",
]


def text_of(text: str) -> str:
    return scutch.clean(text, media_type="text/plain", configuration=QUICK).text


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_spaces_that_mean_something_stay(text: str) -> None:
    assert text_of(text) == text


@pytest.mark.parametrize(("text", "flat"), FLATTENED.values(), ids=FLATTENED)
def test_other_runs_of_spaces_are_one(text: str, flat: str) -> None:
    assert text_of(text) == flat


@pytest.mark.parametrize("text", ONCE)
def test_a_second_look_sees_the_same(text: str) -> None:
    assert text_of(text_of(text)) == text_of(text)


def test_an_unclosed_fence_opens_nothing_and_a_later_one_does() -> None:
    assert "  if  x:" in text_of("~~~~\nIntro\n\n```\n  if  x:\n```")


def test_no_line_is_taken_out_of_code() -> None:
    text = "Run this:\n\n```\nShare on Facebook\nLeave a comment\n```"
    assert text_of(text) == text
