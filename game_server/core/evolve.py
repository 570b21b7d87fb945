"""From a state and what was stored to the next state. Nothing is refused here: what is in the journal happened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from game_server.core import group_events as e
from game_server.core.evolving.acts import act_undone, noted
from game_server.core.evolving.steering import STEERING
from game_server.core.evolving.steering import with_mission as _with
from game_server.core.ids import SeatId
from game_server.core.messages import Commit
from game_server.core.rules import Rules
from game_server.core.state import (
    DayStatus,
    EndedStep,
    GivenHint,
    GroupState,
    MissionStatus,
    Seat,
    SeatStatus,
    counter_key,
)


def evolve(rules: Rules, state: GroupState | None, commit: Commit) -> GroupState:
    """The state after a commit."""
    for event in commit.events:
        state = apply(rules, state, event, commit.at, commit.version)
    if state is None:
        raise ValueError("the first commit of a group creates it")
    counters = state.counters
    if commit.device is not None and commit.counter is not None:
        key = counter_key(commit.actor.role, commit.actor.id, commit.device)
        counters = {**counters, key: commit.counter}
    return replace(state, version=commit.version, at=commit.at, counters=counters)


def apply(rules: Rules, state: GroupState | None, event: e.GroupEvent, at: datetime, version: int) -> GroupState:
    """The state after one event stored at `at` in the commit of that version."""
    if isinstance(event, e.GroupCreated):
        return _created(rules, event, at, version)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the group was created")
    if isinstance(event, e.ActNoted):
        return noted(state, event, at, version)
    return _APPLY[type(event)](rules, state, event, at)


def _created(rules: Rules, event: e.GroupCreated, at: datetime, version: int) -> GroupState:
    return GroupState(
        version=version,
        at=at,
        created_at=at,
        pack=event.pack,
        edition=event.edition,
        fingerprint=event.fingerprint,
        seed=event.seed,
        calendar=event.calendar,
        flags=dict.fromkeys(sorted(rules.scenario.flags), False),
        rewards={rule.name: rule.start() for rule in rules.rewards},
    )


def _asked(_: Rules, state: GroupState, event: e.SeatAsked, __: datetime) -> GroupState:
    return replace(state, seats={**state.seats, event.seat: Seat(event.name, event.figure, SeatStatus.WAITING)})


def _seat_becomes(status: SeatStatus) -> Callable[[Rules, GroupState, Any, datetime], GroupState]:
    def change(_: Rules, state: GroupState, event: Any, __: datetime) -> GroupState:
        seat = replace(state.seats[event.seat], status=status)
        return replace(state, seats={**state.seats, event.seat: seat})

    return change


def _came_back(rules: Rules, state: GroupState, event: e.CameBack, at: datetime) -> GroupState:
    here = _seat_becomes(SeatStatus.HERE)(rules, state, event, at)
    if state.day not in state.excused.get(event.seat, ()):
        return here
    days = tuple(day for day in state.excused[event.seat] if day != state.day)
    return replace(here, excused={**state.excused, event.seat: days})


def _day_opened(_: Rules, state: GroupState, event: e.DayOpened, at: datetime) -> GroupState:
    seats = {
        seat: one if event.day in state.excused.get(seat, ()) else _back_at_the_table(one)
        for seat, one in state.seats.items()
    }
    opened = replace(state, day=event.day, day_status=DayStatus.OPEN, day_opened_at=at, seats=seats)
    return replace(opened, reopened=False, catch_up_on=None)


def _day_ended(_: Rules, state: GroupState, event: e.DayEnded, __: datetime) -> GroupState:
    return replace(_came(state, event.with_seats), day=event.day, day_status=DayStatus.ENDED)


def _day_reopened(_: Rules, state: GroupState, event: e.DayReopened, at: datetime) -> GroupState:
    catch_up = state.calendar.catch_up_day(event.on) if event.on else None
    begun = state.calendar.with_catch_up(replace(catch_up, begun=True)) if catch_up else state.calendar
    return replace(
        state,
        day=event.day,
        day_status=DayStatus.OPEN,
        day_opened_at=at,
        calendar=begun,
        reopened=state.reopened or event.catch_up,
        catch_up_on=event.on or state.catch_up_on,
    )


def _day_withdrawn(_: Rules, state: GroupState, event: e.DayWithdrawn, __: datetime) -> GroupState:
    day = event.day - 1
    return replace(state, day=day, day_status=DayStatus.ENDED if day else DayStatus.BEFORE)


def _mission_opened(_: Rules, state: GroupState, event: e.MissionOpened, at: datetime) -> GroupState:
    mission = replace(
        state.mission(event.mission), status=MissionStatus.OPEN, moved=state.played(at), help_offered=False
    )
    seats = {
        seat: _back_at_the_table(one) if one.status is SeatStatus.ASIDE else one for seat, one in state.seats.items()
    }
    return replace(_with(state, event.mission, mission), current=event.mission, seats=seats)


def _mission_aside(_: Rules, state: GroupState, event: e.MissionSetAside, __: datetime) -> GroupState:
    mission = replace(state.mission(event.mission), status=MissionStatus.ASIDE)
    current = None if state.current == event.mission else state.current
    return replace(_with(state, event.mission, mission), current=current)


def _step_opened(_: Rules, state: GroupState, event: e.StepOpened, at: datetime) -> GroupState:
    mission = replace(
        state.mission(event.mission),
        step=event.step,
        inner=None,
        moved=state.played(at),
        help_offered=False,
        patient_until=0.0,
    )
    return _with(state, event.mission, mission)


def _step_told(rules: Rules, state: GroupState, event: e.StepTold, at: datetime) -> GroupState:
    plan = rules.scenario.mission(event.mission)
    if plan is None:
        raise ValueError(f"the scenario has no mission {event.mission}")
    step = plan.steps[event.step]
    mission = state.mission(event.mission)
    inner = rules.kinds[step.kind].evolve(step.content, mission.inner, event.event)
    return _with(state, event.mission, replace(mission, inner=inner, moved=state.played(at), help_offered=False))


def _step_done(rules: Rules, state: GroupState, event: e.StepDone, at: datetime) -> GroupState:
    plan = rules.scenario.mission(event.mission)
    mission = state.mission(event.mission)
    if plan is None or mission.inner is None:
        return state
    step = plan.steps[event.step]
    flags = rules.kinds[step.kind].flags(step.content, mission.inner)
    moved = _with(state, event.mission, replace(mission, moved=state.played(at)))
    ended = EndedStep(event.mission, event.step, mission.inner)
    return replace(moved, flags={**state.flags, **flags}, ended=ended)


def _took_part(_: Rules, state: GroupState, event: e.TookPart, __: datetime) -> GroupState:
    mission = state.mission(event.mission)
    mission = replace(mission, with_seats=_joined(mission.with_seats, (event.seat,)))
    return _came(_with(state, event.mission, mission), (event.seat,))


def _mission_done(_: Rules, state: GroupState, event: e.MissionDone, __: datetime) -> GroupState:
    mission = state.mission(event.mission)
    seats = _joined(mission.with_seats, event.with_seats)
    mission = replace(mission, status=MissionStatus.DONE, with_seats=seats)
    current = None if state.current == event.mission else state.current
    return _came(replace(_with(state, event.mission, mission), current=current), event.with_seats)


def _unlocked(_: Rules, state: GroupState, event: e.OfferUnlocked, __: datetime) -> GroupState:
    if any(offer == event.offer for offer, _day in state.unlocked):
        return state
    return replace(state, unlocked=(*state.unlocked, (event.offer, state.day)))


def _help_offered(_: Rules, state: GroupState, event: e.HelpOffered, __: datetime) -> GroupState:
    return _with(state, event.mission, replace(state.mission(event.mission), help_offered=True))


def _hint_given(_: Rules, state: GroupState, event: e.HintGiven, at: datetime) -> GroupState:
    mission = state.mission(event.mission)
    mission = replace(
        mission,
        hints=(*mission.hints, GivenHint(event.step, event.rung, event.word, event.said_by)),
        help_offered=False,
        moved=state.played(at),
        asked_for_help=mission.asked_for_help + (event.asked_by is not None),
    )
    return _with(state, event.mission, mission)


def _hint_withdrawn(_: Rules, state: GroupState, event: e.HintWithdrawn, __: datetime) -> GroupState:
    mission = state.mission(event.mission)
    taken = event.place % len(mission.hints) if mission.hints else 0
    hints = tuple(hint for place, hint in enumerate(mission.hints) if place != taken)
    return _with(state, event.mission, replace(mission, hints=hints))


def _paused(_: Rules, state: GroupState, __: e.GroupPaused, at: datetime) -> GroupState:
    return replace(state, paused_at=at)


def _resumed(_: Rules, state: GroupState, __: e.GroupResumed, at: datetime) -> GroupState:
    if state.paused_at is None:
        return state
    pause = (at - state.paused_at).total_seconds()
    return replace(state, paused_at=None, paused_for=state.paused_for + pause)


def _shifted(_: Rules, state: GroupState, event: e.CalendarShifted, __: datetime) -> GroupState:
    return replace(state, calendar=state.calendar.shifted(event.from_day, event.days))


def _erratum(_: Rules, state: GroupState, event: e.ErratumEntered, __: datetime) -> GroupState:
    return replace(state, errata=(*state.errata, event.erratum))


def _fact(_: Rules, state: GroupState, event: e.FactHeard, __: datetime) -> GroupState:
    return replace(state, facts=state.facts | {event.id})


def _rewarded(rules: Rules, state: GroupState, event: e.Rewarded, __: datetime) -> GroupState:
    rule = next(rule for rule in rules.rewards if rule.name == event.rule)
    return replace(state, rewards={**state.rewards, rule.name: rule.evolve(state.rewards[rule.name], event.event)})


def _back_at_the_table(seat: Seat) -> Seat:
    away = seat.status in (SeatStatus.ASIDE, SeatStatus.LEFT)
    return replace(seat, status=SeatStatus.HERE) if away else seat


def _came(state: GroupState, seats: tuple[SeatId, ...]) -> GroupState:
    new = {seat: days for seat in seats if state.day not in (days := state.came.get(seat, ()))}
    return replace(state, came={**state.came, **{seat: (*new[seat], state.day) for seat in new}}) if new else state


def _joined(seats: tuple[SeatId, ...], more: tuple[SeatId, ...]) -> tuple[SeatId, ...]:
    return (*seats, *(seat for seat in more if seat not in seats))


_APPLY: dict[type, Callable[[Rules, GroupState, Any, datetime], GroupState]] = {
    e.SeatAsked: _asked,
    e.SeatAdmitted: _seat_becomes(SeatStatus.HERE),
    e.SeatRemoved: _seat_becomes(SeatStatus.REMOVED),
    e.SteppedAside: _seat_becomes(SeatStatus.ASIDE),
    e.CameBack: _came_back,
    e.SeatLeft: _seat_becomes(SeatStatus.LEFT),
    e.SeatForgotten: _seat_becomes(SeatStatus.LEFT),
    e.DayOpened: _day_opened,
    e.DayEnded: _day_ended,
    e.DayReopened: _day_reopened,
    e.DayWithdrawn: _day_withdrawn,
    e.MissionOpened: _mission_opened,
    e.MissionSetAside: _mission_aside,
    e.StepOpened: _step_opened,
    e.StepTold: _step_told,
    e.StepDone: _step_done,
    e.TookPart: _took_part,
    e.MissionDone: _mission_done,
    e.OfferUnlocked: _unlocked,
    e.HelpOffered: _help_offered,
    e.HintGiven: _hint_given,
    e.HintWithdrawn: _hint_withdrawn,
    e.GroupPaused: _paused,
    e.GroupResumed: _resumed,
    e.CalendarShifted: _shifted,
    e.ErratumEntered: _erratum,
    e.FactHeard: _fact,
    e.ActUndone: act_undone,
    e.Rewarded: _rewarded,
    **STEERING,
}
