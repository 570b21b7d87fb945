"""How a bot plays an escape room. In the control room it sends what stands between « » in its manuals; inside, it tries everything.

A table that knows the story (bots of a rehearsal) adds the staff view's `codes` to the shared view.
"""

import re
from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue, Move
from missions.room.values import Confirm, Enter, Examine, Send, Use

_QUOTED = re.compile(r"«\s*([A-Za-z0-9 ]+?)\s*»")


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], seat: SeatId) -> Move | None:
    """Confirm the way out; otherwise explore or send a code."""
    if shared["done"]:
        return None
    if private["can_confirm"]:
        return Move(Confirm())
    if shared["half_lit"]:
        return None
    action = _inside(shared, private) if shared["explorer"] == seat else _guess(shared, private, Send)
    return None if action is None else Move(action, seconds=8.0)


def _inside(shared: Mapping[str, Any], private: Mapping[str, Any]) -> KindValue | None:
    objects, items = private["scene"]["objects"], private["scene"]["items"]
    for one in objects:
        if not one["seen"]:
            return Examine(one["id"])
    closed = [one for one in objects if not one["open"]]
    for one in closed:
        code = one["code"] or shared.get("codes", {}).get(one["id"])
        if code:
            return Enter(one["id"], code)
    asking = next((one for one in closed if one["needs"] == "item"), None)
    unused = [item for item in items if not item["used"]]
    if asking is not None and unused:
        return Use(asking["id"], unused[0]["id"])
    return _guess(shared, private, Enter)


def _guess(shared: Mapping[str, Any], private: Mapping[str, Any], sort: type[Enter | Send]) -> KindValue | None:
    """Every code of one's manuals on every lock, one after the other."""
    codes = [code for one in private["manuals"] for code in _QUOTED.findall(one["text"])]
    locks = [one["id"] for one in shared["locks"] if not one["open"] and one["id"] not in shared["sent"]]
    tries = [(lock, code) for code in codes for lock in locks]
    return sort(*tries[private["missed"] % len(tries)]) if tries else None
