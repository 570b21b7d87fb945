"""The texts of an edition in other languages: `languages/<code>.yaml`, beside its missions.

A translation stands for one whole French text, word for word as it stands in the edition: when the French changes, the check
says which translation speaks of a text that is no longer there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from pydantic import Field, field_validator

from scenarios.documents import Document, Node
from scenarios.french import prose
from scenarios.models import Line, Sheet
from scenarios.reader import Draft
from scenarios.scenes import texts

PACK, OFFERS, VALUES = "pack", "offres", "valeurs"
"""The headings of what no mission owns."""
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


class PairSheet(Sheet):
    """A French text, word for word, and what stands for it; nothing yet: the French is shown."""

    fr: str
    to: str = ""

    @field_validator("fr", "to", mode="before")
    @classmethod
    def _a_text(cls, written: object) -> object:
        return written.strip() if isinstance(written, str) else "" if written is None else str(written)


class LanguageSheet(Sheet):
    """`languages/<code>.yaml`."""

    name: Line
    """What the language calls itself: « English », « Français facile »."""
    dir: Literal["ltr", "rtl"] = "ltr"
    to_confirm: str = ""
    """What stands for « à vérifier avec ton conseiller »; without it such a fact stays in French."""
    texts: Mapping[str, tuple[PairSheet, ...]] = Field(default_factory=dict)
    """Pairs under the heading of their mission; a heading is there for the writer's eye alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """A French text of the edition that people read, and the heading it is translated under."""

    heading: str
    text: str


def told(draft: Draft) -> Iterator[Told]:
    """Every text that people read, once, in the order of the story."""
    seen: set[str] = set()
    for heading, text in _all_told(draft):
        if text.strip() not in seen:
            seen.add(text.strip())
            yield Told(heading, text.strip())


def _all_told(draft: Draft) -> Iterator[tuple[str, str]]:
    written = partial(map, lambda node: node.text)
    yield from ((PACK, text) for text in written(prose(draft.pack)))
    for mission in _in_order(draft):
        document = draft.missions[mission]
        yield from ((mission, text) for text in written(prose(document)))
        for step in document.root["steps"].each():
            scene = draft.scene(step["content"]["scene"].value)
            yield from ((mission, text) for text in (texts(scene.graph) if scene and scene.graph else ()))
    for offer in draft.offers.values():
        yield from ((OFFERS, text) for text in written(prose(offer)))
    yield from ((VALUES, text) for text in written(prose(draft.values)) if says_something(text))


def _in_order(draft: Draft) -> list[str]:
    days = draft.pack.root["days"].each()
    named = [one.text for day in days for one in day["missions"].each() if one.text in draft.missions]
    return list(dict.fromkeys([*named, *draft.missions]))


def says_something(text: str) -> bool:
    """Whether a text holds letters; « 12 € » is the same in every language."""
    return any(sign.isalpha() for sign in text)


def pairs(document: Document) -> Iterator[tuple[Node, Node]]:
    """Every French text of a language file with what stands for it."""
    for _, heading in document.root["texts"].pairs():
        for pair in heading.each():
            yield pair["fr"], pair["to"]


def placeholders(text: str) -> list[str]:
    """The `{names}` that are filled in when a text is shown."""
    return sorted(_PLACEHOLDER.findall(text))


def coverage(draft: Draft, document: Document) -> tuple[int, int]:
    """How many texts of the edition the language has, and how many there are."""
    given = {fr.text.strip() for fr, to in pairs(document) if to.text.strip()}
    every = [one.text for one in told(draft)]
    return sum(text in given for text in every), len(every)
