"""Every error that scutch raises on purpose.

ScutchError
 ├─ ConfigurationError   what was asked for cannot be done: an option, an input that is not there
 ├─ ReadError            a file or a record could not be read
 └─ EmitError            the output could not be written

A message is one line: what, where, and what would be right. A document that cannot be cleaned is no error
but a `Reject`: the run goes on.
"""

from typing import ClassVar


class ScutchError(Exception):
    """The root of the tree."""

    exit_status: ClassVar[int] = 1
    """What the command line ends with when the error ends the run."""


class ConfigurationError(ScutchError):
    """What was asked for cannot be done."""

    exit_status = 2


class ReadError(ScutchError):
    """A file or a record could not be read."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source, self.problem = source, problem


class EmitError(ScutchError):
    """The output could not be written."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path, self.problem = path, problem
