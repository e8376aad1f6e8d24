"""One run of `scutch clean`: documents in, records, ledger and rejects out, and a word at the end."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import click

from scutch.clean import Configuration, Document
from scutch.ingest.read import Input, find_inputs, read
from scutch.raw import ConfigurationError, RawDocument, Reject

from ..emit import RunOutput, Targets
from ..report import printable, summarise
from ..run import Outcome, Summary, clean_all
from .progress import progress

MAX_REJECTS_TOLD = 20
"""Lines on standard error; the rejects file has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How much is said on standard error."""

    quiet: bool
    verbose: bool


def run(
    arguments: Sequence[str], targets: Targets, configuration: Configuration, *, limit: int | None, voice: Voice
) -> bool:
    """Clean what the arguments name; whether every document came through."""
    inputs = find_inputs(arguments)
    _check_apart(inputs.found, targets)
    for warning in inputs.warnings:
        _tell(f"Warning: {warning}")
    summary = Summary()
    outcomes = clean_all(_limited(read(inputs.found), limit), configuration)
    with RunOutput(targets) as output:
        for outcome in progress(outcomes, shown=not voice.quiet):
            summary.add(outcome)
            output.write(outcome)
            _tell_of(outcome, summary, targets, voice)
    if not voice.quiet:
        _tell(summarise(summary, None if targets.dry_run else targets.rejects_file))
    return not summary.rejected


def _limited(documents: Iterator[RawDocument | Reject], limit: int | None) -> Iterable[RawDocument | Reject]:
    return documents if limit is None else islice(documents, limit)


def _check_apart(inputs: Iterable[Input | Reject], targets: Targets) -> None:
    """An output that is also an input would be cleaned a second time by the next run; two outputs would be mixed."""
    outputs: dict[Path, str] = {}
    for name in (targets.output, targets.removed, targets.rejects_file):
        if name not in (None, "-"):
            place = Path(os.path.realpath(str(name)))
            if place in outputs:
                raise ConfigurationError(f"{name} is named for two outputs: give each a name of its own")
            outputs[place] = str(name)
    for found in inputs:
        if isinstance(found, Input) and outputs:
            place = Path(os.path.realpath(found.path))
            if same := next((path for path in (place, *place.parents) if path in outputs), None):
                raise ConfigurationError(f"{outputs[same]} is an output and among the inputs: write it somewhere else")


def _tell_of(outcome: Outcome, summary: Summary, targets: Targets, voice: Voice) -> None:
    """A reject is told, the first ones at least; where no file takes the rejects, all are, also when quiet."""
    if isinstance(outcome, Document):
        if voice.verbose:
            _tell(f"{outcome.source}: {len(outcome.removals)} in the ledger, {len(outcome.text):,} characters left")
        return
    only_here = targets.rejects_file is None or targets.dry_run
    if only_here or (not voice.quiet and summary.rejected <= MAX_REJECTS_TOLD):
        _tell(f"Rejected: {outcome.source}: {outcome.reason}")
    elif not voice.quiet and summary.rejected == MAX_REJECTS_TOLD + 1:
        _tell(f"Rejected: more; {targets.rejects_file} will have them all")


def _tell(line: str) -> None:
    click.echo(printable(line.replace("\n", "\\n")), err=True)
