"""Errors of scutch, as the command line tells them: one line and an exit status."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from scutch.raw import ScutchError

from ..report import printable

INCOMPLETE = 3
"""The run is complete, and some documents were rejected."""

INTERRUPTED = 130
"""Ctrl-C, as shells have it: 128 and the number of the signal."""


@contextmanager
def told_in_one_line() -> Iterator[None]:
    """Turn what ends a run into one line on standard error."""
    try:
        yield
    except ScutchError as error:
        click.echo(f"Error: {printable(' '.join(str(error).split()))}", err=True)
        raise SystemExit(error.exit_status) from error
    except BrokenPipeError:
        raise  # click ends quietly
    except OSError as error:
        click.echo(f"Error: {printable(str(error))}", err=True)
        raise SystemExit(1) from error
    except KeyboardInterrupt:
        click.echo("Stopped by Ctrl-C: no output file was written.", err=True)
        raise SystemExit(INTERRUPTED) from None
