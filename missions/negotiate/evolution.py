"""What each event makes of the state of a negotiation."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.negotiate.content import Negotiate
from missions.negotiate.values import (
    AgreementReached,
    ConstraintAccepted,
    ConstraintRefused,
    ConstraintsDealt,
    NegotiateState,
    NegotiationClosed,
    NegotiationOpened,
    Pause,
    Proposal,
    ProposalMade,
)


def evolve(_content: Negotiate, state: NegotiateState | None, event: Any) -> NegotiateState:
    """The state after an event; the first one deals the constraints."""
    if isinstance(event, NegotiationOpened):
        return NegotiateState(event.hands, event.alone)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the constraints were dealt")
    return _APPLY[type(event)](state, event)


def _answered(state: NegotiateState, event: ConstraintAccepted | ConstraintRefused) -> NegotiateState:
    if state.proposal is None:
        return state
    answers = {**state.proposal.answers, event.constraint: isinstance(event, ConstraintAccepted)}
    voices = state.proposal.voices
    if event.seat is not None and event.seat not in voices:
        voices = (*voices, event.seat)
    return replace(state, proposal=replace(state.proposal, answers=answers, voices=voices))


def _refused(state: NegotiateState, event: ConstraintRefused) -> NegotiateState:
    answered = _answered(state, event)
    if state.proposal is None or state.proposal.refused:
        return answered
    pauses = {**state.pauses, event.proposer: Pause(event.pause, event.until)}
    return replace(answered, tried=(*state.tried, state.proposal.options), pauses=pauses)


_APPLY: dict[type, Callable[[NegotiateState, Any], NegotiateState]] = {
    ConstraintsDealt: lambda state, event: replace(state, hands=event.hands, alone=event.alone),
    ProposalMade: lambda state, event: replace(state, proposal=Proposal(event.options, event.seat)),
    ConstraintAccepted: _answered,
    ConstraintRefused: _refused,
    AgreementReached: lambda state, event: replace(state, agreed=True, by_character=event.by_character),
    NegotiationClosed: lambda state, _event: replace(state, closed=True),
}
