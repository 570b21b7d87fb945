"""What each audience sees of the portrait: the questions, and how many are done; never who is not, never what."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.portrait.content import Family, Portrait
from missions.portrait.values import PortraitState


def shared(content: Portrait, state: PortraitState) -> Mapping[str, Any]:
    """The questions, and how many are done."""
    return {
        "intro": content.intro,
        "edition": content.edition,
        "compared_with": content.compared_with,
        "families": [_family(one) for one in content.families],
        "answered": len(state.answered),
        "done": state.closed,
        "after": content.after if state.closed else None,
    }


def _family(family: Family) -> dict[str, Any]:
    details = [{"id": one.id, "text": one.text} for one in family.details]
    return {"id": family.id, "name": family.name, "gate": family.gate.text, "details": details}


def private(_content: Portrait, state: PortraitState, seat: SeatId) -> Mapping[str, Any]:
    """Whether I am done; what I answered stands on my own page."""
    return {"answered": seat in state.answered}


def staff(_content: Portrait, state: PortraitState) -> Mapping[str, Any]:
    """How many are done."""
    return {"answered": len(state.answered), "done": state.closed}
