"""How a bot gives a proof: it describes, for it has no camera, and says that it saw another's."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.photo.values import Describe, Saw


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """See what is shown, or show."""
    if shared["done"]:
        return None
    if private["can_confirm"]:
        return Move(Saw(private["can_confirm"][0]))
    return Move(Describe(), seconds=40.0) if shared["drawing"] and private["proof"] is None else None
