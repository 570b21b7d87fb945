"""Every kind and reward rule there is, found by their folders alone."""

import json
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import Any

import missions
import rewards
from game_server.core.mission_kind import MissionKind
from game_server.core.reward_rule import RewardRule


def find_kinds() -> dict[str, MissionKind[Any, Any]]:
    """The kinds by the name of their folder."""
    names = [one.name for one in iter_modules(missions.__path__) if one.ispkg]
    return {name: import_module(f"missions.{name}").KIND for name in names}


def find_rewards() -> tuple[RewardRule[Any], ...]:
    """The reward rules."""
    names = [one.name for one in iter_modules(rewards.__path__) if one.ispkg]
    return tuple(import_module(f"rewards.{name}").RULE for name in names)


def texts_of(package: str) -> dict[str, Any]:
    """The `texts/fr.json` of a folder."""
    found: dict[str, Any] = json.loads(resources.files(package).joinpath("texts/fr.json").read_text("utf-8"))
    return found


KINDS = find_kinds()
REWARDS = find_rewards()
EVERY_KIND = sorted(KINDS)
COLLABORATIVE = [name for name in EVERY_KIND if "one_phone_fails" not in KINDS[name].exempt]
CONFIRMED_BY_TWO = [name for name in EVERY_KIND if "two_validate" not in KINDS[name].exempt]
"""Kinds in which one person is never enough while others are there."""
