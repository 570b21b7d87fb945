"""How a bot finds a place: it sees it too, or tries plan B. One that knows the story reads the word on the wall."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.station.values import Arrive, Confirm


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Confirm what waits; otherwise arrive."""
    if shared["done"] or private["arrived"]:
        return None
    if private["can_confirm"]:
        return Move(Confirm())
    if "words" in shared:
        return Move(Arrive("word", shared["words"][0]), seconds=30.0)
    untried = [option["id"] for option in shared["plan_b"]["options"] if not option["missed"]]
    return Move(Arrive("plan_b", untried[0]), seconds=15.0)
