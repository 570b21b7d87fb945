"""What each audience sees of a riddle. Whose voice waits, and what was typed wrong, is seen by that seat alone."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import WordRef
from missions.riddle.content import Riddle
from missions.riddle.rules import done
from missions.riddle.values import RiddleState

SHOWN_ATTEMPTS = 5


def shared(content: Riddle, state: RiddleState) -> Mapping[str, Any]:
    """The question, who holds clues, and the answer that waits for a second voice."""
    over = done(content, state)
    return {
        "question": content.question,
        "code": content.code,
        "clues": {"total": len(content.clues), "held": {seat: len(mine) for seat, mine in state.hands.items()}},
        "half_lit": bool(state.voices) and not over,
        "answer": _answer(content, state),
        "by_character": state.by_character,
        "done": over,
        "solution": content.accepted[0] if over else None,
        "after": content.after if over else None,
    }


def _answer(content: Riddle, state: RiddleState) -> str | WordRef | None:
    if state.answer is None:
        return None
    return WordRef(state.answer) if state.form is None else content.accepted[state.form]


def private(content: Riddle, state: RiddleState, seat: SeatId) -> Mapping[str, Any]:
    """My clues, my attempts that were not right, my pause."""
    mine = [one for one in state.attempts if one.seat == seat and one.worth != "right"][-SHOWN_ATTEMPTS:]
    pause = state.pauses.get(seat)
    voice = seat in state.voices
    return {
        "clues": [content.clues[int(clue)] for clue in state.hands.get(seat, ())],
        "attempts": [{"text": WordRef(one.id), "worth": one.worth, "says": one.says} for one in mine],
        "tries": state.tries.get(seat, 0),
        "pause": {"seconds": pause.seconds, "until": pause.until} if pause else None,
        "voice_given": voice,
        "can_confirm": bool(state.voices) and not voice and not done(content, state),
    }


def staff(content: Riddle, state: RiddleState) -> Mapping[str, Any]:
    """What a facilitator needs to help: the answers, how many were tried, and the last words tried, never whose."""
    tried = [one for one in state.attempts if one.worth != "right"][-SHOWN_ATTEMPTS:]
    return {
        "attempts": [{"id": one.id, "text": WordRef(one.id), "worth": one.worth} for one in tried],
        "answers": list(content.accepted),
        "near": [one.text for one in content.near],
        "tries": sum(state.tries.values()),
        "half_lit": bool(state.voices) and not done(content, state),
    }
