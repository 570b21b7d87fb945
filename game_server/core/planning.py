"""When each mission is planned, what clashes in a calendar, and what was left behind. Wall times are those of the group."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from game_server.core.calendar import MINUTES_OF_A_DAY, instant, later
from game_server.core.ids import MissionId
from game_server.core.rules import Rules
from game_server.core.scenario import Mission, Scenario
from game_server.core.state import DayStatus, GroupState, MissionStatus


@dataclass(frozen=True, slots=True)
class Slot:
    """The planned time of a mission: `after` minutes after midnight, `at` as an instant (UTC)."""

    mission: MissionId
    at: datetime
    after: int
    minutes: int

    @property
    def starts(self) -> time:
        """Its wall time."""
        return later(time(), max(0, min(self.after, MINUTES_OF_A_DAY - 1)))


def slots(rules: Rules, state: GroupState, number: int) -> tuple[Slot, ...]:
    """The missions of a day at their planned times: one after the other from its opening, and as they were shifted."""
    day, planned = rules.scenario.day(number), state.calendar.day(number)
    if day is None or planned is None:
        return ()
    opening = instant(planned.on, planned.opens, state.calendar.time_zone)
    midnight = _minutes(planned.opens)
    found, passed = [], 0
    for mission in day.missions:
        passed += state.shifts.get(mission.id, 0)
        at = opening + timedelta(minutes=passed)
        found.append(Slot(mission.id, at, midnight + passed, mission.minutes))
        passed += mission.minutes
    return tuple(found)


def next_slot(rules: Rules, state: GroupState) -> Slot | None:
    """The planned time of the next mission that has not begun: of the open day, else of the next one."""
    numbers = [state.day, state.day + 1] if state.day_status is DayStatus.OPEN else [state.day + 1]
    waiting = (
        slot
        for number in numbers
        for slot in slots(rules, state, number)
        if state.mission(slot.mission).status is MissionStatus.CLOSED
    )
    return next(waiting, None)


def left_behind(scenario: Scenario, state: GroupState) -> tuple[tuple[Mission, int], ...]:
    """The missions that the group may take up by itself now, each with its day.

    Those of earlier days that are not done (of this one too when it is held again), once those of the day are, and nothing is open.
    """
    today = scenario.day(state.day)
    waits = today and any(state.mission(one.id).status is MissionStatus.CLOSED for one in today.missions)
    if state.day_status is not DayStatus.OPEN or state.current is not None or (waits and not state.reopened):
        return ()
    last = state.day if state.reopened else state.day - 1
    status = (MissionStatus.CLOSED, MissionStatus.ASIDE)
    return tuple(
        (one, day.number)
        for day in scenario.days
        if day.number <= last
        for one in day.missions
        if state.mission(one.id).status in status and not state.mission(one.id).won
    )


def conflicts(rules: Rules, state: GroupState, number: int) -> Iterator[str]:
    """What clashes around a day, by codes.

    same_date, dates_out_of_order, closing_before_opening, slot_before_opening, slots_overlap, slot_after_closing.
    """
    planned = state.calendar.day(number)
    if planned is None:
        return
    if _on(state)[planned.on] > 1:
        yield "same_date"
    before = state.calendar.day(number - 1)
    if before is not None and before.on > planned.on:
        yield "dates_out_of_order"
    if planned.closes <= planned.opens:
        yield "closing_before_opening"
    timed = slots(rules, state, number)
    if timed and timed[0].after < _minutes(planned.opens):
        yield "slot_before_opening"
    if any(one.after + one.minutes > other.after for one, other in pairwise(timed)):
        yield "slots_overlap"
    if timed and timed[-1].after + timed[-1].minutes > _minutes(planned.closes):
        yield "slot_after_closing"


def clashing_date(state: GroupState, on: date) -> bool:
    """Whether two days of the group stand on that date."""
    return _on(state)[on] > 1


def _on(state: GroupState) -> Counter[date]:
    return Counter(state.calendar.dates())


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
