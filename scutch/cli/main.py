"""`scutch`: the group of commands, each loaded when it is asked for."""

from importlib import import_module

import click

from .. import __version__

COMMANDS = {
    "clean": "Clean documents: texts, pages, tables of them.",
    "explain": "Show a document line by line: what went, and why.",
    "rules": "List every rule, with what goes and what stays.",
}
"""A command's name, which is its module's, and its line of help: listing them loads none."""


class LazyGroup(click.Group):
    """Imports a command's module when the command runs, so that `--help` and `--version` are quick."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f".{name}", __package__).command
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, prog_name="scutch")
def main() -> None:
    """Clean raw pages and messy text; for every line that goes, give the reason.

    \b
    Example:
      scutch clean seeds --output clean.jsonl
      scutch explain seeds/001_2ff84ac5b0d24845.txt
    """
