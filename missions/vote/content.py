"""What an author writes for a vote."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Option(Content):
    """One thing to vote for: what happens when it wins, and the flags of the pack it sets."""

    id: Name
    text: Label
    outcome: Sentence
    sets: Mapping[Name, bool] = Field(default_factory=dict)


class Tie(Content):
    """How the story decides when the second round is a tie: for one option, or by chance among the first ones."""

    option: Name | None = None
    says: Sentence


class Vote(Content):
    """A secret vote in two rounds, with a talk between them."""

    question: Sentence
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]
    tie: Tie
    talk: Sentence
    """What the group talks about before the second round."""
    silence: Annotated[int, Field(ge=120, le=3600)] | None = 600
    """Seconds of game time without a ballot after which a round with ballots closes by itself; null: it never does."""

    @model_validator(mode="after")
    def _ids_hold_together(self) -> Self:
        each_once((option.id for option in self.options), "options : l'id")
        if self.tie.option is not None and self.option(self.tie.option) is None:
            raise ValueError(f"tie.option : « {self.tie.option} » n'est l'id d'aucune option.")
        return self

    def option(self, wanted: str | None) -> Option | None:
        """The option of that id."""
        return next((option for option in self.options if option.id == wanted), None)
