"""What is seen of bravos: the list by everyone, what was received by its receiver alone."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.scenario import Scenario
from game_server.core.state import GroupState
from rewards.bravos.values import TEXTS, Bravo, Bravos


def show(_scenario: Scenario, _state: GroupState, _kept: Bravos) -> Mapping[str, Any]:
    """{"choices": [{"id", "text"}]}: what can be given, and nothing of what was."""
    return {"choices": [{"id": one, "text": text} for one, text in TEXTS.items()]}


def mine(scenario: Scenario, state: GroupState, kept: Bravos, seat: SeatId) -> Mapping[str, Any]:
    """{"received": [{"day", "bravo", "text", "by", "character"}], "given_today": [seats]}.

    The latest received stands first. `by` is a seat, or None when a character gave it; `character` is that one's name.
    """
    received = [_line(scenario, one) for one in reversed(kept.given) if one.to == seat]
    given_today = [one.to for one in kept.given if one.by == seat and one.day == state.day]
    return {"received": received, "given_today": given_today}


def _line(scenario: Scenario, one: Bravo) -> Mapping[str, Any]:
    character = scenario.characters.get(one.character) if one.character else None
    name = character.name if character else None
    return {"day": one.day, "bravo": one.bravo, "text": TEXTS[one.bravo], "by": one.by, "character": name}
