"""What an author writes for a place in the town: always three ways to say « on y est », and a plan B."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once
from missions.station.words import fold

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{6,16}$")]
"""What the address of the QR code carries, and what stands in letters under it."""


class Position(Content):
    """Where the place is, in degrees, and how near is near enough, in metres. Compared on the phone alone."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    radius_m: Annotated[int, Field(ge=20, le=500)]


class Option(Content):
    """One answer to the question of plan B; `says` tells where to look again when it is not the right one."""

    id: Name
    text: Label
    says: Sentence | None = None


class PlanB(Content):
    """The same moment without going there: a question that the clue or a plan answers."""

    question: Sentence
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]
    answer: Name

    @model_validator(mode="after")
    def _ids_hold_together(self) -> Self:
        each_once((option.id for option in self.options), "plan_b.options : l'id")
        if self.answer not in {option.id for option in self.options}:
            raise ValueError(f"plan_b.answer : « {self.answer} » n'est l'id d'aucune option.")
        mute = next((option.id for option in self.options if option.says is None and option.id != self.answer), None)
        if mute is not None:
            raise ValueError(f"plan_b.options : il manque says à « {mute} ». Dites au groupe où regarder de nouveau.")
        return self

    def option(self, wanted: str) -> Option | None:
        """The option of that id."""
        return next((option for option in self.options if option.id == wanted), None)


class Station(Content):
    """A place that the group finds: by the QR code's address, by a word read on site, or by the phone's own position."""

    place: Label
    clue: Sentence
    code: Code
    words: Annotated[tuple[Label, ...], Field(min_length=1, max_length=12)]
    """Words that can be read on site; each is accepted, whatever its capitals, accents and article."""
    position: Position | None = None
    plan_b: PlanB
    pieces: Annotated[tuple[Sentence, ...], Field(max_length=6)] = ()
    """What the place tells once two people are there; the next step may need it."""
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the answer of plan B rests on."""

    @model_validator(mode="after")
    def _words_can_be_read(self) -> Self:
        each_once((fold(word) for word in self.words), "words : le mot")
        if not all(fold(word) for word in self.words):
            raise ValueError("words : il faut au moins une lettre ou un chiffre dans chaque mot.")
        return self
