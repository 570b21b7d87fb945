"""How clauses are played: a holder reads one out, somebody else judges it; once all are judged everyone present signs."""

import math
from collections.abc import Collection, Sequence
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.clauses.content import Clauses
from missions.clauses.values import (
    KEEP,
    STRIKE,
    ClauseJudged,
    ClauseMissed,
    ClauseRead,
    ClausesClosed,
    ClausesDealt,
    ClausesOpened,
    ClausesState,
    ContractConcluded,
    ContractSigned,
    Judge,
    Read,
    Sign,
)
from missions.hands import deal_again as moved
from missions.hands import first_deal, handed_on

PAUSE = 10


def open_clauses(content: Clauses, setting: Setting) -> Sequence[KindValue]:
    """Deal the clauses to those present."""
    hands = first_deal(content.clause_names, setting.present, setting.luck)
    return (ClausesOpened(hands, _alone(setting)),)


def _alone(setting: Setting) -> SeatId | None:
    return setting.present[0] if len(setting.present) == 1 else None


def decide(content: Clauses, state: ClausesState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take note of a reading, a judgement or a signature."""
    match action:
        case Read(clause):
            return _read(state, seat, clause)
        case Judge(clause, verdict):
            return _judge(content, state, seat, (clause, verdict), setting)
        case Sign():
            return _sign(content, state, seat, setting)
        case _:
            return Declined("unknown_action")


def _read(state: ClausesState, seat: SeatId, clause: str) -> Told | Declined:
    if clause not in state.hands.get(seat, ()):
        return Declined("not_your_clause")
    return Declined("already_read") if clause in state.read else Told((ClauseRead(clause, seat),))


def _judge(
    content: Clauses, state: ClausesState, seat: SeatId, judged: tuple[str, str], setting: Setting
) -> Told | Declined:
    name, verdict = judged
    clause = content.clause(name)
    if clause is None:
        return Declined("unknown_clause")
    if verdict not in (KEEP, STRIKE):
        return Declined("unknown_verdict")
    refused = _cannot_judge(state, seat, name, setting)
    if refused is not None:
        return refused
    if verdict == right_verdict(keep=clause.keep):
        return Told((ClauseJudged(name, seat),))
    return Told((ClauseMissed(name, seat, PAUSE, setting.played + PAUSE),))


def _cannot_judge(state: ClausesState, seat: SeatId, clause: str, setting: Setting) -> Declined | None:
    if clause in state.judged:
        return Declined("already_judged")
    if clause not in state.read:
        return Declined("to_read_first")
    if clause in state.hands.get(seat, ()) and not set(setting.present) <= {seat}:
        return Declined("another_judges")
    left = state.pauses[seat].until - setting.played if seat in state.pauses else 0.0
    return Declined("pause", {"seconds": math.ceil(left)}) if left > 0 else None


def right_verdict(*, keep: bool) -> str:
    """The word for what is right."""
    return KEEP if keep else STRIKE


def all_judged(content: Clauses, state: ClausesState) -> bool:
    """Whether the contract is clean, and can be signed."""
    return set(state.judged) == set(content.clause_names)


def _sign(content: Clauses, state: ClausesState, seat: SeatId, setting: Setting) -> Told | Declined:
    if not all_judged(content, state):
        return Declined("clauses_to_judge")
    if seat in state.signed:
        return Declined("already_signed")
    return Told((ContractSigned(seat), *_concluded((*state.signed, seat), setting)))


def _concluded(signed: Collection[SeatId], setting: Setting) -> tuple[KindValue, ...]:
    everyone = bool(setting.present) and set(setting.present) <= set(signed)
    return (ContractConcluded(by_character=len(signed) == 1),) if everyone else ()


def deal_again(content: Clauses, state: ClausesState, setting: Setting) -> Sequence[KindValue]:
    """Give the clauses of absent people to those present; whoever left is not waited for to sign."""
    if done(content, state):
        return ()
    events: list[KindValue] = []
    hands = moved(state.hands, content.clause_names, setting.present, setting.luck, state.read)
    alone = _alone(setting)
    if hands is not None or alone != state.alone:
        events.append(ClausesDealt(state.hands if hands is None else hands, alone))
    return (*events, *_concluded(state.signed, setting))


def redeal(content: Clauses, state: ClausesState, setting: Setting) -> Sequence[KindValue]:
    """What each one holds goes to somebody else present."""
    hands = handed_on(state.hands, content.clause_names, setting.present, setting.luck, state.read)
    return () if hands is None else (ClausesDealt(hands, None),)


def close(_content: Clauses, _state: ClausesState, _setting: Setting) -> Sequence[KindValue]:
    """End it: every verdict is shown."""
    return (ClausesClosed(),)


def done(_content: Clauses, state: ClausesState) -> bool:
    """Signed by everyone present, or a facilitator's word."""
    return state.closed or state.concluded
