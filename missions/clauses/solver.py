"""How a bot plays clauses from one phone: it reads its own, judges those of others, signs.

A table that knows the story (bots of a rehearsal) adds the staff view's `answers` to the shared view.
"""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.clauses.values import KEEP, STRIKE, Judge, Read, Sign


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Read first; then judge what somebody else read out; then sign."""
    if shared["done"]:
        return None
    unread = [clause["id"] for clause in private["clauses"] if not clause["read"]]
    if unread:
        return Move(Read(unread[0]), seconds=8.0)
    mine = set() if private["alone"] else {clause["id"] for clause in private["clauses"]}
    for clause in shared["clauses"]:
        if clause["read"] and clause["verdict"] is None and clause["id"] not in mine:
            guess = STRIKE if clause["missed"] == KEEP else KEEP
            return Move(Judge(clause["id"], shared.get("answers", {}).get(clause["id"], guess)), seconds=8.0)
    return Move(Sign()) if shared["ready"] and not private["signed"] else None
