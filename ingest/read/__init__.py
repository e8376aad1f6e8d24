"""Files, folders, globs and standard input in; RawDocuments, or the reason why not, out: one at a time, in order."""

from .inputs import Input, Inputs, find_inputs
from .names import shown
from .readers import READERS
from .reading import read

__all__ = ["READERS", "Input", "Inputs", "find_inputs", "read", "shown"]
