"""How a negotiation is played: one seat composes a proposal, those who hold a constraint answer for it, and truly."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.hands import deal_again as moved
from missions.hands import first_deal, handed_on
from missions.negotiate.content import Negotiate
from missions.negotiate.values import (
    Accept,
    AgreementReached,
    ConstraintAccepted,
    ConstraintRefused,
    ConstraintsDealt,
    NegotiateState,
    NegotiationClosed,
    NegotiationOpened,
    Proposal,
    ProposalMade,
    Propose,
    Refuse,
)

VOICES = 2
PAUSE = 10


def open_negotiation(content: Negotiate, setting: Setting) -> Sequence[KindValue]:
    """Deal the constraints to those present."""
    hands = first_deal(content.constraint_names, setting.present, setting.luck)
    return (NegotiationOpened(hands, _alone(setting)),)


def _alone(setting: Setting) -> SeatId | None:
    return setting.present[0] if len(setting.present) == 1 else None


def decide(content: Negotiate, state: NegotiateState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Put a proposal on the table, or take an answer to the one there is."""
    if isinstance(action, Propose):
        return _propose(content, state, seat, tuple(action.options), setting)
    if isinstance(action, Accept | Refuse):
        return _answer(content, state, seat, action, setting)
    return Declined("unknown_action")


def _propose(
    content: Negotiate, state: NegotiateState, seat: SeatId, options: tuple[str, ...], setting: Setting
) -> Told | Declined:
    if options not in content.proposals:
        return Declined("incomplete")
    if options in state.tried:
        return Declined("already_tried")
    if not open_to_proposals(state):
        return Declined("proposal_waits")
    left = state.pauses[seat].until - setting.played if seat in state.pauses else 0.0
    if left > 0:
        return Declined("pause", {"seconds": math.ceil(left)})
    made = ProposalMade(options, seat)
    by_characters = _by_characters(content, state.hands, Proposal(options, seat), setting)
    return Told((made, *by_characters))


def open_to_proposals(state: NegotiateState) -> bool:
    """Whether there is nothing on the table, or something that somebody could not live with."""
    return state.proposal is None or state.proposal.refused


def _answer(
    content: Negotiate, state: NegotiateState, seat: SeatId, action: Accept | Refuse, setting: Setting
) -> Told | Declined:
    proposal, constraint = state.proposal, content.constraint(action.constraint)
    if proposal is None or proposal.options != tuple(action.options):
        return Declined("proposal_gone")
    if constraint is None or constraint.id not in state.hands.get(seat, ()):
        return Declined("not_your_constraint")
    if constraint.id in proposal.answers:
        return Declined("already_answered")
    allowed = constraint.allows(proposal.options)
    if isinstance(action, Accept):
        return _accept(content, proposal, seat, constraint.id, setting) if allowed else Declined("not_respected")
    return Declined("respected") if allowed else Told((_refused(constraint.id, seat, proposal, setting),))


def _accept(content: Negotiate, proposal: Proposal, seat: SeatId, constraint: str, setting: Setting) -> Told | Declined:
    accepted = ConstraintAccepted(constraint, seat)
    if not _complete(content, {**proposal.answers, constraint: True}):
        return Told((accepted,))
    two = len({proposal.seat, *proposal.voices, seat}) >= VOICES
    if not two and not set(setting.present) <= {seat}:
        return Declined("another_voice")
    return Told((accepted, AgreementReached(by_character=not two)))


def _complete(content: Negotiate, answers: Mapping[str, bool]) -> bool:
    return all(answers.get(one, False) for one in content.constraint_names)


def _refused(constraint: str, seat: SeatId | None, proposal: Proposal, setting: Setting) -> ConstraintRefused:
    return ConstraintRefused(constraint, seat, proposal.seat, PAUSE, setting.played + PAUSE)


def _by_characters(
    content: Negotiate, hands: Mapping[SeatId, Sequence[str]], proposal: Proposal, setting: Setting
) -> tuple[KindValue, ...]:
    """What characters answer, truly, for who is alone: for all constraints but the first of that seat."""
    alone = _alone(setting)
    if alone is None:
        return ()
    own = hands.get(alone, content.constraint_names)[:1]
    return tuple(
        ConstraintAccepted(one.id, None) if one.allows(proposal.options) else _refused(one.id, None, proposal, setting)
        for one in content.constraints
        if one.id not in own and one.id not in proposal.answers
    )


def deal_again(content: Negotiate, state: NegotiateState, setting: Setting) -> Sequence[KindValue]:
    """Give the constraints of absent people to those present; characters answer for who is alone."""
    if done(content, state):
        return ()
    answered = state.proposal.answers if state.proposal else {}
    hands = moved(state.hands, content.constraint_names, setting.present, setting.luck, answered)
    alone = _alone(setting)
    events: list[KindValue] = []
    if hands is not None or alone != state.alone:
        events.append(ConstraintsDealt(state.hands if hands is None else hands, alone))
    if state.proposal is None:
        return events
    said = _by_characters(content, state.hands if hands is None else hands, state.proposal, setting)
    answers = {
        **state.proposal.answers,
        **{one.constraint: True for one in said if isinstance(one, ConstraintAccepted)},
    }
    agreed = (AgreementReached(by_character=True),) if _complete(content, answers) else ()
    return (*events, *said, *agreed)


def redeal(content: Negotiate, state: NegotiateState, setting: Setting) -> Sequence[KindValue]:
    """What each one holds goes to somebody else present."""
    answered = state.proposal.answers if state.proposal else {}
    hands = handed_on(state.hands, content.constraint_names, setting.present, setting.luck, answered)
    return () if hands is None else (ConstraintsDealt(hands, None),)


def close(_content: Negotiate, _state: NegotiateState, _setting: Setting) -> Sequence[KindValue]:
    """End it as it stands."""
    return (NegotiationClosed(),)


def done(_content: Negotiate, state: NegotiateState) -> bool:
    """An agreement that all can live with, or a facilitator's word."""
    return state.closed or state.agreed
