"""How a crossed evaluation goes: each one chooses about oneself and tells of another; the tutor adds, and nobody ends with none."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game_server.core import mission_kind as core
from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindDue, KindValue, Setting
from missions.witness.content import Witness
from missions.witness.evolution import evolve
from missions.witness.peers import first_peers, peers_again, peers_turned
from missions.witness.values import (
    ChooseOwn,
    MoreTime,
    OwnChosen,
    PeerRecognised,
    PeersDealt,
    Recognise,
    TimeGiven,
    Told,
    WitnessClosed,
    WitnessOpened,
    WitnessState,
    WordsKept,
)

SILENCE = "silence"


def open_witness(_content: Witness, setting: Setting) -> Sequence[KindValue]:
    """Deal to each one somebody to tell of."""
    return (WitnessOpened(first_peers(setting.present, setting.luck)),)


def decide(content: Witness, state: WitnessState, seat: SeatId, action: Any, setting: Setting) -> core.Told | Declined:
    """Take note of a fact, and close with the last one."""
    outcome = _heard(content, state, seat, action, setting)
    if isinstance(outcome, Declined):
        return outcome
    after = evolve(content, state, outcome)
    return core.Told((outcome, *_closed_when_all_did(content, after, setting)))


def _heard(content: Witness, state: WitnessState, seat: SeatId, action: Any, setting: Setting) -> KindValue | Declined:
    match action:
        case ChooseOwn(fact) if content.fact(fact):
            return OwnChosen(seat, fact, setting.played)
        case Recognise(other, fact) if content.fact(fact):
            return _recognised(state, seat, PeerRecognised(seat, other, fact, setting.played))
        case MoreTime():
            return TimeGiven(setting.played) if dues(content, state) else Declined("no_limit")
        case Told():
            return WordsKept(seat) if content.own_words else Declined("no_own_words")
        case _:
            return Declined("unknown_fact")


def _recognised(state: WitnessState, seat: SeatId, event: PeerRecognised) -> KindValue | Declined:
    if seat in state.givers:
        return Declined("already_given")
    return event if state.about.get(seat) == event.seat else Declined("somebody_else")


def deal_again(content: Witness, state: WitnessState, setting: Setting) -> Sequence[KindValue]:
    """Give somebody present to whoever has still to tell; who left is no longer waited for."""
    if state.closed:
        return ()
    received = [one.seat for one in state.given]
    about = peers_again(state.about, setting.present, state.givers, received, setting.luck)
    if about is None:
        return _closed_when_all_did(content, state, setting)
    after = replace(state, about=about)
    return (PeersDealt(about), *_closed_when_all_did(content, after, setting))


def _closed_when_all_did(content: Witness, state: WitnessState, setting: Setting) -> tuple[KindValue, ...]:
    did = all(seat in state.own and (seat in state.givers or _nobody_else(seat, setting)) for seat in setting.present)
    return (_closed(content, state, setting),) if did and setting.present and not state.closed else ()


def _nobody_else(seat: SeatId, setting: Setting) -> bool:
    return set(setting.present) <= {seat}


def _closed(content: Witness, state: WitnessState, setting: Setting) -> WitnessClosed:
    """The tutor adds one for each who is there or was, another than what they have when there is one."""
    saw = [one.fact for one in content.tutor.saw if one.flag is None or setting.flags.get(one.flag, False)]
    there = {*setting.present, *state.own, *state.givers, *(one.seat for one in state.given)}
    return WitnessClosed({seat: _another(saw, state, seat, place) for place, seat in enumerate(sorted(there))})


def _another(saw: Sequence[str], state: WitnessState, seat: SeatId, place: int) -> str:
    has = {state.own.get(seat), *(one.fact for one in state.given if one.seat == seat)}
    turned = [*saw[place % len(saw) :], *saw[: place % len(saw)]]
    return next((fact for fact in turned if fact not in has), turned[0])


def dues(content: Witness, state: WitnessState) -> Sequence[KindDue]:
    """It closes after a long silence, once somebody has begun."""
    if state.closed or content.silence is None or not state.last:
        return ()
    return (KindDue(SILENCE, state.last + content.silence),)


def fall_due(content: Witness, state: WitnessState, name: str, setting: Setting) -> Sequence[KindValue]:
    """Close with what was told."""
    due = [one for one in dues(content, state) if one.name == name and one.played <= setting.played]
    return (_closed(content, state, setting),) if due else ()


def more_time(content: Witness, state: WitnessState, seconds: float) -> Sequence[KindValue]:
    """It closes that much later."""
    return (TimeGiven(state.last + seconds),) if dues(content, state) else ()


def redeal(_content: Witness, state: WitnessState, setting: Setting) -> Sequence[KindValue]:
    """Those who have still to tell get somebody else to tell of."""
    about = None if state.closed else peers_turned(state.about, setting.present, state.givers, setting.luck)
    return () if about is None else (PeersDealt(about),)


def close(content: Witness, state: WitnessState, setting: Setting) -> Sequence[KindValue]:
    """End it with what was told; the tutor's fact goes to each one."""
    return () if state.closed else (_closed(content, state, setting),)


def done(_content: Witness, state: WitnessState) -> bool:
    """It was closed."""
    return state.closed
