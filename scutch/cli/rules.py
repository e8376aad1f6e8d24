"""`scutch rules`."""

import click

from scutch.clean.rules import RULES

from ..report import describe_rules
from .errors import told_in_one_line


@click.command()
def command() -> None:
    """List every rule: its id, its reason, a line that goes, and one that looks like it and stays.

    \b
    Example:
      scutch rules | grep -A 3 boilerplate.copyright
    """
    with told_in_one_line():
        for line in describe_rules(RULES):
            click.echo(line)
