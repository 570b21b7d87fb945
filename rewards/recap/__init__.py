"""The recap: what the group did each day, the offers behind it, and where that stands on a path.

It keeps nothing of its own: everything is read from the group's state when the day is over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game_server.core.mission_kind import KindValue
from game_server.core.reward_rule import RewardRule
from game_server.core.scenario import Day, Mission, Scenario
from game_server.core.state import DayStatus, GroupState

PATH_STEPS = range(1, 6)
"""The five steps of a path: accueil, besoins, projet, essais, emploi ou formation."""


@dataclass(frozen=True, slots=True)
class Recap(KindValue):
    """Nothing is kept."""


def show(scenario: Scenario, state: GroupState, _kept: Recap) -> Mapping[str, Any]:
    """{"days": [a day], "path": [{"step", "touched"}]}: the days that are over, and the open one once all is done in it.

    A day: {"day", "title", "closing", "acts": [{"mission", "act"}], "offers": [{"id", "title", "path_step"}],
    "to_take_up": [{"mission", "title"}], "asked_for_help": number of times, "path": [steps touched]}.
    """
    days = [_day(scenario, state, day) for day in _told_days(scenario, state)]
    touched = {step for day in days for step in day["path"]}
    return {"days": days, "path": [{"step": step, "touched": step in touched} for step in PATH_STEPS]}


def _told_days(scenario: Scenario, state: GroupState) -> Iterator[Day]:
    for day in scenario.days:
        over = day.number < state.day or (day.number == state.day and state.day_status is DayStatus.ENDED)
        finished = day.number == state.day and all(_is_done(state, mission) for mission in day.missions)
        if over or finished:
            yield day


def _day(scenario: Scenario, state: GroupState, day: Day) -> dict[str, Any]:
    done = [mission for mission in day.missions if _is_done(state, mission)]
    unlocked = {offer for offer, _day in state.unlocked}
    offers = [scenario.offers[mission.offer] for mission in done if mission.offer in unlocked]
    return {
        "day": day.number,
        "title": day.title,
        "closing": day.closing,
        "acts": [{"mission": mission.id, "act": mission.act} for mission in done],
        "offers": [{"id": offer.id, "title": offer.title, "path_step": offer.path_step} for offer in offers],
        "to_take_up": [
            {"mission": mission.id, "title": mission.title} for mission in day.missions if mission not in done
        ],
        "asked_for_help": sum(state.mission(mission.id).asked_for_help for mission in day.missions),
        "path": sorted({offer.path_step for offer in offers}),
    }


def _is_done(state: GroupState, mission: Mission) -> bool:
    return state.mission(mission.id).won


RULE = RewardRule(name="recap", kept=Recap, events={}, start=Recap, evolve=lambda kept, _event: kept, show=show)
