"""What each event makes of the state of an escape room."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.room.content import Room
from missions.room.values import (
    CodeMissed,
    CodeSent,
    Examined,
    ManualsDealt,
    Opened,
    RoomClosed,
    RoomLeft,
    RoomState,
    TimeGiven,
    TorchHeld,
)


def evolve(content: Room, state: RoomState | None, event: Any) -> RoomState:
    """The state after an event; the first one gives the torch to somebody."""
    if isinstance(event, TorchHeld):
        return _held(state or RoomState(None, {}, event.since), event)
    if state is None:
        raise ValueError(f"{type(event).__name__} before anybody held the torch")
    if isinstance(event, Opened):
        return _opened(content, state, event)
    return _APPLY[type(event)](state, event)


def _held(state: RoomState, event: TorchHeld) -> RoomState:
    turns = state.turns
    if event.explorer is not None:
        turns = {**turns, event.explorer: turns.get(event.explorer, 0) + 1}
    return replace(state, explorer=event.explorer, hands=event.hands, since=event.since, turns=turns)


def _opened(content: Room, state: RoomState, event: Opened) -> RoomState:
    thing = content.thing(event.object)
    way_out = event.seat if thing is not None and thing.exit else state.way_out
    return replace(state, opened=(*state.opened, event.object), way_out=way_out)


def _missed(state: RoomState, event: CodeMissed) -> RoomState:
    return replace(state, missed={**state.missed, event.seat: state.missed.get(event.seat, 0) + 1})


_APPLY: dict[type, Callable[[RoomState, Any], RoomState]] = {
    ManualsDealt: lambda state, event: replace(state, hands=event.hands),
    TimeGiven: lambda state, event: replace(state, since=event.played),
    Examined: lambda state, event: replace(state, seen=(*state.seen, event.object)),
    CodeSent: lambda state, event: replace(state, sent=(*state.sent, event.object)),
    CodeMissed: _missed,
    RoomLeft: lambda state, event: replace(state, left=True, by_character=event.seat is None),
    RoomClosed: lambda state, _event: replace(state, closed=True),
}
