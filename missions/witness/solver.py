"""How a bot goes through a crossed evaluation: a fact about itself, then one about the other, always the same for a seat."""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.witness.values import ChooseOwn, Recognise


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], seat: SeatId) -> Move | None:
    """Choose, then tell."""
    if shared["done"]:
        return None
    facts, place = shared["facts"], crc32(seat.encode())
    if private["own"] is None:
        return Move(ChooseOwn(facts[place % len(facts)]["id"]), seconds=12.0)
    if private["given"] is None and private["about"] is not None:
        return Move(Recognise(private["about"], facts[(place + 1) % len(facts)]["id"]), seconds=12.0)
    return None
