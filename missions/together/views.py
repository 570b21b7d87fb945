"""What each audience sees of a step played at the same instant. A message is seen by the seat that holds it alone."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.together.content import Together
from missions.together.rules import call_now, closes_at, done, may_go, taken
from missions.together.values import TogetherState


def shared(content: Together, state: TogetherState) -> Mapping[str, Any]:
    """Who stands where, which places are ready or were there, and until when the others are awaited."""
    over = done(content, state)
    return {
        "intro": content.intro,
        "call": min(state.held + 1, len(content.calls)),
        "calls": len(content.calls),
        "holder": None if over else _holder(content, state),
        "places": _places(content, state),
        "gestures": [{"id": one.id, "text": one.text, "missed": one.id in state.missed} for one in content.gestures],
        "go": may_go(state) and not over,
        "window": state.window,
        "closes_at": closes_at(state),
        "tries": state.tries,
        "last": None if state.last is None else list(state.last),
        "by_character": state.by_character,
        "done": over,
        "after": content.after if over else None,
    }


def _holder(content: Together, state: TogetherState) -> SeatId | None:
    call = call_now(content, state)
    return next((seat for seat, mine in state.hands.items() if call is not None and call.id in mine), None)


def _places(content: Together, state: TogetherState) -> list[dict[str, Any]]:
    return [
        {
            "id": place.id,
            "name": place.name,
            "seats": [seat for seat, where in state.teams.items() if where == place.id],
            "ready": place.id in state.ready,
            "lit": place.id in state.lit,
        }
        for place in content.places
        if place.id in taken(state)
    ]


def private(content: Together, state: TogetherState, seat: SeatId) -> Mapping[str, Any]:
    """Where I stand, the messages I hold, my pause."""
    mine = () if done(content, state) else state.hands.get(seat, ())
    pause = state.pauses.get(seat)
    return {
        "place": state.teams.get(seat),
        "calls": [
            {"id": call.id, "text": call.text, "number": place + 1, "now": place == state.held}
            for place, call in enumerate(content.calls)
            if call.id in mine
        ],
        "pause": {"seconds": pause.seconds, "until": pause.until} if pause else None,
        "alone": state.alone == seat,
    }


def staff(content: Together, state: TogetherState) -> Mapping[str, Any]:
    """What a facilitator needs to help: the gesture of the call under way, and how often the instant was missed."""
    call = call_now(content, state)
    return {
        "gesture": call.answer if call else None,
        "call": min(state.held + 1, len(content.calls)),
        "tries": state.tries,
    }
