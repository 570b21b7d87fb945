"""How a bot plays from one phone: it reads its cards, and places those of others where they did not come back from.

A table that knows the story (bots of a rehearsal) adds the staff view's `answers` to the shared view.
"""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.place.values import Put, Read


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Read first; then place what somebody else read out."""
    if shared["done"]:
        return None
    unread = [card["id"] for card in private["cards"] if not card["read"]]
    if unread:
        return Move(Read(unread[0]), seconds=8.0)
    mine = set() if private["alone"] else {card["id"] for card in private["cards"]}
    for card in shared["cards"]:
        if card["read"] and card["slot"] is None and card["id"] not in mine:
            known = shared.get("answers", {}).get(card["id"])
            return Move(Put(card["id"], known[0] if known else _untried(shared, card)), seconds=8.0)
    return None


def _untried(shared: Mapping[str, Any], card: Mapping[str, Any]) -> str:
    full = set() if shared["mode"] == "sort" else {one["slot"] for one in shared["cards"]}
    free = [slot["id"] for slot in shared["slots"] if slot["id"] not in full and slot["id"] not in card["missed"]]
    return str(free[0])
