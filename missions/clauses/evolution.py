"""What each event makes of the state of clauses."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.clauses.content import Clauses
from missions.clauses.values import (
    ClauseJudged,
    ClauseMissed,
    ClauseRead,
    ClausesClosed,
    ClausesDealt,
    ClausesOpened,
    ClausesState,
    ContractConcluded,
    ContractSigned,
    Pause,
)


def evolve(_content: Clauses, state: ClausesState | None, event: Any) -> ClausesState:
    """The state after an event; the first one deals the clauses."""
    if isinstance(event, ClausesOpened):
        return ClausesState(event.hands, event.alone)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the clauses were dealt")
    return _APPLY[type(event)](state, event)


def _missed(state: ClausesState, event: ClauseMissed) -> ClausesState:
    pauses = {**state.pauses, event.seat: Pause(event.pause, event.until)}
    missed = state.missed if event.clause in state.missed else (*state.missed, event.clause)
    return replace(state, missed=missed, pauses=pauses)


_APPLY: dict[type, Callable[[ClausesState, Any], ClausesState]] = {
    ClausesDealt: lambda state, event: replace(state, hands=event.hands, alone=event.alone),
    ClauseRead: lambda state, event: replace(state, read=(*state.read, event.clause)),
    ClauseJudged: lambda state, event: replace(state, judged=(*state.judged, event.clause)),
    ClauseMissed: _missed,
    ContractSigned: lambda state, event: replace(state, signed=(*state.signed, event.seat)),
    ContractConcluded: lambda state, event: replace(state, concluded=True, by_character=event.by_character),
    ClausesClosed: lambda state, _event: replace(state, closed=True),
}
