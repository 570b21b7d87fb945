"""What a simulated person does next, from what their phone shows and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game_server.application.codec import Codec
from game_server.core.ids import SeatId
from game_server.core.mission_kind import MissionKind


@dataclass(frozen=True, slots=True)
class NextMove:
    """A command as it goes over the wire, after the seconds a person needs to think."""

    command: Mapping[str, Any]
    seconds: float


class Bot:
    """Plays one seat by the solvers that the kinds ship."""

    def __init__(self, kinds: Mapping[str, MissionKind[Any, Any]], codec: Codec, seat: SeatId) -> None:
        """Sit down."""
        self._kinds, self._codec, self._seat = kinds, codec, seat

    def next_move(self, slices: Mapping[str, Any], script: Mapping[str, Any] | None = None) -> NextMove | None:
        """The next command, or None while there is nothing to do but wait for the others.

        `script` is the staff's view of the open step: what a person would find out by thinking, a bot reads there.
        """
        mission, mine = slices.get("mission"), slices.get("mine") or {}
        here = mine.get("here")
        if mission is None or here is None or mine.get("status") != "here":
            return None
        if (here["mission"], here["step"]) != (mission["id"], mission["step"]):
            return None
        known = {**mission["shared"], **(script or {})}
        kind = self._kinds[mission["kind"]]
        move = kind.solve(known, here["private"], self._seat)
        if move is None or type(move.action) in kind.outside.values():
            return None
        action = self._codec.plain(move.action)
        command = {"type": "play", "mission": mission["id"], "step": mission["step"], "action": action}
        return NextMove(command, move.seconds)
