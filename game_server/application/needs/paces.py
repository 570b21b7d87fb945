"""How long groups stand still in a mission before they go on: learnt from those that have finished it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from game_server.core import group_events as e
from game_server.core.ids import MissionId
from game_server.core.messages import Commit

LOOK, STUCK = 180.0, 300.0
"""Seconds of silence before anything was learnt: worth a look, then stuck. Source: the lights of live game hosts."""
ENOUGH_GROUPS = 5
SHORTEST = 60.0
_MOVES = (e.MissionOpened, e.StepOpened, e.StepTold, e.HintGiven, e.StepDone, e.MissionDone)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of game time without progress: from `look` on worth a look, from `stuck` on held up."""

    look: float
    stuck: float


def limits(learnt: Sequence[float], author: float) -> Limits:
    """The limits of a mission. Until five groups have finished it: 3 and 5 minutes, or later if its author says so.

    Then the median and the 80th percentile of the longest silences of those groups, never under a minute.
    """
    if len(learnt) < ENOUGH_GROUPS:
        look = max(LOOK, author)
        return Limits(look, look + STUCK - LOOK)
    look = max(SHORTEST, median(learnt))
    return Limits(look, max(look, quantiles(learnt, n=5, method="inclusive")[-1]))


def longest_silence(commits: Iterable[Commit], mission: MissionId) -> float | None:
    """The longest time between two steps forward in a mission, in seconds, pauses and other missions left out.

    None when the commits do not show it done.
    """
    longest, moved, paused, stopped, done = 0.0, None, 0.0, None, False
    for commit in commits:
        for event in commit.events:
            now = commit.at.timestamp() - paused
            if isinstance(event, e.GroupPaused):
                stopped = commit.at.timestamp()
            elif isinstance(event, e.GroupResumed) and stopped is not None:
                paused += commit.at.timestamp() - stopped
                stopped = None
            elif isinstance(event, e.MissionSetAside) and event.mission == mission:
                moved = None
            elif isinstance(event, _MOVES) and event.mission == mission:
                longest = longest if moved is None else max(longest, now - moved)
                moved = now
                done = done or isinstance(event, e.MissionDone)
    return longest if done else None
