"""What each event makes of a riddle's state."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game_server.core.ids import SeatId
from missions.riddle.content import Riddle
from missions.riddle.values import (
    AnswerJudged,
    Attempt,
    AttemptCredited,
    CharacterAgreed,
    CluesDealt,
    Pause,
    RiddleClosed,
    RiddleOpened,
    RiddleState,
    VoiceGiven,
)

KEPT_ATTEMPTS = 40
"""The latest attempts of each seat: those that an answer accepted later can credit."""


def evolve(_content: Riddle, state: RiddleState | None, event: Any) -> RiddleState:
    """The state after an event; the first one opens the riddle."""
    if isinstance(event, RiddleOpened):
        return RiddleState(event.hands, event.salt)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the riddle was opened")
    return _APPLY[type(event)](state, event)


def _judged(state: RiddleState, event: AnswerJudged) -> RiddleState:
    attempt = Attempt(event.attempt, event.seat, event.worth, event.mark, event.says)
    tries = {**state.tries, event.seat: state.tries.get(event.seat, 0) + 1}
    state = replace(state, attempts=_with_attempt(state.attempts, attempt), tries=tries)
    if event.counted:
        state = replace(state, wrong={**state.wrong, event.seat: state.wrong.get(event.seat, 0) + 1})
    if event.pause:
        state = replace(state, pauses={**state.pauses, event.seat: Pause(event.pause, event.until)})
    if event.worth != "right":
        return state
    first = not state.voices
    state = _with_voice(state, event.seat)
    return replace(state, answer=event.attempt, form=event.form) if first else state


def _with_attempt(attempts: tuple[Attempt, ...], new: Attempt) -> tuple[Attempt, ...]:
    """Somebody who types without end pushes out their own attempts, never those of others."""
    mine = [one for one in attempts if one.seat == new.seat]
    oldest = mine[0] if len(mine) >= KEPT_ATTEMPTS else None
    return (*(one for one in attempts if one is not oldest), new)


def _credited(state: RiddleState, event: AttemptCredited) -> RiddleState:
    given = next((one for one in state.attempts if one.id == event.attempt), None)
    if given is None:
        return state
    right = replace(given, worth="right", says=None)
    attempts = tuple(right if one.id == event.attempt else one for one in state.attempts)
    answer = state.answer if state.voices else event.attempt
    pauses = {seat: pause for seat, pause in state.pauses.items() if seat != given.seat}
    return replace(_with_voice(state, given.seat), attempts=attempts, pauses=pauses, answer=answer)


def _with_voice(state: RiddleState, seat: SeatId) -> RiddleState:
    return state if seat in state.voices else replace(state, voices=(*state.voices, seat))


_APPLY: dict[type, Callable[[RiddleState, Any], RiddleState]] = {
    AnswerJudged: _judged,
    CluesDealt: lambda state, event: replace(state, hands=event.hands),
    VoiceGiven: lambda state, event: _with_voice(state, event.seat),
    AttemptCredited: _credited,
    CharacterAgreed: lambda state, _event: replace(state, by_character=True),
    RiddleClosed: lambda state, _event: replace(state, closed=True),
}
