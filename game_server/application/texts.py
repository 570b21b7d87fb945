"""Sentences by code: what a refusal says to its reader, with what to do next."""

import json
from collections.abc import Iterable, Mapping
from importlib import resources
from importlib.util import find_spec
from string import Template
from typing import Any

from game_server.core.messages import Refused
from game_server.core.mission_kind import MissionKind
from game_server.core.reward_rule import RewardRule

OWN = "game_server.application.sentences"
UNKNOWN = "Ça n’a pas marché. Recharge la page, puis essaie encore."


class Texts:
    """The sentences of the server (`sentences/fr.json`), of every kind and of every reward rule (`<folder>/texts/fr.json`)."""

    def __init__(
        self, kinds: Mapping[str, MissionKind[Any, Any]], rewards: Iterable[RewardRule[Any]] = (), language: str = "fr"
    ) -> None:
        """Read every file once; a kind that a test makes has no folder, and no sentences."""
        self._sentences: dict[str, str] = _read(OWN, f"{language}.json")
        folders = [("missions", name) for name in kinds] + [("rewards", rule.name) for rule in rewards]
        for family, name in folders:
            if find_spec(f"{family}.{name}") is None:
                continue
            own = _read(f"{family}.{name}", f"texts/{language}.json").get("refusals", {})
            self._sentences |= {f"{name}.{code}": sentence for code, sentence in dict(own).items()}

    def sentence(self, refusal: Refused) -> str:
        """The sentence of a refusal, its `$values` filled in."""
        template = Template(self._sentences.get(refusal.code, UNKNOWN))
        return template.safe_substitute({name: str(value) for name, value in refusal.details.items()})

    def has(self, code: str) -> bool:
        """Whether a code has a sentence of its own."""
        return code in self._sentences


def _read(package: str, name: str) -> Any:
    return json.loads(resources.files(package).joinpath(name).read_text("utf-8"))
