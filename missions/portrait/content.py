"""What an author writes for the portrait: which questions, and under which edition the answers are kept."""

import json
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Question(Content):
    """One more precise thing of a family: a wish or a project, never a state of health, handicap or justice."""

    id: Name
    text: Sentence


class Gate(Content):
    """The first question of a family: « pas maintenant » leaves the others closed."""

    text: Sentence


class Family(Content):
    """One side of life."""

    id: Name
    name: Label
    gate: Gate
    details: Annotated[tuple[Question, ...], Field(max_length=6)] = ()


@cache
def own_families() -> list[dict[str, Any]]:
    """The eleven families of the kind's own words, from `texts/families.fr.json`."""
    text = Path(__file__).with_name("texts").joinpath("families.fr.json").read_text(encoding="utf-8")
    families: list[dict[str, Any]] = json.loads(text)
    return families


class Portrait(Content):
    """A private portrait: what one would like to talk about, to know more about, or to leave for now."""

    intro: Sentence
    edition: Name
    """The name under which the answers are kept: another one for another moment."""
    compared_with: Name | None = None
    """The edition whose bars are shown beside these."""
    families: Annotated[tuple[Family, ...], Field(min_length=1, max_length=12)] = Field(
        default_factory=lambda: tuple(Family.model_validate(one) for one in own_families())
    )
    after: Sentence

    @model_validator(mode="after")
    def _ids_hold_together(self) -> Self:
        each_once((family.id for family in self.families), "families : l'id")
        for family in self.families:
            each_once(("gate", *(one.id for one in family.details)), f"details de « {family.id} » : l'id")
        if self.compared_with == self.edition:
            raise ValueError("compared_with : c'est la même édition. Donnez le nom d'une édition d'avant.")
        return self
