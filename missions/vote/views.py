"""What each audience sees of a vote: how many voted while a round is open, then the counts; never whose."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.vote.content import Vote
from missions.vote.rules import done, dues
from missions.vote.values import Round, VoteState


def shared(content: Vote, state: VoteState) -> Mapping[str, Any]:
    """The question, the open round, the counts of the closed ones, the choice."""
    over = done(content, state)
    return {
        "question": content.question,
        "options": [{"id": option.id, "text": option.text} for option in content.options],
        "round": None if over else len(state.rounds) + 1,
        "voted": len(state.ballots),
        "closes_at": next((due.played for due in dues(content, state)), None),
        "talk": content.talk if state.rounds and not over else None,
        "rounds": [_counts(content, one) for one in state.rounds],
        "result": _result(content, state) if over else None,
        "done": over,
    }


def _counts(content: Vote, one: Round) -> dict[str, Any]:
    counts = one.counts
    return {"counts": None if counts is None else {option.id: counts.get(option.id, 0) for option in content.options}}


def _result(content: Vote, state: VoteState) -> dict[str, Any] | None:
    chosen = content.option(state.choice)
    if chosen is None:
        return None
    told = state.tied and (state.rounds[-1].counts is not None or not state.rounds[-1].voters)
    return {
        "option": chosen.id,
        "text": chosen.text,
        "outcome": chosen.outcome,
        "tie": content.tie.says if told else None,
    }


def private(_content: Vote, state: VoteState, seat: SeatId) -> Mapping[str, Any]:
    """My ballot of the open round."""
    return {"ballot": state.ballots.get(seat)}


def staff(content: Vote, state: VoteState) -> Mapping[str, Any]:
    """How many voted, and when the round closes by itself."""
    return {
        "round": None if done(content, state) else len(state.rounds) + 1,
        "voted": len(state.ballots),
        "closes_at": next((due.played for due in dues(content, state)), None),
    }
