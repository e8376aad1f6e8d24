"""How far a run is, on a terminal."""

import sys
from collections.abc import Iterable, Iterator

from ..run import Outcome


def progress(outcomes: Iterable[Outcome], *, shown: bool) -> Iterator[Outcome]:
    """Pass outcomes on, and count them on standard error where it is a terminal."""
    if not shown or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console  # 73 ms that a pipe does not need
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(outcomes, total=None)
