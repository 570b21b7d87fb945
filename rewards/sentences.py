"""The sentences of a reward rule, read once from its own `texts/fr.json`."""

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any


def sentences(rule: str) -> Mapping[str, Any]:
    """What the folder `rewards/<rule>` says: {"screen": {name: sentence}, "refusals": {code: sentence}, …}."""
    found: dict[str, Any] = json.loads(resources.files(f"rewards.{rule}").joinpath("texts/fr.json").read_text("utf-8"))
    return found
