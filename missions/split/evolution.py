"""What each event makes of the state of split information."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.hands import Hands
from missions.split.content import Split
from missions.split.values import (
    OptionChosen,
    OptionMissed,
    OptionProposed,
    Pause,
    PieceRead,
    PiecesDealt,
    Proposal,
    SplitClosed,
    SplitOpened,
    SplitState,
)


def evolve(_content: Split, state: SplitState | None, event: Any) -> SplitState:
    """The state after an event; the first one deals the pieces."""
    if isinstance(event, SplitOpened):
        return SplitState(event.hands)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the pieces were dealt")
    return _APPLY[type(event)](state, event)


def _still_read(state: SplitState, hands: Hands) -> tuple[str, ...]:
    """A piece stays read as long as the same seat holds it."""
    stayed = {piece for seat, mine in hands.items() for piece in mine if piece in state.hands.get(seat, ())}
    return tuple(piece for piece in state.read if piece in stayed)


def _chosen(state: SplitState, event: OptionChosen) -> SplitState:
    return replace(state, chosen=event.option, proposal=None, by_character=event.seat is None)


def _missed(state: SplitState, event: OptionMissed) -> SplitState:
    pauses = {**state.pauses, event.proposer: Pause(event.pause, event.until)}
    return replace(state, proposal=None, missed=(*state.missed, event.option), pauses=pauses)


_APPLY: dict[type, Callable[[SplitState, Any], SplitState]] = {
    PieceRead: lambda state, event: replace(state, read=(*state.read, event.piece)),
    PiecesDealt: lambda state, event: replace(state, hands=event.hands, read=_still_read(state, event.hands)),
    OptionProposed: lambda state, event: replace(state, proposal=Proposal(event.option, event.seat)),
    OptionChosen: _chosen,
    OptionMissed: _missed,
    SplitClosed: lambda state, _event: replace(state, closed=True),
}
