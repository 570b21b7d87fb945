"""What one seat sees for itself."""

from collections.abc import Callable

from game_server.core.decisions.setting import open_step
from game_server.core.ids import SeatId
from game_server.core.rules import Rules
from game_server.core.showing.slice import Slice
from game_server.core.state import GroupState


def mine(seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    """What one seat holds in the open step."""

    def build(rules: Rules, state: GroupState) -> Slice:
        step = open_step(rules, state)
        private = step.kind.private(step.step.content, step.inner, seat) if step else None
        here = step and {"mission": step.mission, "step": state.mission(step.mission).step, "private": private}
        return {"seat": seat, "status": state.seats[seat].status, "here": here or None}

    return build
