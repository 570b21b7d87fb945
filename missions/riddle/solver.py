"""How a bot plays a riddle from one phone: it tries what stands between « » in its clues, and confirms.

A table that knows the story (bots of a rehearsal) adds the staff view's `answers` to the shared view.
"""

import re
from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Move
from missions.riddle.values import Answer, Confirm

_QUOTED = re.compile(r"«\s*(.+?)\s*»")


def solve(shared: Mapping[str, Any], private: Mapping[str, Any], _seat: SeatId) -> Move | None:
    """Confirm what waits; otherwise the next guess, if this phone has one left."""
    if shared["done"] or private["voice_given"]:
        return None
    if private["can_confirm"]:
        return Move(Confirm())
    guesses = shared.get("answers") or [word for clue in private["clues"] for word in _QUOTED.findall(clue)]
    tried = private["tries"]
    return Move(Answer(guesses[tried % len(guesses)]), seconds=8.0) if guesses else None
