"""What went and why, for a person."""

from .explain import explain
from .plain import printable
from .rules import describe_rules
from .summary import summarise

__all__ = ["describe_rules", "explain", "printable", "summarise"]
