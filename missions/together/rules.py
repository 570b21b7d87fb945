"""How the same instant is held: each place says it is ready, then all make the gesture within the window."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindDue, KindValue, Setting, Told
from missions.hands import deal_again as moved
from missions.hands import first_deal, handed_on
from missions.together.content import Call, Together
from missions.together.teams import first_teams, teams_again
from missions.together.values import (
    GestureMissed,
    GroupDealt,
    InstantHeld,
    InstantMissed,
    MoreTime,
    NoLimit,
    PlaceReady,
    PlaceTapped,
    Ready,
    Tap,
    TogetherClosed,
    TogetherOpened,
    TogetherState,
    WindowChanged,
    WindowPutOff,
)

VOICES = 2
PAUSE = 10
LONGEST_WINDOW = 600


def open_together(content: Together, setting: Setting) -> Sequence[KindValue]:
    """Deal the messages and the places to those present."""
    hands = first_deal(content.call_names, setting.present, setting.luck)
    teams = first_teams(content.place_names, setting.present, setting.luck)
    return (TogetherOpened(hands, teams, _alone(setting), content.window),)


def _alone(setting: Setting) -> SeatId | None:
    return setting.present[0] if len(setting.present) == 1 else None


def decide(content: Together, state: TogetherState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take note of a place that is ready, judge a gesture, or change the window."""
    match action:
        case Ready(call):
            return _ready(content, state, seat, call)
        case Tap():
            return _tap(content, state, seat, action, setting)
        case MoreTime() | NoLimit() if state.window is None:
            return Declined("no_window")
        case MoreTime():
            return Told((WindowChanged(min(LONGEST_WINDOW, 2 * (state.window or 0))),))
        case NoLimit():
            return Told((WindowChanged(None),))
        case _:
            return Declined("unknown_action")


def call_now(content: Together, state: TogetherState) -> Call | None:
    """The call under way."""
    return content.calls[state.held] if state.held < len(content.calls) else None


def taken(state: TogetherState) -> frozenset[str]:
    """The places where somebody stands."""
    return frozenset(state.teams.values())


def may_go(state: TogetherState) -> bool:
    """Whether every place is ready."""
    return bool(state.teams) and taken(state) <= set(state.ready)


def _ready(content: Together, state: TogetherState, seat: SeatId, call: int) -> Told | Declined:
    place = state.teams.get(seat)
    if place is None:
        return Declined("no_place")
    if call != state.held + 1 or call_now(content, state) is None:
        return Declined("call_over")
    return Declined("already_ready") if place in state.ready else Told((PlaceReady(place, seat),))


def _tap(content: Together, state: TogetherState, seat: SeatId, tap: Tap, setting: Setting) -> Told | Declined:
    call, place = call_now(content, state), state.teams.get(seat)
    if place is None:
        return Declined("no_place")
    if call is None or tap.call != state.held + 1:
        return Declined("call_over")
    late = closes_at(state) is not None and setting.played > state.first + (state.window or 0)
    over: tuple[KindValue, ...] = (InstantMissed(),) if late else ()
    now = replace(state, lit={}) if late else state
    refused = _cannot_tap(content, now, seat, tap.gesture, setting)
    if refused is not None:
        return refused
    if tap.gesture != call.answer:
        return Told((*over, GestureMissed(tap.gesture, seat, PAUSE, setting.played + PAUSE)))
    lit = {**now.lit, place: seat}
    return Told((*over, PlaceTapped(place, seat, setting.played), *_held(replace(now, lit=lit), setting)))


def _cannot_tap(
    content: Together, state: TogetherState, seat: SeatId, gesture: str, setting: Setting
) -> Declined | None:
    if not may_go(state):
        return Declined("not_ready")
    if state.teams[seat] in state.lit:
        return Declined("already_there")
    if gesture not in {one.id for one in content.gestures}:
        return Declined("unknown_gesture")
    if gesture in state.missed:
        return Declined("already_tried")
    left = state.pauses[seat].until - setting.played if seat in state.pauses else 0.0
    return Declined("pause", {"seconds": math.ceil(left)}) if left > 0 else None


def _held(state: TogetherState, setting: Setting) -> tuple[KindValue, ...]:
    """The call is done once every place that is taken was there, by two people or by one and a character."""
    voices = len(set(state.lit.values()))
    alone = len(setting.present) <= 1
    if not state.lit or not taken(state) <= set(state.lit) or (voices < VOICES and not alone):
        return ()
    return (InstantHeld(by_character=voices < VOICES),)


def closes_at(state: TogetherState) -> float | None:
    """Game time until which the other places are awaited; None when none was there yet, or there is no limit."""
    return state.first + state.window if state.lit and state.window is not None else None


def dues(content: Together, state: TogetherState) -> Sequence[KindDue]:
    """The end of the window."""
    until = closes_at(state)
    if done(content, state) or until is None:
        return ()
    return (KindDue(f"window-{state.held + 1}-{state.tries + 1}", until),)


def fall_due(content: Together, state: TogetherState, name: str, setting: Setting) -> Sequence[KindValue]:
    """The places that were there make their gesture again, with the others."""
    missed = [due for due in dues(content, state) if due.name == name and due.played <= setting.played]
    return (InstantMissed(),) if missed else ()


def more_time(content: Together, state: TogetherState, seconds: float) -> Sequence[KindValue]:
    """The other places are awaited that much longer."""
    return (WindowPutOff(seconds),) if dues(content, state) else ()


def redeal(content: Together, state: TogetherState, setting: Setting) -> Sequence[KindValue]:
    """The messages go to somebody else; the places stay."""
    told = content.call_names[: state.held]
    hands = handed_on(state.hands, content.call_names, setting.present, setting.luck, told)
    return () if hands is None or done(content, state) else (GroupDealt(hands, state.teams, None),)


def deal_again(content: Together, state: TogetherState, setting: Setting) -> Sequence[KindValue]:
    """Give messages and places to those present; a place that everyone left is no longer waited for."""
    if done(content, state) or not setting.present:
        return ()
    told = content.call_names[: state.held]
    hands = moved(state.hands, content.call_names, setting.present, setting.luck, told) or state.hands
    teams = teams_again(state.teams, content.place_names, setting.present, setting.luck) or state.teams
    alone = _alone(setting)
    same = (hands, teams, alone) == (state.hands, state.teams, state.alone)
    held = _held(replace(state, teams=teams), setting)
    return held if same else (GroupDealt(hands, teams, alone), *held)


def close(_content: Together, _state: TogetherState, _setting: Setting) -> Sequence[KindValue]:
    """End it."""
    return (TogetherClosed(),)


def done(content: Together, state: TogetherState) -> bool:
    """Every call held, or a facilitator's word."""
    return state.closed or state.held >= len(content.calls)
