"""Every rule: what goes, why, and what looks like it and stays."""

from collections.abc import Iterable, Iterator

import click

from scutch.clean.rules import Rule


def describe_rules(rules: Iterable[Rule]) -> Iterator[str]:
    """A paragraph a rule."""
    for rule in rules:
        yield click.style(rule.id, bold=True)
        yield f"  removed because it is {rule.reason}"
        yield from _example("goes ", rule.goes, rule.goes_line, "red")
        yield from _example("stays", rule.stays, None, "green")
        yield ""


def _example(verb: str, text: str, line: int | None, colour: str) -> Iterator[str]:
    lines = text.split("\n")
    for number, shown in enumerate(lines):
        if shown and (line is None or number == line % len(lines)):
            yield click.style(f"  {verb}  {_short(shown)}", fg=colour)


def _short(line: str) -> str:
    return line if len(line) <= 100 else f"{line[:99]}…"
