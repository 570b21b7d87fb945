"""The calendar of a group: days and planned slots move, catch-up days come and go."""

from datetime import timedelta

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core import steering_commands as sc
from game_server.core import steering_events as s
from game_server.core.calendar import Calendar, instant, later
from game_server.core.decisions.reasons import noted
from game_server.core.messages import Accepted, Actor, Refused
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState, MissionStatus

MOST_DAYS = 60
MOST_MINUTES = 240


def shift(_: Rules, state: GroupState, command: c.ShiftCalendar, actor: Actor, __: Moment) -> Accepted | Refused:
    """Days that have not begun move by whole local days."""
    if command.from_day <= state.day or state.calendar.day(command.from_day) is None:
        return Refused("day_already_begun", {"first": state.day + 1})
    if not command.days or abs(command.days) > MOST_DAYS:
        return Refused("calendar_out_of_order")
    if not state.calendar.shifted(command.from_day, command.days).in_order():
        return Refused("calendar_out_of_order")
    number = command.from_day * 1000 + command.days
    act, words = noted(state, "shift_calendar", actor, command.reason, number=number)
    return Accepted((e.CalendarShifted(command.from_day, command.days), act), words)


def shift_slots(rules: Rules, state: GroupState, command: sc.ShiftSlots, actor: Actor, _: Moment) -> Accepted | Refused:
    """A planned mission moves by minutes, with all that follows on its day and the day's closing."""
    refused = _cannot_shift(rules, state, command)
    if refused is not None:
        return refused
    day = rules.scenario.day(command.day)
    whole = day is not None and day.missions[0].id == command.from_mission and command.day > state.day
    hours = s.HoursMoved(command.day, command.minutes if whole else 0, command.minutes)
    if not within_the_day(state.calendar, hours):
        return Refused("past_midnight")
    moved = (hours,) if whole else (s.SlotsShifted(command.from_mission, command.minutes), hours)
    about = {"mission": command.from_mission, "number": command.minutes, "detail": "day" if whole else "slot"}
    act, words = noted(state, "shift_slots", actor, command.reason, **about)
    return Accepted((*moved, act), words)


def _cannot_shift(rules: Rules, state: GroupState, command: sc.ShiftSlots) -> Refused | None:
    if not command.minutes or abs(command.minutes) > MOST_MINUTES:
        return Refused("bad_shift", {"most": MOST_MINUTES})
    day = rules.scenario.day(command.day)
    if day is None or state.calendar.day(command.day) is None:
        return Refused("no_such_day", {"last": len(rules.scenario.days)})
    if command.from_mission not in {one.id for one in day.missions}:
        return Refused("unknown_mission")
    if command.day < state.day or (command.day == state.day and state.day_status is not DayStatus.OPEN):
        return Refused("day_already_over")
    return Refused("mission_already_done") if state.mission(command.from_mission).status is MissionStatus.DONE else None


def within_the_day(calendar: Calendar, hours: s.HoursMoved) -> bool:
    """Whether the day still opens and closes, in this order, on its own date."""
    day = calendar.day(hours.day)
    if day is None:
        return False
    try:
        return later(day.opens, hours.opens) < later(day.closes, hours.closes)
    except ValueError:
        return False


def add_day(_: Rules, state: GroupState, command: sc.AddDay, actor: Actor, moment: Moment) -> Accepted | Refused:
    """A catch-up day: the last day that ended is held again on that date."""
    opens, closes = command.opens.replace(tzinfo=None), command.closes.replace(tzinfo=None)
    if closes <= opens:
        return Refused("closing_before_opening")
    ahead = timedelta(days=-1) <= command.on - moment.at.date() <= timedelta(days=366)
    if not ahead or instant(command.on, closes, state.calendar.time_zone) <= moment.at:
        return Refused("day_not_ahead")
    if command.on in state.calendar.dates():
        return Refused("day_taken")
    act, words = noted(state, "add_day", actor, command.reason, detail=command.on.isoformat())
    return Accepted((s.DayAdded(command.on, opens, closes), act), words)


def remove_day(_: Rules, state: GroupState, command: sc.RemoveDay, actor: Actor, __: Moment) -> Accepted | Refused:
    """A catch-up day that has not begun is given up."""
    day = state.calendar.catch_up_day(command.on)
    if day is None or day.begun:
        return Refused("no_catch_up_day")
    detail = f"{day.on.isoformat()} {day.opens.isoformat()} {day.closes.isoformat()}"
    act, words = noted(state, "remove_day", actor, command.reason, detail=detail)
    return Accepted((s.DayRemoved(command.on), act), words)
