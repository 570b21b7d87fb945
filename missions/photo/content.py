"""What an author writes for a proof by an object: a picture of things, seen by another's own eyes, looked at later."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Reason(Content):
    """Why a photo may be asked for again, kindly: the sentence that its sender alone reads."""

    id: Name
    text: Sentence


REASONS = (
    Reason(id="someone", text="On voit quelqu’un. Tu peux la refaire sans visage\u00a0?"),
    Reason(id="address", text="On peut lire un nom ou une adresse. Tu peux la refaire sans\u00a0?"),
    Reason(id="blurred", text="On ne voit pas bien. Tu peux la refaire de plus près, ou avec plus de lumière\u00a0?"),
    Reason(id="incomplete", text="Il manque une chose de la liste. Tu peux en refaire une avec tout\u00a0?"),
)
"""What the kind proposes."""


class Photo(Content):
    """Things to put in a picture, never a person; whoever cannot or will not take one describes or draws."""

    ask: Sentence
    checklist: Annotated[tuple[Label, ...], Field(min_length=1, max_length=5)]
    redo_reasons: Annotated[tuple[Reason, ...], Field(min_length=1, max_length=8)] = REASONS
    drawing: bool = True
    """« Je décris ou je dessine » is offered beside the photo."""
    after: Sentence

    @model_validator(mode="after")
    def _reasons_differ(self) -> Self:
        each_once((reason.id for reason in self.redo_reasons), "redo_reasons : l'id")
        return self
