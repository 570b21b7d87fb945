"""How a bot negotiates from one phone: it answers truly, and proposes what was not tried and suits its own constraints.

A table that knows the story (bots of a rehearsal) adds the staff view's `agreements` to the shared view.
"""

from collections.abc import Mapping
from itertools import product
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.negotiate.values import Accept, Propose, Refuse


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Answer what waits for me; then propose."""
    if shared["done"]:
        return None
    proposal = shared["proposal"]
    if proposal is not None and not proposal["refused"]:
        waiting = [one for one in private["constraints"] if one["answer"] is None]
        answer = Accept if waiting and waiting[0]["respected"] else Refuse
        return Move(answer(waiting[0]["id"], tuple(proposal["options"]))) if waiting else None
    return Move(Propose(_best(shared, private)), seconds=8.0)


def _best(shared: Mapping[str, Any], private: Mapping[str, Any]) -> tuple[str, ...]:
    if shared.get("agreements"):
        return tuple(shared["agreements"][0])
    every = product(*([option["id"] for option in one["options"]] for one in shared["dimensions"]))
    tried = {tuple(options) for options in shared["tried"]}
    untried = [options for options in every if options not in tried]
    suits = [one for one in untried if all(set(mine["fits"]) & set(one) for mine in private["constraints"])]
    return (suits or untried)[0]
