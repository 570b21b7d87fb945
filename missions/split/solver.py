"""How a bot plays split information from one phone: it reads its pieces, proposes what was not tried, confirms.

A table that knows the story (bots of a rehearsal) adds the staff view's `answer` to the shared view.
"""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.split.values import Confirm, Propose, Read


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Read first; then confirm what is proposed, or propose."""
    if shared["done"]:
        return None
    unread = [piece["id"] for piece in private["pieces"] if not piece["read"]]
    if unread:
        return Move(Read(unread[0]), seconds=8.0)
    if private["can_confirm"]:
        return Move(Confirm(shared["proposal"]))
    if not shared["ready"] or shared["proposal"] is not None:
        return None
    untried = [option["id"] for option in shared["options"] if not option["missed"]]
    return Move(Propose(shared.get("answer") or untried[0]), seconds=8.0)
