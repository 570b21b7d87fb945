"""How a bot talks from one phone: the same leaning for the same seat and turn."""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.dialogue.values import Say


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], seat: SeatId) -> Move | None:
    """Give a voice once at each choice."""
    if shared["done"] or private["voice"] is not None:
        return None
    turn, choices = shared["turn"], shared["choices"]
    return Move(Say(choices[crc32(f"{seat}/{turn}".encode()) % len(choices)]["id"], turn), seconds=10.0)
