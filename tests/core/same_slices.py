"""A slice is sent again only when a part that it reads has changed: so a part it forgets to name would leave phones behind."""

import json

from game_server.core.mission_kind import WordRef
from game_server.core.rules import Rules
from game_server.core.state import GroupState
from game_server.core.view import SliceRule, slices


def forgotten(rules: Rules, before: GroupState | None, after: GroupState) -> list[str]:
    """The slices that would not be sent although they changed between these two states."""
    if before is None:
        return []
    known = {(rule.name, rule.audience): rule for rule in slices(rules, before)}
    return [
        f"{rule.name} for {rule.audience}"
        for rule in slices(rules, after)
        if (rule.name, rule.audience) in known
        and _parts_are_the_same(rule, before, after)
        and _text(rule, rules, before) != _text(rule, rules, after)
    ]


def _parts_are_the_same(rule: SliceRule, before: GroupState, after: GroupState) -> bool:
    return all(one is other for one, other in zip(rule.reads(before), rule.reads(after), strict=True))


def _text(rule: SliceRule, rules: Rules, state: GroupState) -> str:
    return json.dumps(rule.build(rules, state), default=lambda one: one.id if isinstance(one, WordRef) else str(one))
