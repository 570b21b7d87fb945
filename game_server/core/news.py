"""What a commit is worth saying aloud, once, on the pages that are open: ids only, the slices hold the words."""

from typing import Any

from game_server.core import group_events as e
from game_server.core.messages import Commit

_SAID = (
    e.SeatAdmitted,
    e.SteppedAside,
    e.CameBack,
    e.SeatLeft,
    e.DayOpened,
    e.DayEnded,
    e.MissionOpened,
    e.StepOpened,
    e.StepDone,
    e.MissionDone,
    e.OfferUnlocked,
    e.HelpOffered,
    e.HintGiven,
    e.GroupPaused,
    e.GroupResumed,
)
_FIELDS = ("seat", "day", "mission", "step", "offer")


def news(commit: Commit) -> list[dict[str, Any]]:
    """One entry for each event worth saying: {"what": "MissionDone", "mission": …}."""
    return [
        {"what": type(event).__name__} | {name: getattr(event, name) for name in _FIELDS if hasattr(event, name)}
        for event in commit.events
        if isinstance(event, _SAID)
    ]
