"""How to clean: one frozen value, the same for a call, a run and a stage."""

from dataclasses import dataclass
from typing import Literal

from .rules import PROFILES, Rule


@dataclass(frozen=True, slots=True)
class Configuration:
    """What cleaning does. The default is what the command line does without options."""

    rules: tuple[Rule, ...] = PROFILES["default"]
    """In the order they are asked."""
    language: Literal["py3langid", "langdetect"] | None = "py3langid"
    """What identifies the language of the text; None: nothing does."""


DEFAULT = Configuration()
