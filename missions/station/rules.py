"""How a place is found: by a code, a word, a position or plan B, and by two different people."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.station.content import Station
from missions.station.values import (
    Arrive,
    Arrived,
    CharacterAgreed,
    Confirm,
    OptionMissed,
    SecondVoice,
    StationClosed,
    StationOpened,
    StationState,
)
from missions.station.words import fold

VOICES = 2


def open_station(_content: Station, _setting: Setting) -> Sequence[KindValue]:
    """Let the group look for it."""
    return (StationOpened(),)


def decide(content: Station, state: StationState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take an arrival, or a second voice."""
    if not isinstance(action, Arrive | Confirm):
        return Declined("unknown_action")
    if seat in state.voices:
        return Declined("another_voice")
    if isinstance(action, Confirm):
        return Told((SecondVoice(seat),)) if state.voices else Declined("nobody_there")
    outcome = _arrived(content, state, seat, action)
    if isinstance(outcome, Declined):
        return outcome
    alone = isinstance(outcome, Arrived) and not state.voices and set(setting.present) <= {seat}
    return Told((outcome, CharacterAgreed()) if alone else (outcome,))


def _arrived(content: Station, state: StationState, seat: SeatId, action: Arrive) -> KindValue | Declined:
    match action.by:
        case "code":
            right = fold(action.said) == fold(content.code)
            return Arrived(seat, "code") if right else Declined("wrong_code")
        case "word":
            right = fold(action.said) in {fold(word) for word in content.words}
            return Arrived(seat, "word") if right else Declined("wrong_word")
        case "position":
            return Arrived(seat, "position") if content.position else Declined("no_position")
        case "plan_b":
            return _by_plan_b(content, state, seat, action.said)
        case _:
            return Declined("unknown_action")


def _by_plan_b(content: Station, state: StationState, seat: SeatId, option: str) -> KindValue | Declined:
    if content.plan_b.option(option) is None:
        return Declined("unknown_option")
    if option in state.missed:
        return Declined("already_tried")
    return Arrived(seat, "plan_b") if option == content.plan_b.answer else OptionMissed(option, seat)


def deal_again(content: Station, state: StationState, setting: Setting) -> Sequence[KindValue]:
    """Who waits alone for a second voice gets it from a character."""
    waits = len(state.voices) == 1 and setting.present == state.voices
    return (CharacterAgreed(),) if waits and not done(content, state) else ()


def close(_content: Station, _state: StationState, _setting: Setting) -> Sequence[KindValue]:
    """Open it for everyone."""
    return (StationClosed(),)


def done(_content: Station, state: StationState) -> bool:
    """Two voices, or one and a character's, or a facilitator's word."""
    return state.closed or state.by_character or len(state.voices) >= VOICES


def evolve(_content: Station, state: StationState | None, event: Any) -> StationState:
    """The state after an event; the first one opens it."""
    if isinstance(event, StationOpened):
        return StationState()
    if state is None:
        raise ValueError(f"{type(event).__name__} before the station was opened")
    match event:
        case Arrived(seat) | SecondVoice(seat):
            return replace(state, voices=(*state.voices, seat))
        case OptionMissed(option):
            return replace(state, missed=(*state.missed, option))
        case CharacterAgreed():
            return replace(state, by_character=True)
        case _:
            return replace(state, closed=True)
