"""What is removed, in which order, and why."""

from .judge import Judgement, judge
from .rule import Rule
from .table import PROFILES, RULES

__all__ = ["PROFILES", "RULES", "Judgement", "Rule", "judge"]
