"""Every kind and reward rule there is, found as the server finds them."""

import json
from importlib import resources
from typing import Any

from game_server.application.plug_ins import find_kinds, find_rewards

KINDS = find_kinds()
REWARDS = find_rewards()
EVERY_KIND = sorted(KINDS)
COLLABORATIVE = [name for name in EVERY_KIND if "one_phone_fails" not in KINDS[name].exempt]
"""Kinds in which one person is never enough while others are there."""
CONFIRMED_BY_TWO = [name for name in EVERY_KIND if "two_validate" not in KINDS[name].exempt]


def texts_of(package: str) -> dict[str, Any]:
    """The `texts/fr.json` of a folder."""
    found: dict[str, Any] = json.loads(resources.files(package).joinpath("texts/fr.json").read_text("utf-8"))
    return found
