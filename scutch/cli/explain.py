"""`scutch explain`."""

import click

from scutch.clean import Configuration, Document
from scutch.clean.rules import PROFILES
from scutch.ingest.read import find_inputs, read
from scutch.raw import ReadError

from ..report import explain, printable
from ..run import clean_all
from .errors import INCOMPLETE, told_in_one_line


@click.command()
@click.argument("file")
@click.option("--profile", type=click.Choice(list(PROFILES)), default="default", help="How much may go.")
def command(file: str, profile: str) -> None:
    """Show the documents of FILE line by line: kept, moved or removed, by which rule, and why.

    Removed lines begin with "-", moved ones with ">", changed ones with "~". FILE may be "-".

    \b
    Example:
      scutch explain seeds/003_50cd16d63b8cd570.txt
    """
    rejected = 0
    with told_in_one_line():
        for outcome in clean_all(read(find_inputs([file]).found), Configuration(rules=PROFILES[profile])):
            if isinstance(outcome, Document):
                click.echo(click.style(printable(outcome.source), bold=True))
                for line in explain(outcome):
                    click.echo(line)
            else:
                rejected += 1
                click.echo(f"Error: {printable(str(ReadError(outcome.source, outcome.reason)))}", err=True)
    if rejected:
        raise SystemExit(INCOMPLETE)
