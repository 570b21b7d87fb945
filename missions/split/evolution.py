"""What each event makes of the state of split information."""

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
    match event:
        case PieceRead(piece):
            return replace(state, read=(*state.read, piece))
        case PiecesDealt(hands):
            return replace(state, hands=hands, read=_still_read(state, hands))
        case OptionProposed(option, seat):
            return replace(state, proposal=Proposal(option, seat))
        case OptionChosen(option, seat):
            return replace(state, chosen=option, proposal=None, by_character=seat is None)
        case OptionMissed():
            pauses = {**state.pauses, event.proposer: Pause(event.pause, event.until)}
            return replace(state, proposal=None, missed=(*state.missed, event.option), pauses=pauses)
        case SplitClosed():
            return replace(state, closed=True)
        case _:
            raise TypeError(f"split information knows no {type(event).__name__}")


def _still_read(state: SplitState, hands: Hands) -> tuple[str, ...]:
    """A piece stays read as long as the same seat holds it."""
    stayed = {piece for seat, mine in hands.items() for piece in mine if piece in state.hands.get(seat, ())}
    return tuple(piece for piece in state.read if piece in stayed)
