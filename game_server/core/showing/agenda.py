"""The calendar of a group as the facilitators see it: days, planned slots, and what clashes."""

from typing import Any

from game_server.core.calendar import CatchUpDay, PlannedDay
from game_server.core.planning import clashing_date, conflicts, slots
from game_server.core.rules import Rules
from game_server.core.showing.slice import Slice
from game_server.core.state import DayStatus, GroupState

SATURDAY = 5


def calendar(rules: Rules, state: GroupState) -> Slice:
    """Every day in order of date, catch-up days among them; a catch-up day has no number and no slots."""
    planned = [_planned(rules, state, day) for day in state.calendar.days]
    caught_up = [_catch_up(state, day) for day in state.calendar.catch_up]
    days = sorted((*planned, *caught_up), key=lambda day: (day["on"], day["opens"]))
    return {"time_zone": state.calendar.time_zone, "days": days}


def _planned(rules: Rules, state: GroupState, planned: PlannedDay) -> dict[str, Any]:
    day = rules.scenario.day(planned.number)
    titles = {one.id: one.title for one in day.missions} if day else {}
    return {
        "number": planned.number,
        "title": day.title if day else "",
        "status": _status(state, planned.number),
        "catch_up": False,
        **_date(state, planned),
        "slots": [
            {
                "mission": slot.mission,
                "title": titles[slot.mission],
                "at": slot.at,
                "starts": slot.starts,
                "minutes": slot.minutes,
                "status": state.mission(slot.mission).status,
            }
            for slot in slots(rules, state, planned.number)
        ],
        "conflicts": list(conflicts(rules, state, planned.number)),
    }


def _catch_up(state: GroupState, day: CatchUpDay) -> dict[str, Any]:
    held = state.catch_up_on == day.on and state.day_status is DayStatus.OPEN
    return {
        "number": None,
        "title": "",
        "status": DayStatus.OPEN if held else DayStatus.ENDED if day.begun else DayStatus.BEFORE,
        "catch_up": True,
        **_date(state, day),
        "slots": [],
        "conflicts": ["same_date"] if clashing_date(state, day.on) else [],
    }


def _date(state: GroupState, day: PlannedDay | CatchUpDay) -> dict[str, Any]:
    return {
        "on": day.on,
        "opens": day.opens,
        "closes": day.closes,
        "weekend": day.on.weekday() >= SATURDAY,
        "holiday": state.calendar.holiday(day.on),
    }


def _status(state: GroupState, number: int) -> DayStatus:
    if number == state.day:
        return state.day_status
    return DayStatus.ENDED if number < state.day else DayStatus.BEFORE
