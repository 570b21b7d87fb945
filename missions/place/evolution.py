"""What each event makes of the state of cards to be placed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.place.content import Place
from missions.place.values import (
    CardCameBack,
    CardPlaced,
    CardRead,
    CardsDealt,
    CardsOpened,
    Pause,
    PlaceClosed,
    PlaceState,
)


def evolve(_content: Place, state: PlaceState | None, event: Any) -> PlaceState:
    """The state after an event; the first one deals the cards."""
    if isinstance(event, CardsOpened):
        return PlaceState(event.hands, event.alone)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the cards were dealt")
    return _APPLY[type(event)](state, event)


def _came_back(state: PlaceState, event: CardCameBack) -> PlaceState:
    pauses = {**state.pauses, event.seat: Pause(event.pause, event.until)}
    return replace(state, missed=(*state.missed, (event.card, event.slot)), pauses=pauses)


_APPLY: dict[type, Callable[[PlaceState, Any], PlaceState]] = {
    CardsDealt: lambda state, event: replace(state, hands=event.hands, alone=event.alone),
    CardRead: lambda state, event: replace(state, read=(*state.read, event.card)),
    CardPlaced: lambda state, event: replace(state, placed={**state.placed, event.card: event.slot}),
    CardCameBack: _came_back,
    PlaceClosed: lambda state, _event: replace(state, closed=True),
}
