"""What will happen by itself in a group, and when; nothing at all while it is paused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

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


def _days(rules: Rules, state: GroupState) -> Iterator[Due]:
    closing = state.calendar.closing(state.day)
    opened = state.day_opened_at
    if state.day_status is DayStatus.OPEN and closing and opened and opened < closing:
        yield Due(DueId(f"end_day:{state.day}"), closing)
    upcoming = state.day + 1
    opening = state.calendar.opening(upcoming)
    if opening is not None and rules.scenario.day(upcoming) is not None:
        yield Due(DueId(f"open_day:{upcoming}"), opening)


def _steps(rules: Rules, state: GroupState) -> Iterator[Due]:
    step = open_step(rules, state)
    if step is None or state.day_status is not DayStatus.OPEN:
        return
    one = state.mission(step.mission)
    given = sum(1 for hint in one.hints if hint.step == one.step)
    if not one.help_offered and given < len(step.step.hints):
        item = DueId(f"help:{step.mission}:{one.step}:{given}")
        yield Due(item, state.wall(one.moved + step.step.silence))
    for due in step.kind.dues(step.step.content, step.inner):
        yield Due(DueId(f"kind:{step.mission}:{one.step}:{due.name}"), state.wall(due.played))
