"""How a bot plays a relay from one phone: it tries the choices of its links, passes them, tries orders, confirms.

A table that knows the story (bots of a rehearsal) adds the staff view's `answers` and `key` to the shared view.
"""

from collections.abc import Mapping, Sequence
from math import factorial
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.relay.values import Confirm, Enter, Pass, Solve


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """My links first; then the key."""
    if shared["done"]:
        return None
    for link in private["links"]:
        if link["code"] is None:
            untried = next(one["id"] for one in link["choices"] if not one["missed"])
            return Move(Solve(link["id"], shared.get("answers", {}).get(link["id"], untried)), seconds=8.0)
        if not link["passed"]:
            return Move(Pass(link["id"]))
    if private["can_confirm"]:
        return Move(Confirm())
    if not shared["ready"] or private["voice_given"]:
        return None
    parts = [part["code"] for part in shared["chain"]]
    return Move(Enter(shared.get("key") or "".join(nth_order(parts, shared["tries"]))), seconds=8.0)


def nth_order(parts: Sequence[str], number: int) -> list[str]:
    """The parts in their nth order: 0 leaves them as they are, and every order comes once."""
    left, order = list(parts), []
    while left:
        number %= factorial(len(left))
        place, number = divmod(number, factorial(len(left) - 1))
        order.append(left.pop(place))
    return order
