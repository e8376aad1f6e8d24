"""What is removed, in which order, and why."""

from .apply import Applied, apply_rules
from .rule import Rule
from .table import PROFILES, RULES

__all__ = ["PROFILES", "RULES", "Applied", "Rule", "apply_rules"]
