"""How a vote is held: two secret rounds, each over when everyone present has voted, and a tie that the story resolves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindDue, KindValue, Setting, Told
from game_server.core.moment import shuffled
from missions.vote.content import Vote
from missions.vote.values import BallotCast, Cast, MoreTime, Round, RoundClosed, TimeGiven, VoteOpened, VoteState

ROUNDS = 2
COUNTED_FROM = 3
"""Voters under which only the group's choice is shown: two people would know each other's vote."""


def open_vote(_content: Vote, _setting: Setting) -> Sequence[KindValue]:
    """Begin the first round."""
    return (VoteOpened(),)


def decide(content: Vote, state: VoteState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take a ballot, and close the round with the last one."""
    if isinstance(action, MoreTime):
        return Told((TimeGiven(setting.played),)) if dues(content, state) else Declined("no_limit")
    if not isinstance(action, Cast):
        return Declined("unknown_action")
    if done(content, state) or action.round != len(state.rounds) + 1:
        return Declined("round_over")
    if content.option(action.option) is None:
        return Declined("unknown_option")
    ballots = {**state.ballots, seat: action.option}
    cast = BallotCast(seat, action.option, setting.played)
    return Told((cast, *_closed_when_all_voted(content, replace(state, ballots=ballots), setting)))


def deal_again(content: Vote, state: VoteState, setting: Setting) -> Sequence[KindValue]:
    """Who left is no longer waited for; a ballot already cast counts."""
    return () if done(content, state) else _closed_when_all_voted(content, state, setting)


def _closed_when_all_voted(content: Vote, state: VoteState, setting: Setting) -> tuple[KindValue, ...]:
    everyone = bool(setting.present) and all(seat in state.ballots for seat in setting.present)
    return (_closed(content, state, setting),) if everyone else ()


def _closed(content: Vote, state: VoteState, setting: Setting) -> RoundClosed:
    if len(state.rounds) + 1 < ROUNDS:
        return RoundClosed()
    leaders = _leaders(content, state.ballots)
    if len(leaders) == 1:
        return RoundClosed(leaders[0])
    return RoundClosed(content.tie.option or shuffled(leaders, setting.luck, "tie")[0], tied=True)


def _leaders(content: Vote, ballots: Mapping[SeatId, str]) -> tuple[str, ...]:
    counts = Counter(ballots.values())
    most = max(counts.values(), default=0)
    return tuple(option.id for option in content.options if counts[option.id] == most)


def dues(content: Vote, state: VoteState) -> Sequence[KindDue]:
    """A round in which somebody voted closes after a long silence; one in which nobody did waits."""
    if done(content, state) or content.silence is None or not state.ballots:
        return ()
    return (KindDue(f"round-{len(state.rounds) + 1}", state.last + content.silence),)


def fall_due(content: Vote, state: VoteState, name: str, setting: Setting) -> Sequence[KindValue]:
    """Close the round whose silence lasted long enough."""
    open_dues = [due for due in dues(content, state) if due.name == name and due.played <= setting.played]
    return (_closed(content, state, setting),) if open_dues else ()


def more_time(content: Vote, state: VoteState, seconds: float) -> Sequence[KindValue]:
    """The round closes that much later."""
    return (TimeGiven(state.last + seconds),) if dues(content, state) else ()


def close(content: Vote, state: VoteState, setting: Setting) -> Sequence[KindValue]:
    """Both rounds end with the ballots there are; the story decides when there are none."""
    if done(content, state):
        return ()
    last = _closed(content, replace(state, rounds=(Round(0, None),) * (ROUNDS - 1)), setting)
    return (*(RoundClosed() for _ in range(ROUNDS - 1 - len(state.rounds))), last)


def flags(content: Vote, state: VoteState) -> Mapping[str, bool]:
    """The flags of the option that was chosen."""
    chosen = content.option(state.choice)
    return chosen.sets if chosen else {}


def done(_content: Vote, state: VoteState) -> bool:
    """Both rounds are over."""
    return len(state.rounds) >= ROUNDS


def evolve(_content: Vote, state: VoteState | None, event: Any) -> VoteState:
    """The state after an event; the first one opens the vote."""
    if isinstance(event, VoteOpened):
        return VoteState()
    if state is None:
        raise ValueError(f"{type(event).__name__} before the vote was opened")
    match event:
        case BallotCast(seat, option, played):
            return replace(state, ballots={**state.ballots, seat: option}, last=played)
        case TimeGiven(played):
            return replace(state, last=played)
        case RoundClosed(choice, tied):
            return replace(state, ballots={}, rounds=(*state.rounds, _round(state)), choice=choice, tied=tied)
        case _:
            raise TypeError(f"a vote knows no {type(event).__name__}")


def _round(state: VoteState) -> Round:
    voters = len(state.ballots)
    return Round(voters, dict(sorted(Counter(state.ballots.values()).items())) if voters >= COUNTED_FROM else None)
