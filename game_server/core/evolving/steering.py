"""What the events of a facilitator's hand make of the state."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from game_server.core import steering_events as s
from game_server.core.calendar import CatchUpDay
from game_server.core.ids import MissionId
from game_server.core.rules import Rules
from game_server.core.scenario import Step
from game_server.core.standing import standing, stood
from game_server.core.state import GroupState, Message, MissionState, MissionStatus, SeatStatus

KEPT_MESSAGES = 60


def _excused(_: Rules, state: GroupState, event: s.SeatExcused, __: datetime) -> GroupState:
    days = (*state.excused.get(event.seat, ()), event.day)
    seat = replace(state.seats[event.seat], status=SeatStatus.LEFT)
    return replace(state, excused={**state.excused, event.seat: days}, seats={**state.seats, event.seat: seat})


def _excuse_withdrawn(_: Rules, state: GroupState, event: s.ExcuseWithdrawn, __: datetime) -> GroupState:
    days = tuple(day for day in state.excused.get(event.seat, ()) if day != event.day)
    return replace(state, excused={**state.excused, event.seat: days})


def _placed(_: Rules, state: GroupState, event: s.SeatPlaced, __: datetime) -> GroupState:
    seat = replace(state.seats[event.seat], status=event.status)
    return replace(state, seats={**state.seats, event.seat: seat})


def _put_back(_: Rules, state: GroupState, event: s.MissionPutBack, at: datetime) -> GroupState:
    is_open = event.status is MissionStatus.OPEN
    one = state.mission(event.mission)
    one = replace(one, status=event.status, moved=state.played(at) if is_open else one.moved)
    left = None if state.current == event.mission else state.current
    return replace(with_mission(state, event.mission, one), current=event.mission if is_open else left)


def _adjusted(rules: Rules, state: GroupState, event: s.StepAdjusted, __: datetime) -> GroupState:
    step, one = _step(rules, event.mission, event.step), state.mission(event.mission)
    inner = rules.kinds[step.kind].evolve(step.content, one.inner, event.event)
    return with_mission(state, event.mission, replace(one, inner=inner))


def _restored(_: Rules, state: GroupState, event: s.StepRestored, at: datetime) -> GroupState:
    moved = state.played(at) if event.moved is None else event.moved
    one = replace(state.mission(event.mission), step=event.step, inner=event.inner, moved=moved)
    ended = state.ended
    last = None if ended is not None and (ended.mission, ended.step) == (event.mission, event.step) else ended
    return replace(with_mission(state, event.mission, one), ended=last)


def _time_given(rules: Rules, state: GroupState, event: s.TimeGiven, __: datetime) -> GroupState:
    step, one = _step(rules, event.mission, event.step), state.mission(event.mission)
    until = one.help_after(step.silence) + event.seconds
    return with_mission(state, event.mission, replace(one, patient_until=until))


def _plan_b(_: Rules, state: GroupState, event: s.PlanBSwitched, __: datetime) -> GroupState:
    one = state.mission(event.mission)
    if event.seat is None:
        return with_mission(state, event.mission, replace(one, plan_b=event.on))
    others = tuple(seat for seat in one.plan_b_seats if seat != event.seat)
    seats = (*others, event.seat) if event.on else others
    return with_mission(state, event.mission, replace(one, plan_b_seats=seats))


def _said(_: Rules, state: GroupState, event: s.MessageSaid, at: datetime) -> GroupState:
    message = Message(at, event.word, event.by, event.to, event.said_by)
    return replace(state, messages=(*state.messages, message)[-KEPT_MESSAGES:])


def _unsaid(_: Rules, state: GroupState, event: s.MessageWithdrawn, __: datetime) -> GroupState:
    return replace(state, messages=tuple(one for one in state.messages if one.word != event.word))


def _hours(_: Rules, state: GroupState, event: s.HoursMoved, __: datetime) -> GroupState:
    return replace(state, calendar=state.calendar.with_hours(event.day, event.opens, event.closes))


def _slots(_: Rules, state: GroupState, event: s.SlotsShifted, __: datetime) -> GroupState:
    minutes = state.shifts.get(event.mission, 0) + event.minutes
    others = {mission: moved for mission, moved in state.shifts.items() if mission != event.mission}
    return replace(state, shifts={**others, event.mission: minutes} if minutes else others)


def _day_added(_: Rules, state: GroupState, event: s.DayAdded, __: datetime) -> GroupState:
    day = CatchUpDay(event.on, event.opens, event.closes)
    return replace(state, calendar=state.calendar.with_catch_up(day))


def _day_removed(_: Rules, state: GroupState, event: s.DayRemoved, __: datetime) -> GroupState:
    return replace(state, calendar=state.calendar.without_catch_up(event.on))


def _returned(_: Rules, state: GroupState, event: s.ReturnedTo, at: datetime) -> GroupState:
    before = standing(state, at, event.standing.missions)
    return replace(stood(state, event.standing, at), returned_from=before)


def _erratum_withdrawn(_: Rules, state: GroupState, event: s.ErratumWithdrawn, __: datetime) -> GroupState:
    return replace(state, errata=tuple(one for one in state.errata if one.number != event.number))


def _step(rules: Rules, mission: MissionId, step: int) -> Step:
    plan = rules.scenario.mission(mission)
    if plan is None:
        raise ValueError(f"the scenario has no mission {mission}")
    return plan.steps[step]


def with_mission(state: GroupState, mission: MissionId, value: MissionState) -> GroupState:
    """The state with that mission's."""
    return replace(state, missions={**state.missions, mission: value})


STEERING: dict[type, Callable[[Rules, GroupState, Any, datetime], GroupState]] = {
    s.SeatExcused: _excused,
    s.ExcuseWithdrawn: _excuse_withdrawn,
    s.SeatPlaced: _placed,
    s.MissionPutBack: _put_back,
    s.StepAdjusted: _adjusted,
    s.StepRestored: _restored,
    s.TimeGiven: _time_given,
    s.PlanBSwitched: _plan_b,
    s.MessageSaid: _said,
    s.MessageWithdrawn: _unsaid,
    s.HoursMoved: _hours,
    s.SlotsShifted: _slots,
    s.DayAdded: _day_added,
    s.DayRemoved: _day_removed,
    s.ReturnedTo: _returned,
    s.ErratumWithdrawn: _erratum_withdrawn,
}
