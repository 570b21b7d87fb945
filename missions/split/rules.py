"""How split information is played: everyone reads a piece aloud, one seat proposes, a different one confirms."""

import math
from collections.abc import Sequence
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.hands import deal_again as moved
from missions.hands import first_deal, handed_on
from missions.split.content import Split
from missions.split.values import (
    Confirm,
    OptionChosen,
    OptionMissed,
    OptionProposed,
    PieceRead,
    PiecesDealt,
    Propose,
    Read,
    SplitClosed,
    SplitOpened,
    SplitState,
)

PAUSE = 10


def open_split(content: Split, setting: Setting) -> Sequence[KindValue]:
    """Deal the pieces to those present."""
    return (SplitOpened(first_deal(content.piece_names, setting.present, setting.luck)),)


def decide(content: Split, state: SplitState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take note of a reading, a proposal or a second voice."""
    if isinstance(action, Read):
        return _read(content, state, seat, action.piece, setting)
    if not isinstance(action, Propose | Confirm):
        return Declined("unknown_action")
    if not all_read(content, state):
        return Declined("pieces_to_read")
    if isinstance(action, Confirm) or (state.proposal is not None and state.proposal.option == action.option):
        return _confirm(content, state, seat, action.option, setting)
    return _propose(content, state, seat, action.option, setting)


def all_read(content: Split, state: SplitState) -> bool:
    """Whether each piece was read by the seat that holds it now."""
    return set(state.read) == set(content.piece_names)


def _read(content: Split, state: SplitState, seat: SeatId, piece: str, setting: Setting) -> Told | Declined:
    if piece not in state.hands.get(seat, ()):
        return Declined("not_your_piece")
    if piece in state.read:
        return Declined("already_read")
    last = set(content.piece_names) == {*state.read, piece}
    agreed = _agreed_by_character(content, state, setting) if last else ()
    return Told((PieceRead(piece, seat), *agreed))


def _propose(content: Split, state: SplitState, seat: SeatId, option: str, setting: Setting) -> Told | Declined:
    left = state.pauses[seat].until - setting.played if seat in state.pauses else 0.0
    if left > 0:
        return Declined("pause", {"seconds": math.ceil(left)})
    if content.option(option) is None:
        return Declined("unknown_option")
    if option in state.missed:
        return Declined("already_tried")
    events: list[KindValue] = [OptionProposed(option, seat)]
    if set(setting.present) <= {seat}:
        events.append(_outcome(content, option, seat, None, setting))
    return Told(tuple(events))


def _confirm(content: Split, state: SplitState, seat: SeatId, option: str, setting: Setting) -> Told | Declined:
    if state.proposal is None or state.proposal.option != option:
        return Declined("proposal_gone")
    if state.proposal.seat == seat:
        return Declined("another_voice")
    return Told((_outcome(content, option, state.proposal.seat, seat, setting),))


def _outcome(content: Split, option: str, proposer: SeatId, seat: SeatId | None, setting: Setting) -> KindValue:
    if option == content.answer:
        return OptionChosen(option, seat)
    return OptionMissed(option, seat, proposer, PAUSE, setting.played + PAUSE)


def deal_again(content: Split, state: SplitState, setting: Setting) -> Sequence[KindValue]:
    """Give the pieces of absent people to those present; a proposal whose author is alone gets a character's voice."""
    if done(content, state):
        return ()
    hands = moved(state.hands, content.piece_names, setting.present, setting.luck, state.read)
    if hands is not None:
        return (PiecesDealt(hands),)
    return _agreed_by_character(content, state, setting) if all_read(content, state) else ()


def redeal(content: Split, state: SplitState, setting: Setting) -> Sequence[KindValue]:
    """What each one holds goes to somebody else present."""
    hands = handed_on(state.hands, content.piece_names, setting.present, setting.luck, state.read)
    return () if hands is None else (PiecesDealt(hands),)


def _agreed_by_character(content: Split, state: SplitState, setting: Setting) -> tuple[KindValue, ...]:
    """The outcome of a proposal whose author is the only one left."""
    proposal = state.proposal
    if proposal is None or setting.present != (proposal.seat,):
        return ()
    return (_outcome(content, proposal.option, proposal.seat, None, setting),)


def close(_content: Split, _state: SplitState, _setting: Setting) -> Sequence[KindValue]:
    """End it: the answer is shown."""
    return (SplitClosed(),)


def done(_content: Split, state: SplitState) -> bool:
    """The right option confirmed, or a facilitator's word."""
    return state.closed or state.chosen is not None
