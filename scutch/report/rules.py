"""Every rule: what goes, why, and what looks like it and stays."""

from collections.abc import Iterable, Iterator

import click

from scutch.clean.rules import PROFILES, Rule


def describe_rules(rules: Iterable[Rule]) -> Iterator[str]:
    """A paragraph a rule."""
    for rule in rules:
        yield click.style(rule.id, bold=True)
        profiles = [name for name, asked in PROFILES.items() if rule in asked]
        yield f"  removed because it is {rule.reason} (profiles: {', '.join(profiles)})"
        yield from _example("goes ", rule.goes, rule.goes_line, "red")
        yield from _example("stays", rule.stays, rule.stays_line, "green")
        yield ""


def _example(verb: str, text: str, line: int, colour: str) -> Iterator[str]:
    yield click.style(f"  {verb}  {_short(text.split(chr(10))[line])}", fg=colour)


def _short(line: str) -> str:
    return line if len(line) <= 100 else f"{line[:99]}…"
