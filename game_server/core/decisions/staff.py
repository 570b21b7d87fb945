"""A facilitator's hand: hints, pauses, the calendar, and undoing any of it."""

from collections.abc import Callable

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core.decisions.setting import open_step
from game_server.core.ids import WordId
from game_server.core.messages import Accepted, Actor, Refused, Word
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import Act, DayStatus, GroupState, MissionStatus

LONGEST_HINT = 400
MOST_DAYS = 60


def give_hint(rules: Rules, state: GroupState, command: c.GiveHint, actor: Actor, _: Moment) -> Accepted | Refused:
    """The next hint, in the ladder's words or the facilitator's."""
    step = open_step(rules, state, command.mission)
    if step is None:
        return Refused("mission_not_open")
    one = state.mission(command.mission)
    noted = e.ActNoted("give_hint", actor.id, mission=command.mission)
    text = command.text.strip()[:LONGEST_HINT]
    if text:
        word = Word(WordId(f"{state.version + 1}.hint"), text)
        return Accepted((e.HintGiven(command.mission, one.step, -1, word=word.id), noted), (word,))
    rung = sum(1 for hint in one.hints if hint.step == one.step and hint.word is None)
    if rung >= len(step.step.hints):
        return Refused("no_more_hints")
    return Accepted((e.HintGiven(command.mission, one.step, rung), noted))


def pause(_: Rules, state: GroupState, __: c.Pause, actor: Actor, ___: Moment) -> Accepted | Refused:
    """Every clock stands still."""
    if state.paused_at is not None:
        return Refused("already_paused")
    return Accepted((e.GroupPaused(), e.ActNoted("pause", actor.id)))


def resume(_: Rules, state: GroupState, __: c.Resume, actor: Actor, ___: Moment) -> Accepted | Refused:
    """The clocks go on from where they stood."""
    if state.paused_at is None:
        return Refused("not_paused")
    return Accepted((e.GroupResumed(), e.ActNoted("resume", actor.id)))


def shift(_: Rules, state: GroupState, command: c.ShiftCalendar, actor: Actor, __: Moment) -> Accepted | Refused:
    """Days that have not begun move by whole local days."""
    begun = state.day if state.day_status is not DayStatus.BEFORE else 0
    if command.from_day <= begun or state.calendar.day(command.from_day) is None:
        return Refused("day_already_begun", {"first": begun + 1})
    moved = state.calendar.shifted(command.from_day, command.days)
    order = [day.on for day in moved.days]
    if not command.days or abs(command.days) > MOST_DAYS or order != sorted(set(order)):
        return Refused("calendar_out_of_order")
    noted = e.ActNoted("shift_calendar", actor.id, number=command.from_day * 1000 + command.days)
    return Accepted((e.CalendarShifted(command.from_day, command.days), noted))


def undo(_: Rules, state: GroupState, command: c.Undo, actor: Actor, __: Moment) -> Accepted | Refused:
    """An act is undone by later events: places, roles and clocks come back, what was won stays."""
    act = next((one for one in state.acts if one.version == command.version), None)
    if act is None or act.undone:
        return Refused("nothing_to_undo")
    inverse = _INVERSE.get(act.act)
    events = inverse(state, act) if inverse else ()
    if not events:
        return Refused("cannot_undo")
    return Accepted((*events, e.ActUndone(act.version, actor.id)))


def _close_mission(state: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    return (e.MissionSetAside(act.mission),) if act.mission and act.mission == state.current else ()


def _reopen_mission(state: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    if not act.mission or state.mission(act.mission).status is not MissionStatus.ASIDE:
        return ()
    before = (e.MissionSetAside(state.current),) if state.current else ()
    return (*before, e.MissionOpened(act.mission))


def _withdraw_hint(state: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    hints = state.mission(act.mission).hints if act.mission else ()
    return (e.HintWithdrawn(act.mission, hints[-1].step),) if act.mission and hints else ()


def _resume(state: GroupState, _: Act) -> tuple[e.GroupEvent, ...]:
    return (e.GroupResumed(),) if state.paused_at is not None else ()


def _pause(state: GroupState, _: Act) -> tuple[e.GroupEvent, ...]:
    return (e.GroupPaused(),) if state.paused_at is None else ()


def _withdraw_day(state: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    if state.day != act.number or state.day_status is not DayStatus.OPEN:
        return ()
    aside = (e.MissionSetAside(state.current),) if state.current else ()
    return (*aside, e.DayWithdrawn(act.number))


def _reopen_day(state: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    if state.day != act.number or state.day_status is not DayStatus.ENDED:
        return ()
    again = act.mission and state.mission(act.mission).status is MissionStatus.ASIDE
    return (e.DayReopened(act.number), *((e.MissionOpened(act.mission),) if again and act.mission else ()))


def _shift_back(_: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    from_day = round(act.number / 1000)
    return (e.CalendarShifted(from_day, from_day * 1000 - act.number),)


def _remove(_: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    return (e.SeatRemoved(act.seat),) if act.seat else ()


def _admit(_: GroupState, act: Act) -> tuple[e.GroupEvent, ...]:
    return (e.SeatAdmitted(act.seat),) if act.seat else ()


_INVERSE: dict[str, Callable[[GroupState, Act], tuple[e.GroupEvent, ...]]] = {
    "open_mission": _close_mission,
    "skip_mission": _reopen_mission,
    "give_hint": _withdraw_hint,
    "pause": _resume,
    "resume": _pause,
    "open_day": _withdraw_day,
    "end_day": _reopen_day,
    "shift_calendar": _shift_back,
    "admit_seat": _remove,
    "remove_seat": _admit,
}
