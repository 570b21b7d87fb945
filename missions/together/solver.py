"""How a bot plays from one phone: it says its place is ready, then makes a gesture that was not wrong yet.

A table that knows the story (bots of a rehearsal) adds the staff view's `gesture` to the shared view.
"""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.together.values import Ready, Tap


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Ready first; then the gesture, once for each place."""
    place = next((one for one in shared["places"] if one["id"] == private["place"]), None)
    if shared["done"] or place is None:
        return None
    if not place["ready"]:
        return Move(Ready(shared["call"]), seconds=4.0)
    if not shared["go"] or place["lit"]:
        return None
    untried = [gesture["id"] for gesture in shared["gestures"] if not gesture["missed"]]
    return Move(Tap(shared.get("gesture") or untried[0], shared["call"]), seconds=2.0)
