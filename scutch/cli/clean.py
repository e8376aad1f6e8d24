"""`scutch clean`."""

from typing import Literal

import click

from scutch.clean import Configuration
from scutch.clean.rules import PROFILES
from scutch.raw import ConfigurationError

from ..emit import FORMATS, Targets
from .errors import INCOMPLETE, told_in_one_line
from .run import Voice, run

_PROFILES = click.Choice(list(PROFILES))
_IDENTIFIERS = click.Choice(["py3langid", "langdetect", "off"])


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", metavar="OUT", help="A .jsonl[.gz|.zst] file, or a folder. Default: standard output.")
@click.option(
    "--format", type=click.Choice(FORMATS), help="Default: jsonl; in a folder md; one text to standard output: text."
)
@click.option("--removed", metavar="FILE", help="Write the ledger here: every line that went, its rule and reason.")
@click.option("--rejects", metavar="FILE", help="Write what could not be cleaned here. Default: beside OUT.")
@click.option("--profile", type=_PROFILES, default="default", show_default=True, help="How much may go.")
@click.option("--site-lines", metavar="auto|off|FILE", default="auto", help="What a site repeats (not learned yet).")
@click.option("--language", type=_IDENTIFIERS, default="py3langid", help="What identifies the language; or off.")
@click.option("--workers", type=click.IntRange(min=1), default=1, metavar="N", help="Processes (one is used for now).")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Only the first N documents.")
@click.option("--dry-run", is_flag=True, help="Clean and count, write nothing.")
@click.option("--overwrite", is_flag=True, help="Replace outputs that are there already.")
@click.option("-q", "--quiet", is_flag=True, help="Only errors on standard error.")
@click.option("-v", "--verbose", is_flag=True, help="A line a document on standard error.")
def command(
    inputs: tuple[str, ...],
    profile: str,
    site_lines: str,
    language: Literal["py3langid", "langdetect", "off"],
    workers: int,
    limit: int | None,
    quiet: bool,
    verbose: bool,
    **targets: str | bool | None,
) -> None:
    """Clean every document of INPUT...: files, folders, globs, or - for standard input.

    Reads .txt .md .html .htm .jsonl, each also .gz and .zst; other files by their content. A record of a table has
    html, text or body (base64), and optionally id, url, media_type, charset, fetched_at.

    Exit status: 0 all well; 1 the run failed; 2 wrong command line; 3 complete, but documents were rejected; 130
    Ctrl-C.

    \b
    Examples:
      scutch clean seeds --output clean.jsonl --removed removed.jsonl
      curl -s https://example.org/ | scutch clean -
    """
    with told_in_one_line():
        _check_site_lines(site_lines)
        configuration = Configuration(rules=PROFILES[profile], language=None if language == "off" else language)
        voice = Voice(quiet=quiet, verbose=verbose)
        complete = run(inputs, Targets(**targets), configuration, limit=limit, voice=voice)  # type: ignore[arg-type]
    if not complete:
        raise SystemExit(INCOMPLETE)


def _check_site_lines(value: str) -> None:
    """`auto` and `off` are the same until site tables are learned; a table cannot be read yet."""
    if value not in ("auto", "off"):
        raise ConfigurationError(f"--site-lines {value}: this version cannot read a site table; give auto or off")
