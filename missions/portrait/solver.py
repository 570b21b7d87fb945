"""How a bot goes through the portrait: it passes, for it has nothing to confide."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.portrait.values import Skip


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Pass, if it is still open."""
    return None if shared["done"] or private["answered"] else Move(Skip(), seconds=20.0)
