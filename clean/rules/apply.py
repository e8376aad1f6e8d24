"""The one function that removes: rules name blocks, this takes them away and writes the ledger."""

from collections.abc import Sequence
from typing import NamedTuple

from ..block import Block
from ..document import Found, Removal
from .rule import PROTECTED, Draft, Hit, Rule


class Applied(NamedTuple):
    """What is left, what went, and the metadata that went with it."""

    blocks: list[Block]
    removals: tuple[Removal, ...]
    fields: dict[str, Found]
    """`captions`, `authors`, `credits`: tuples in order of first appearance, each value once."""
    flags: tuple[str, ...] = ()
    """`limit.passes`: the rules were stopped while they still named blocks."""


MAX_PASSES = 100
"""Of 1,808 pages none takes more than 3. A pass is linear; a text made to need one for each line must not get them."""


def apply_rules(blocks: list[Block], rules: Sequence[Rule], *, title: str | None = None) -> Applied:
    """Ask the rules, in their order, until none names a block.

    Asking again what is left finds nothing: a text that was cleaned once stays as it is.
    """
    draft = Draft(blocks, rules, title)
    hits: dict[int, tuple[Rule, Hit]] = {}
    stopped = all(_removed_by_a_pass(draft, rules, hits) for _ in range(MAX_PASSES))
    flags = ("limit.passes",) if stopped else ()
    return Applied(draft.left(), _ledger(blocks, hits), _fields(hits), flags)


def _removed_by_a_pass(draft: Draft, rules: Sequence[Rule], hits: dict[int, tuple[Rule, Hit]]) -> bool:
    before = len(hits)
    for rule in rules:
        _remove(draft, rule, hits)
    return len(hits) > before


def _remove(draft: Draft, rule: Rule, hits: dict[int, tuple[Rule, Hit]]) -> None:
    named = {hit.block: hit for hit in rule.find(draft) if draft.blocks[hit.block].kind not in PROTECTED}
    if not named:
        return
    hits.update({index: (rule, hit) for index, hit in named.items()})
    draft.take(named, rule.id)


def _ledger(blocks: list[Block], hits: dict[int, tuple[Rule, Hit]]) -> tuple[Removal, ...]:
    return tuple(_entry(blocks[index], *hits[index]) for index in sorted(hits))


def _entry(block: Block, rule: Rule, hit: Hit) -> Removal:
    fields = list(dict.fromkeys(field for field, _ in hit.fields))
    return Removal(
        rule=rule.id,
        reason=rule.reason,
        text=block.text,
        line=block.line,
        end=block.line,
        action="moved" if fields else "removed",
        field=",".join(fields) or None,
    )


def _fields(hits: dict[int, tuple[Rule, Hit]]) -> dict[str, Found]:
    values: dict[str, dict[str, str]] = {}
    for index in sorted(hits):
        rule, hit = hits[index]
        for field, value in hit.fields:
            values.setdefault(field, {}).setdefault(value, rule.id)
    return {field: Found(tuple(found), next(iter(found.values()))) for field, found in values.items()}
