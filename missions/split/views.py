"""What each audience sees of split information. The text of a piece is seen by the seat that holds it alone."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.split.content import Split
from missions.split.rules import all_read, done
from missions.split.values import SplitState


def shared(content: Split, state: SplitState) -> Mapping[str, Any]:
    """Who holds and has read how many pieces, and once all are read the choice."""
    over = done(content, state)
    return {
        "intro": content.intro,
        "question": content.question,
        "pieces": {"total": len(content.pieces), "read": len(state.read), "held": _held(state)},
        "ready": all_read(content, state) and not over,
        "options": [{"id": one.id, "text": one.text, "missed": one.id in state.missed} for one in content.options],
        "proposal": state.proposal.option if state.proposal else None,
        "last": _last_missed(content, state),
        "by_character": state.by_character,
        "done": over,
        "solution": content.answer if over else None,
        "after": content.after if over else None,
    }


def _held(state: SplitState) -> dict[str, dict[str, int]]:
    return {
        seat: {"pieces": len(mine), "read": sum(piece in state.read for piece in mine)}
        for seat, mine in state.hands.items()
    }


def _last_missed(content: Split, state: SplitState) -> dict[str, str | None] | None:
    option = content.option(state.missed[-1]) if state.missed else None
    return {"option": option.id, "says": option.says} if option else None


def private(content: Split, state: SplitState, seat: SeatId) -> Mapping[str, Any]:
    """My pieces, my pause, and whether the proposal waits for my voice."""
    mine = state.hands.get(seat, ())
    pause = state.pauses.get(seat)
    proposed = state.proposal is not None and state.proposal.seat == seat
    return {
        "pieces": [
            {"id": piece.id, "text": piece.text, "read": piece.id in state.read}
            for piece in content.pieces
            if piece.id in mine
        ],
        "pause": {"seconds": pause.seconds, "until": pause.until} if pause else None,
        "proposed": proposed,
        "can_confirm": state.proposal is not None and not proposed and all_read(content, state),
    }


def staff(content: Split, state: SplitState) -> Mapping[str, Any]:
    """What a facilitator needs to help: the answer, and who still has something to read."""
    return {
        "answer": content.answer,
        "reading": [seat for seat, mine in state.hands.items() if not set(mine) <= set(state.read)],
        "missed": list(state.missed),
        "proposal": state.proposal.option if state.proposal else None,
    }
