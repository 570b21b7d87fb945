"""How a bot votes from one phone: always the same option for the same seat."""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.vote.values import Cast


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], seat: SeatId) -> Move | None:
    """Vote once in each round."""
    if shared["done"] or private["ballot"] is not None:
        return None
    options = shared["options"]
    return Move(Cast(options[crc32(seat.encode()) % len(options)]["id"], shared["round"]))
