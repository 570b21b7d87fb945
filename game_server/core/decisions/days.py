"""Days as the facilitator and the clock steer them."""

from datetime import date

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core import steering_commands as sc
from game_server.core import steering_events as s
from game_server.core.calendar import instant
from game_server.core.decisions.reasons import noted
from game_server.core.decisions.setting import open_step, setting
from game_server.core.due import dues
from game_server.core.ids import MissionId
from game_server.core.messages import Accepted, Actor, Refused
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState


def open_day(rules: Rules, state: GroupState, command: c.OpenDay, actor: Actor, moment: Moment) -> Accepted | Refused:
    """The next day opens before its hour."""
    if command.day != state.day + 1:
        return Refused("not_the_next_day", {"next": state.day + 1})
    if rules.scenario.day(command.day) is None:
        return Refused("no_such_day", {"last": len(rules.scenario.days)})
    was_open = state.day_status is DayStatus.OPEN
    ending = end_of_day(rules, state, moment) if was_open else ()
    was = {"mission": state.current if was_open else None, "number": command.day, "detail": state.day_status}
    act, words = noted(state, "open_day", actor, command.reason, **was)
    return Accepted((*ending, e.DayOpened(command.day), act), words)


def end_day(rules: Rules, state: GroupState, command: c.EndDay, actor: Actor, moment: Moment) -> Accepted | Refused:
    """The open day ends now."""
    if state.day_status is not DayStatus.OPEN or command.day != state.day:
        return Refused("day_not_open")
    act, words = noted(state, "end_day", actor, command.reason, mission=state.current, number=command.day)
    return Accepted((*end_of_day(rules, state, moment), act), words)


def reopen_day(_: Rules, state: GroupState, command: sc.ReopenDay, actor: Actor, __: Moment) -> Accepted | Refused:
    """The last day that ended is held again, to take up what was left behind."""
    if state.day_status is not DayStatus.ENDED:
        return Refused("day_not_ended")
    act, words = noted(state, "reopen_day", actor, command.reason, number=state.day)
    return Accepted((e.DayReopened(state.day, catch_up=True), act), words)


def end_of_day(rules: Rules, state: GroupState, moment: Moment) -> tuple[e.GroupEvent, ...]:
    """The events that end the open day: a step that ends with the day is closed, another mission is set aside."""
    step = open_step(rules, state)
    ended = e.DayEnded(state.day, state.here(moment))
    if step is None:
        return (ended,)
    if step.kind.ends_with_day:
        return (*closing(rules, state, moment), ended)
    return (e.MissionSetAside(step.mission), ended)


def closing(rules: Rules, state: GroupState, moment: Moment) -> tuple[e.GroupEvent, ...]:
    """The events that count the open step as done."""
    step = open_step(rules, state)
    if step is None:
        return ()
    place = state.mission(step.mission).step
    around = setting(state, step.mission, place, moment)
    told = (e.StepTold(step.mission, place, one) for one in step.kind.close(step.step.content, step.inner, around))
    return (*told, e.StepDone(step.mission, place, forced=True))


def fall_due(rules: Rules, state: GroupState, command: c.FallDue, _: Actor, moment: Moment) -> Accepted | Refused:
    """Something happens by itself, if it is still open and its time has come."""
    due = next((one for one in dues(rules, state) if one.id == command.item), None)
    if due is None or due.at > moment.at:
        return Refused("not_due")
    what, *where = command.item.split(":")
    match what:
        case "open_day":
            ending = end_of_day(rules, state, moment) if state.day_status is DayStatus.OPEN else ()
            return Accepted((*ending, e.DayOpened(int(where[0]))))
        case "end_day":
            return Accepted(end_of_day(rules, state, moment))
        case "catch_up":
            return Accepted((_catch_up(state, date.fromisoformat(where[0]), moment),))
        case "help":
            return Accepted((e.HelpOffered(MissionId(where[0]), int(where[1])),))
        case _:
            return _kind_due(rules, state, where[2], moment)


def _catch_up(state: GroupState, on: date, moment: Moment) -> e.GroupEvent:
    """The last day is held again; a catch-up day whose hours passed while nothing ran is not held any more."""
    day = state.calendar.catch_up_day(on)
    if day is None or instant(on, day.closes, state.calendar.time_zone) <= moment.at:
        return s.DayRemoved(on)
    return e.DayReopened(state.day, catch_up=True, on=on)


def _kind_due(rules: Rules, state: GroupState, name: str, moment: Moment) -> Accepted | Refused:
    step = open_step(rules, state)
    if step is None:
        return Refused("not_due")
    place = state.mission(step.mission).step
    around = setting(state, step.mission, place, moment)
    told = step.kind.fall_due(step.step.content, step.inner, name, around)
    return Accepted(tuple(e.StepTold(step.mission, place, one) for one in told)) if told else Refused("not_due")
