"""What each audience sees: who has something to show, never the photo; a wish to see it again reaches its sender alone."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.photo.content import Photo
from missions.photo.rules import done
from missions.photo.values import How, PhotoState


def shared(content: Photo, state: PhotoState) -> Mapping[str, Any]:
    """What is asked, and who has something to show."""
    over = done(content, state)
    return {
        "ask": content.ask,
        "checklist": list(content.checklist),
        "drawing": content.drawing,
        "redo_reasons": [{"id": one.id, "text": one.text} for one in content.redo_reasons],
        "proofs": [{"seat": seat, "how": _how(photo)} for seat, photo in state.proofs.items()],
        "by_character": state.by_character,
        "done": over,
        "after": content.after if over else None,
    }


def _how(photo: str | None) -> How:
    return "words" if photo is None else "photo"


def private(content: Photo, state: PhotoState, seat: SeatId) -> Mapping[str, Any]:
    """What I showed, why it is asked for again, and whose proof I may say I saw."""
    others = [] if done(content, state) else [one for one in state.proofs if one != seat]
    return {
        "proof": _how(state.proofs[seat]) if seat in state.proofs else None,
        "redo": state.redo.get(seat),
        "can_confirm": others,
    }


def staff(content: Photo, state: PhotoState) -> Mapping[str, Any]:
    """What there is to look at, and the reasons to choose from."""
    return {
        "proofs": [{"seat": seat, "how": _how(photo), "photo": photo} for seat, photo in state.proofs.items()],
        "reasons": [one.id for one in content.redo_reasons],
    }
