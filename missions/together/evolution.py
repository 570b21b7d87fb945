"""What each event makes of the state of a step played at the same instant."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.together.content import Together
from missions.together.values import (
    GestureMissed,
    GroupDealt,
    InstantHeld,
    InstantMissed,
    Pause,
    PlaceReady,
    PlaceTapped,
    TogetherClosed,
    TogetherOpened,
    TogetherState,
    WindowChanged,
    WindowPutOff,
)


def evolve(_content: Together, state: TogetherState | None, event: Any) -> TogetherState:
    """The state after an event; the first one deals messages and places."""
    if isinstance(event, TogetherOpened):
        return TogetherState(event.hands, event.teams, event.alone, event.window)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the places were taken")
    return _APPLY[type(event)](state, event)


def _tapped(state: TogetherState, event: PlaceTapped) -> TogetherState:
    first = state.first if state.lit else event.played
    return replace(state, lit={**state.lit, event.place: event.seat}, first=first)


def _gesture_missed(state: TogetherState, event: GestureMissed) -> TogetherState:
    pauses = {**state.pauses, event.seat: Pause(event.pause, event.until)}
    return replace(state, missed=(*state.missed, event.gesture), pauses=pauses)


def _instant_missed(state: TogetherState, _event: InstantMissed) -> TogetherState:
    return replace(state, tries=state.tries + 1, last=tuple(state.lit), lit={}, first=0.0)


def _held(state: TogetherState, event: InstantHeld) -> TogetherState:
    return TogetherState(
        state.hands,
        state.teams,
        state.alone,
        state.window,
        held=state.held + 1,
        pauses=state.pauses,
        by_character=event.by_character,
    )


_APPLY: dict[type, Callable[[TogetherState, Any], TogetherState]] = {
    GroupDealt: lambda state, event: replace(state, hands=event.hands, teams=event.teams, alone=event.alone),
    PlaceReady: lambda state, event: replace(state, ready=(*state.ready, event.place)),
    PlaceTapped: _tapped,
    GestureMissed: _gesture_missed,
    InstantMissed: _instant_missed,
    InstantHeld: _held,
    WindowChanged: lambda state, event: replace(state, window=event.window),
    WindowPutOff: lambda state, event: replace(state, first=state.first + event.seconds),
    TogetherClosed: lambda state, _event: replace(state, closed=True),
}
