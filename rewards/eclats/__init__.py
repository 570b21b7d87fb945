"""Éclats: one for each mission done, and nothing else gives or takes one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game_server.core.group_events import GroupEvent, MissionDone
from game_server.core.ids import MissionId
from game_server.core.mission_kind import KindValue
from game_server.core.reward_rule import RewardRule
from game_server.core.scenario import Scenario
from game_server.core.state import GroupState


@dataclass(frozen=True, slots=True)
class EclatWon(KindValue):
    """The group lit the pane of this mission."""

    mission: MissionId


@dataclass(frozen=True, slots=True)
class Eclats(KindValue):
    """The missions whose pane is lit, in the order of winning."""

    won: tuple[MissionId, ...] = ()


def react(_scenario: Scenario, _state: GroupState, kept: Eclats, event: GroupEvent) -> Sequence[EclatWon]:
    """A mission done lights its pane, once."""
    if isinstance(event, MissionDone) and event.mission not in kept.won:
        return (EclatWon(event.mission),)
    return ()


def evolve(kept: Eclats, event: EclatWon) -> Eclats:
    """The panes lit after that one; winning it again adds nothing."""
    return kept if event.mission in kept.won else Eclats((*kept.won, event.mission))


def show(scenario: Scenario, _state: GroupState, kept: Eclats) -> Mapping[str, Any]:
    """{"count", "won": [{"mission", "title", "act"}]}: the acts, in the order of winning."""
    missions = [mission for one in kept.won if (mission := scenario.mission(one)) is not None]
    return {
        "count": len(missions),
        "won": [{"mission": one.id, "title": one.title, "act": one.act} for one in missions],
    }


def progress(_scenario: Scenario, kept: Eclats) -> Mapping[str, str]:
    """{"eclats": how many}."""
    return {"eclats": str(len(kept.won))}


RULE = RewardRule(
    name="eclats",
    kept=Eclats,
    events={"eclat_won": EclatWon},
    start=Eclats,
    evolve=evolve,
    show=show,
    react=react,
    progress=progress,
)
