"""What an author writes for a relay."""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once

CodePart = Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{1,6}$")]
"""What is engraved on a link: digits and capitals without accents."""


class Choice(Content):
    """One answer to a link's challenge; `says` tells where to look again when it is not the right one."""

    id: Name
    text: Label
    says: Sentence | None = None


class Gift(Content):
    """What who solved a link receives: a part of the key, and a clue that the other phones never show."""

    code: CodePart
    clue: Sentence


class Link(Content):
    """One small challenge: the seat that holds it solves it alone, then passes what it gives."""

    id: Name
    prompt: Sentence
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=6)]
    answer: Name
    gives: Gift

    @model_validator(mode="after")
    def _choices_hold_together(self) -> Self:
        each_once((choice.id for choice in self.choices), f"links « {self.id} », choices : l'id")
        if self.choice(self.answer) is None:
            raise ValueError(f"links « {self.id} », answer : « {self.answer} » n'est l'id d'aucun choix.")
        mute = next((one.id for one in self.choices if one.says is None and one.id != self.answer), None)
        if mute is not None:
            raise ValueError(f"links « {self.id} » : il manque says à « {mute} ». Dites à la personne où regarder.")
        return self

    def choice(self, wanted: str) -> Choice | None:
        """The choice of that id."""
        return next((choice for choice in self.choices if choice.id == wanted), None)


class Key(Content):
    """The key that the parts make once they stand in the right order."""

    question: Sentence
    accepted: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{2,72}$")]


class Relay(Content):
    """Links that each one solves, and the key that they make together."""

    intro: Sentence
    links: Annotated[tuple[Link, ...], Field(min_length=2, max_length=12)]
    key: Key
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the answers rest on."""

    @model_validator(mode="after")
    def _links_make_the_key(self) -> Self:
        each_once((link.id for link in self.links), "links : l'id")
        each_once((link.gives.code for link in self.links), "links, gives : le code")
        if not makes(self.key.accepted, [link.gives.code for link in self.links]):
            raise ValueError(f"key.accepted : « {self.key.accepted} » ne se fait pas avec chaque code une fois.")
        return self

    @property
    def link_names(self) -> tuple[str, ...]:
        """The ids of the links, in the author's order."""
        return tuple(link.id for link in self.links)

    def link(self, wanted: str) -> Link | None:
        """The link of that id."""
        return next((link for link in self.links if link.id == wanted), None)


def makes(code: str, parts: Sequence[str]) -> bool:
    """Whether the parts, each once and in some order, make the code."""
    if not parts:
        return not code
    return any(
        code.startswith(part) and makes(code[len(part) :], [*parts[:place], *parts[place + 1 :]])
        for place, part in enumerate(parts)
    )
