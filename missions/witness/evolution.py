"""What each event makes of the state of a crossed evaluation."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.witness.content import Witness
from missions.witness.values import (
    Given,
    OwnChosen,
    PeerRecognised,
    PeersDealt,
    TimeGiven,
    WitnessClosed,
    WitnessOpened,
    WitnessState,
    WordsKept,
)


def evolve(_content: Witness, state: WitnessState | None, event: Any) -> WitnessState:
    """The state after an event; the first one deals the peers."""
    if isinstance(event, WitnessOpened):
        return WitnessState(event.about)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the peers were dealt")
    return _APPLY[type(event)](state, event)


def _closed(state: WitnessState, event: WitnessClosed) -> WitnessState:
    tutor = tuple(Given(None, seat, fact) for seat, fact in event.added.items())
    return replace(state, given=(*state.given, *tutor), closed=True)


def _recognised(state: WitnessState, event: PeerRecognised) -> WitnessState:
    return replace(state, given=(*state.given, Given(event.by, event.seat, event.fact)), last=event.played)


_APPLY: dict[type, Callable[[WitnessState, Any], WitnessState]] = {
    PeersDealt: lambda state, event: replace(state, about=event.about),
    OwnChosen: lambda state, event: replace(state, own={**state.own, event.seat: event.fact}, last=event.played),
    PeerRecognised: _recognised,
    WordsKept: lambda state, event: replace(state, told=tuple(dict.fromkeys((*state.told, event.seat)))),
    TimeGiven: lambda state, event: replace(state, last=event.played),
    WitnessClosed: _closed,
}
