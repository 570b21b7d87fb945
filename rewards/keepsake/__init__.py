"""The keepsake: what of the adventure belongs to one person, shown to that person alone when the last day is over.

It keeps nothing of its own: days, acts and offers are read from the group's state, the rest from what other rules keep for a seat.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from game_server.core.reward_rule import Belonging, RewardRule
from game_server.core.scenario import Mission, Scenario
from game_server.core.state import DayStatus, GroupState


@dataclass(frozen=True, slots=True)
class Keepsake(KindValue):
    """Nothing is kept."""


def show(scenario: Scenario, state: GroupState, _kept: Keepsake) -> Mapping[str, Any]:
    """{"ready": whether the last day is over}."""
    return {"ready": _is_over(scenario, state)}


def mine(scenario: Scenario, state: GroupState, _kept: Keepsake, seat: SeatId) -> Mapping[str, Any] | None:
    """{"title", "days", "acts", "offers", "from_rules"}; None until the last day is over.

    "days": numbers of the days on which this person came. "acts": [{"mission", "title", "day", "act"}], those they took part in.
    "offers": [{"id", "title", "family", "path_step"}], all that the group opened. "from_rules": {"bravos": [{"day", "text"}]}.
    """
    if not _is_over(scenario, state):
        return None
    belongings = {name: list(one.of(seat)) for name, one in state.rewards.items() if isinstance(one, Belonging)}
    offers = [scenario.offers[offer] for offer, _day in state.unlocked]
    return {
        "title": scenario.title,
        "days": list(state.came.get(seat, ())),
        "acts": [
            {"mission": one.id, "title": one.title, "day": day.number, "act": one.act}
            for day in scenario.days
            for one in day.missions
            if _took_part(state, one, seat)
        ],
        "offers": [
            {"id": one.id, "title": one.title, "family": one.family, "path_step": one.path_step} for one in offers
        ],
        "from_rules": belongings,
    }


def _took_part(state: GroupState, mission: Mission, seat: SeatId) -> bool:
    one = state.mission(mission.id)
    return one.won and seat in one.with_seats


def _is_over(scenario: Scenario, state: GroupState) -> bool:
    return state.day >= len(scenario.days) and state.day_status is DayStatus.ENDED


RULE = RewardRule(
    name="keepsake",
    kept=Keepsake,
    events={},
    start=Keepsake,
    evolve=lambda kept, _event: kept,
    show=show,
    mine=mine,
)
