"""What each audience sees of a station: the clue and the ways, then what the place tells. Never who is there, nor how."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.station.content import Station
from missions.station.rules import done
from missions.station.values import StationState


def shared(content: Station, state: StationState) -> Mapping[str, Any]:
    """The clue, the ways in, and once two are there what the place tells."""
    over = done(content, state)
    return {
        "place": content.place,
        "clue": content.clue,
        "position": content.position.model_dump() if content.position else None,
        "plan_b": _plan_b(content, state),
        "last": _last_missed(content, state),
        "half_lit": bool(state.voices) and not over,
        "by_character": state.by_character,
        "done": over,
        "pieces": list(content.pieces) if over else [],
        "after": content.after if over else None,
    }


def _plan_b(content: Station, state: StationState) -> dict[str, Any]:
    options = content.plan_b.options
    return {
        "question": content.plan_b.question,
        "options": [{"id": one.id, "text": one.text, "missed": one.id in state.missed} for one in options],
    }


def _last_missed(content: Station, state: StationState) -> dict[str, str | None] | None:
    option = content.plan_b.option(state.missed[-1]) if state.missed else None
    return {"option": option.id, "says": option.says} if option else None


def private(content: Station, state: StationState, seat: SeatId) -> Mapping[str, Any]:
    """Whether I am there, and whether somebody waits for my voice."""
    there = seat in state.voices
    return {"arrived": there, "can_confirm": bool(state.voices) and not there and not done(content, state)}


def staff(content: Station, state: StationState) -> Mapping[str, Any]:
    """What a facilitator needs to help: the answers, and who is there."""
    return {
        "code": content.code,
        "words": list(content.words),
        "answer": content.plan_b.answer,
        "arrived": list(state.voices),
    }
