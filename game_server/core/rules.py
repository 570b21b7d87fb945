"""The rules a group plays by: the compiled scenario, the kinds of steps and the reward rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game_server.core.mission_kind import MissionKind
from game_server.core.reward_rule import RewardRule
from game_server.core.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything a decision needs besides the state, the command and the moment."""

    scenario: Scenario
    kinds: Mapping[str, MissionKind[Any, Any]]
    rewards: tuple[RewardRule[Any], ...]
