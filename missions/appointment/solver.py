"""How a bot chooses: once. The action is no phone's: whoever runs the bot books, then tells the fact."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.appointment.values import Decided


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Choose, if it is still open."""
    return None if shared["done"] or private["decided"] else Move(Decided(), seconds=20.0)
