"""Undoing an act by later events: places, roles and clocks come back, what was won stays."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core import steering_events as s
from game_server.core.decisions.agenda import within_the_day
from game_server.core.decisions.reasons import reason_word
from game_server.core.decisions.seats import MOST_SEATS, OUT
from game_server.core.decisions.setting import open_step
from game_server.core.decisions.staff import MINUTE, more_time, next_timer
from game_server.core.ids import MissionId, WordId
from game_server.core.messages import Accepted, Actor, Refused
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import Act, DayStatus, GroupState, MissionStatus, SeatStatus

Events = tuple[e.GroupEvent, ...]


@dataclass(frozen=True, slots=True)
class Undoing:
    """An act, and the group in which it is undone."""

    rules: Rules
    state: GroupState
    act: Act


def undo(rules: Rules, state: GroupState, command: c.Undo, actor: Actor, _: Moment) -> Accepted | Refused:
    """An act is undone once, by its inverse; no event means that the way back is barred."""
    act = next((one for one in state.acts if one.version == command.version), None)
    if act is None or act.undone:
        return Refused("nothing_to_undo")
    inverse = _INVERSE.get(act.act)
    events = inverse(Undoing(rules, state, act)) if inverse else ()
    if isinstance(events, Refused):
        return events
    if not events:
        return Refused("cannot_undo")
    word = reason_word(state, command.reason, act.seat)
    undone = e.ActUndone(act.version, actor.id, word.id if word else None)
    return Accepted((*events, undone), (word,) if word else ())


def _close_mission(one: Undoing) -> Events:
    """The mission that was open before is open again."""
    act, state = one.act, one.state
    if act.mission is None or act.mission != state.current:
        return ()
    was = MissionStatus.ASIDE if act.number else MissionStatus.CLOSED
    return (s.MissionPutBack(act.mission, was), *_open_again(state, MissionId(act.detail)))


def _reopen_mission(one: Undoing) -> Events:
    """What was skipped stands as it stood; the one that opened in its place waits for its turn again."""
    act, state = one.act, one.state
    if act.mission is None or state.mission(act.mission).status is not MissionStatus.ASIDE:
        return ()
    if not act.number:
        return (s.MissionPutBack(act.mission, MissionStatus.CLOSED),)
    if state.day_status is not DayStatus.OPEN:
        return ()
    return (*_wait_again(state, MissionId(act.detail)), s.MissionPutBack(act.mission, MissionStatus.OPEN))


def _wait_again(state: GroupState, opened: MissionId) -> Events:
    if state.current is None:
        return ()
    was = MissionStatus.CLOSED if state.current == opened else MissionStatus.ASIDE
    return (s.MissionPutBack(state.current, was),)


def _open_again(state: GroupState, mission: MissionId | None) -> Events:
    aside = mission and state.mission(mission).status is MissionStatus.ASIDE
    return (s.MissionPutBack(mission, MissionStatus.OPEN),) if aside and mission else ()


def _reopen_step(one: Undoing) -> Events | Refused:
    """A step that was counted as done is open again, unless its mission is done: an éclat is never taken back."""
    act, state = one.act, one.state
    if act.mission is None:
        return ()
    mission = state.mission(act.mission)
    if mission.status is MissionStatus.DONE:
        return Refused("mission_done_stays")
    if act.inner is None or mission.step > act.number + 1:
        return ()
    return (s.StepRestored(act.mission, act.number, act.inner),)


def _withdraw_hint(one: Undoing) -> Events:
    act = one.act
    hints = one.state.mission(act.mission).hints if act.mission else ()
    if act.mission is None or act.number >= len(hints) or str(hints[act.number].rung) != act.detail:
        return ()
    return (e.HintWithdrawn(act.mission, hints[act.number].step, act.number),)


def _take_time_back(one: Undoing) -> Events:
    """The limits come back to where they stood; one that started afresh since then is left alone."""
    act, step = one.act, open_step(one.rules, one.state, one.act.mission)
    place, late = (int(part) for part in act.detail.split())
    hours = _hours(one, one.state.day, 0, -late) if late else ()
    if step is None or one.state.mission(step.mission).step != place:
        return hours
    back = -act.number * MINUTE
    same = act.until is not None and next_timer(step, step.inner) == act.until
    adjusted = more_time(step, place, back)[0] if same else ()
    return (s.TimeGiven(step.mission, place, back), *adjusted, *hours)


def _hands_back(one: Undoing) -> Events | Refused:
    act, step = one.act, open_step(one.rules, one.state, one.act.mission)
    if step is None or act.inner is None or one.state.mission(step.mission).step != act.number:
        return ()
    if one.state.mission(step.mission).moved != act.until:
        return Refused("redeal_played")
    return (s.StepRestored(step.mission, act.number, act.inner, act.until),)


def _switch_back(one: Undoing) -> Events:
    act = one.act
    return (s.PlanBSwitched(act.mission, act.seat, not act.number),) if act.mission else ()


def _unsay(one: Undoing) -> Events:
    word = WordId(f"{one.act.version}.message")
    known = any(message.word == word for message in one.state.messages)
    return (s.MessageWithdrawn(word),) if known else ()


def _resume(one: Undoing) -> Events:
    return (e.GroupResumed(),) if one.state.paused_at is not None else ()


def _pause(one: Undoing) -> Events:
    return (e.GroupPaused(),) if one.state.paused_at is None else ()


def _withdraw_day(one: Undoing) -> Events:
    """The group waits for the day again; the day before goes on if it was open."""
    act, state = one.act, one.state
    if state.day != act.number or state.day_status is not DayStatus.OPEN:
        return ()
    today = one.rules.scenario.day(state.day)
    first = today is not None and state.current in {mission.id for mission in today.missions}
    was = MissionStatus.CLOSED if first else MissionStatus.ASIDE
    waits = (s.MissionPutBack(state.current, was),) if state.current else ()
    before = (e.DayReopened(act.number - 1), *_open_again(state, act.mission)) if act.detail == DayStatus.OPEN else ()
    return (*waits, e.DayWithdrawn(act.number), *before)


def _reopen_day(one: Undoing) -> Events:
    act, state = one.act, one.state
    if state.day != act.number or state.day_status is not DayStatus.ENDED:
        return ()
    return (e.DayReopened(act.number), *_open_again(state, act.mission))


def _end_again(one: Undoing) -> Events:
    state = one.state
    if state.day != one.act.number or state.day_status is not DayStatus.OPEN:
        return ()
    aside = (e.MissionSetAside(state.current),) if state.current else ()
    return (*aside, e.DayEnded(state.day))


def _shift_back(one: Undoing) -> Events | Refused:
    from_day = round(one.act.number / 1000)
    back = from_day * 1000 - one.act.number
    if from_day <= one.state.day:
        return Refused("day_already_begun", {"first": one.state.day + 1})
    in_order = one.state.calendar.shifted(from_day, back).in_order()
    return (e.CalendarShifted(from_day, back),) if in_order else Refused("calendar_out_of_order")


def _hours(one: Undoing, day: int, opens: int, closes: int) -> Events:
    moved = s.HoursMoved(day, opens, closes)
    return (moved,) if within_the_day(one.state.calendar, moved) else ()


def _slots_back(one: Undoing) -> Events:
    act = one.act
    day = one.rules.scenario.day_of(act.mission) if act.mission else None
    if day is None or act.mission is None:
        return ()
    if act.detail == "day":
        return _hours(one, day.number, -act.number, -act.number)
    hours = _hours(one, day.number, 0, -act.number)
    return (s.SlotsShifted(act.mission, -act.number), *hours) if hours else ()


def _day_out(one: Undoing) -> Events:
    day = one.state.calendar.catch_up_day(date.fromisoformat(one.act.detail))
    return (s.DayRemoved(day.on),) if day is not None and not day.begun else ()


def _day_in(one: Undoing) -> Events:
    on, opens, closes = one.act.detail.split()
    if one.state.calendar.catch_up_day(date.fromisoformat(on)) is not None:
        return ()
    return (s.DayAdded(date.fromisoformat(on), time.fromisoformat(opens), time.fromisoformat(closes)),)


def _return_back(one: Undoing) -> Events:
    """The last return only: the state keeps where the group stood before it."""
    before = one.state.returned_from
    last = next(act for act in reversed(one.state.acts) if act.act == "return_to")
    if before is None or last.version != one.act.version:
        return ()
    return (s.ReturnedTo(one.act.version - 1, before),)


def _place_back(one: Undoing) -> Events | Refused:
    """The seat stands as it stood before the act."""
    act, state = one.act, one.state
    if not act.seat or not act.detail:
        return ()
    status = SeatStatus(act.detail)
    if status not in OUT and act.seat not in state.table() and len(state.table()) >= MOST_SEATS:
        return Refused("table_full", {"most": MOST_SEATS})
    return (s.SeatPlaced(act.seat, status),)


def _not_excused(one: Undoing) -> Events:
    act, state = one.act, one.state
    if act.seat is None or act.number not in state.excused.get(act.seat, ()):
        return ()
    withdrawn = s.ExcuseWithdrawn(act.seat, act.number)
    still = state.seats[act.seat].status is SeatStatus.LEFT
    return (withdrawn, s.SeatPlaced(act.seat, SeatStatus(act.detail))) if still else (withdrawn,)


def _accept_no_more(one: Undoing) -> Events:
    known = any(erratum.number == one.act.detail for erratum in one.state.errata)
    return (s.ErratumWithdrawn(one.act.detail),) if known else ()


_INVERSE: dict[str, Callable[[Undoing], Events | Refused]] = {
    "open_mission": _close_mission,
    "skip_mission": _reopen_mission,
    "force_step": _reopen_step,
    "give_hint": _withdraw_hint,
    "give_time": _take_time_back,
    "redeal": _hands_back,
    "switch_plan_b": _switch_back,
    "say": _unsay,
    "pause": _resume,
    "resume": _pause,
    "open_day": _withdraw_day,
    "end_day": _reopen_day,
    "reopen_day": _end_again,
    "shift_calendar": _shift_back,
    "shift_slots": _slots_back,
    "add_day": _day_out,
    "remove_day": _day_in,
    "return_to": _return_back,
    "admit_seat": _place_back,
    "remove_seat": _place_back,
    "excuse_seat": _not_excused,
    "accept_answer": _accept_no_more,
}
