"""What will happen by itself in a group, and when; nothing at all while it is paused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from game_server.core.calendar import instant
from game_server.core.decisions.setting import open_step
from game_server.core.ids import DueId
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState


@dataclass(frozen=True, slots=True)
class Due:
    """An item and its instant (UTC). The id says what it is: "open_day:2", "help:m1:0:1", "kind:m1:0:close"."""

    id: DueId
    at: datetime


def dues(rules: Rules, state: GroupState) -> tuple[Due, ...]:
    """Every open item of the group, the soonest first."""
    if state.paused_at is not None:
        return ()
    return tuple(sorted((*_days(rules, state), *_steps(rules, state)), key=lambda due: (due.at, due.id)))


def next_due(rules: Rules, state: GroupState) -> datetime | None:
    """The instant of the soonest item, or None when nothing will happen by itself."""
    return min((due.at for due in dues(rules, state)), default=None)


def closing_hour(state: GroupState) -> datetime | None:
    """The instant at which the open day closes by itself; None when it does not: it was opened after that hour."""
    calendar, opened = state.calendar, state.day_opened_at
    catch_up = calendar.catch_up_day(state.catch_up_on) if state.catch_up_on else None
    planned = instant(catch_up.on, catch_up.closes, calendar.time_zone) if catch_up else calendar.closing(state.day)
    late = planned is None or opened is None or opened >= planned
    return planned if state.day_status is DayStatus.OPEN and not late else None


def _days(rules: Rules, state: GroupState) -> Iterator[Due]:
    closing, opened = closing_hour(state), state.day_opened_at
    if closing is not None:
        yield Due(DueId(f"end_day:{state.day}"), closing)
    upcoming = state.day + 1
    opening = state.calendar.opening(upcoming)
    went_back = state.day_status is DayStatus.OPEN and opening is not None and opened is not None and opened >= opening
    if opening is not None and rules.scenario.day(upcoming) is not None and not went_back:
        yield Due(DueId(f"open_day:{upcoming}"), opening)
    if state.day_status is DayStatus.ENDED:
        yield from _catch_up_days(state)


def _catch_up_days(state: GroupState) -> Iterator[Due]:
    zone = state.calendar.time_zone
    for day in state.calendar.catch_up:
        if not day.begun and instant(day.on, day.closes, zone) > state.at:
            yield Due(DueId(f"catch_up:{day.on.isoformat()}"), instant(day.on, day.opens, zone))


def _steps(rules: Rules, state: GroupState) -> Iterator[Due]:
    step = open_step(rules, state)
    if step is None or state.day_status is not DayStatus.OPEN:
        return
    one = state.mission(step.mission)
    given = sum(1 for hint in one.hints if hint.step == one.step)
    if not one.help_offered and given < len(step.step.hints):
        item = DueId(f"help:{step.mission}:{one.step}:{given}")
        yield Due(item, state.wall(one.help_after(step.step.silence)))
    for due in step.kind.dues(step.step.content, step.inner):
        yield Due(DueId(f"kind:{step.mission}:{one.step}:{due.name}"), state.wall(due.played))
