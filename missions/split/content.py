"""What an author writes for split information."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Piece(Content):
    """One piece: only the seat that holds it reads it, and says it aloud."""

    id: Name
    text: Sentence


class Option(Content):
    """One thing the group may choose; `says` tells where to look again when it is not the right one."""

    id: Name
    text: Label
    says: Sentence | None = None


class Split(Content):
    """Pieces that only make sense together, and one choice that rests on all of them."""

    intro: Sentence
    pieces: Annotated[tuple[Piece, ...], Field(min_length=2, max_length=12)]
    question: Sentence
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]
    answer: Name
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the answer rests on."""

    @model_validator(mode="after")
    def _ids_hold_together(self) -> Self:
        each_once((piece.id for piece in self.pieces), "pieces : l'id")
        each_once((option.id for option in self.options), "options : l'id")
        if self.answer not in {option.id for option in self.options}:
            raise ValueError(f"answer : « {self.answer} » n'est l'id d'aucune option.")
        mute = next((option.id for option in self.options if option.says is None and option.id != self.answer), None)
        if mute is not None:
            raise ValueError(f"options : il manque says à « {mute} ». Dites au groupe où regarder de nouveau.")
        return self

    @property
    def piece_names(self) -> tuple[str, ...]:
        """The ids of the pieces, in the author's order."""
        return tuple(piece.id for piece in self.pieces)

    def option(self, wanted: str) -> Option | None:
        """The option of that id."""
        return next((option for option in self.options if option.id == wanted), None)
