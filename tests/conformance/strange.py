"""Actions that nobody in their right mind would send, and what a view says, leaf by leaf."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from random import Random
from typing import Any

from game_server.core.mission_kind import KindValue, MissionKind, WordRef

CANARY = "canari-jaune-de-Maubeuge"
LONG_ENOUGH_TO_TELL = 16
"""Characters from which a text is taken for somebody's, not for an id or a state."""


def strange_actions(kind: MissionKind[Any, Any], known: list[str], random: Random, number: int) -> Iterator[KindValue]:
    """Actions of every sort, their texts drawn from a canary and from what the phone shows."""
    sorts = [*kind.actions.values(), *kind.outside.values()]
    for _ in range(number):
        sort = random.choice(sorts)
        yield sort(**{one.name: _value(one.type, known, random) for one in fields(sort)})  # type: ignore[arg-type]


def _value(wanted: Any, known: list[str], random: Random) -> Any:
    if wanted in (int, "int"):
        return random.choice([-1, 0, 1, 2, 99])
    return random.choice([CANARY, "", " ", "x" * 5000, *known])


def leaves(view: Any) -> Iterator[str]:
    """Every text of a view; a reference to a typed text counts as one."""
    if isinstance(view, WordRef):
        yield f"word:{view.id}"
    elif isinstance(view, str):
        yield view
    elif isinstance(view, Mapping):
        for key, value in view.items():
            yield key
            yield from leaves(value)
    elif isinstance(view, list | tuple):
        for one in view:
            yield from leaves(one)


def telling(view: Any) -> set[str]:
    """The leaves that would tell something of a person: typed texts and whole sentences."""
    return {leaf for leaf in leaves(view) if leaf.startswith("word:") or len(leaf) >= LONG_ENOUGH_TO_TELL}
