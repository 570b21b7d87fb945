"""The group's flame: each day on which somebody came lights it, two reserve days keep it, and nothing ever puts it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game_server.core.group_events import DayEnded, GroupEvent, MissionDone, TookPart
from game_server.core.mission_kind import KindValue
from game_server.core.reward_rule import RewardRule
from game_server.core.scenario import Scenario
from game_server.core.state import DayStatus, GroupState
from rewards.sentences import sentences

RESERVES = 2
SAYS: Mapping[str, str] = sentences("flame")["screen"]


@dataclass(frozen=True, slots=True)
class DayLit(KindValue):
    """Somebody came on this day, or a mission was done."""

    day: int


@dataclass(frozen=True, slots=True)
class ReserveUsed(KindValue):
    """Nobody came on this day: a reserve kept the flame."""

    day: int


@dataclass(frozen=True, slots=True)
class Flame(KindValue):
    """The days that lit it, and those on which a reserve kept it."""

    lit: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()

    @property
    def reserves(self) -> int:
        """How many reserve days are left."""
        return RESERVES - len(self.kept)


def react(_scenario: Scenario, state: GroupState, kept: Flame, event: GroupEvent) -> Sequence[KindValue]:
    """Light the day at its first sign of life; at the end of one without any, use a reserve if there is one."""
    if state.day == 0 or state.day in kept.lit:
        return ()
    match event:
        case TookPart() | MissionDone():
            return (DayLit(state.day),)
        case DayEnded(day, with_seats) if with_seats:
            return (DayLit(day),)
        case DayEnded(day) if kept.reserves and day not in kept.kept:
            return (ReserveUsed(day),)
        case _:
            return ()


def evolve(kept: Flame, event: KindValue) -> Flame:
    """The flame after that; a day that is lit after all gives its reserve back."""
    match event:
        case DayLit(day) if day not in kept.lit:
            return Flame((*kept.lit, day), tuple(one for one in kept.kept if one != day))
        case ReserveUsed(day) if day not in kept.kept:
            return Flame(kept.lit, (*kept.kept, day))
        case _:
            return kept


def show(_scenario: Scenario, state: GroupState, kept: Flame) -> Mapping[str, Any]:
    """{"days_lit", "reserves", "words"}: `words` is the sentence to show; nothing says who came or did not."""
    words = SAYS[_which(state, kept)].format(days=len(kept.lit), reserves=kept.reserves)
    return {"days_lit": len(kept.lit), "reserves": kept.reserves, "words": words}


def _which(state: GroupState, kept: Flame) -> str:
    over = state.day if state.day_status is DayStatus.ENDED else state.day - 1
    rested = over > 0 and over not in kept.lit and state.day not in kept.lit
    if rested:
        return "kept" if over in kept.kept else "waits"
    return ("none", "one")[len(kept.lit)] if len(kept.lit) <= 1 else "many"


def progress(_scenario: Scenario, kept: Flame) -> Mapping[str, str]:
    """{"days_lit": how many}."""
    return {"days_lit": str(len(kept.lit))}


RULE = RewardRule(
    name="flame",
    kept=Flame,
    events={"day_lit": DayLit, "reserve_used": ReserveUsed},
    start=Flame,
    evolve=evolve,
    show=show,
    react=react,
    progress=progress,
)
