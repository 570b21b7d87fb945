"""What an author writes for a step played at the same instant."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Place(Content):
    """Where one part of the group stands: a room, a corner, a street; or only the name of a team."""

    id: Name
    name: Label


class Gesture(Content):
    """Something that every place can do: a gesture, a picture, a code."""

    id: Name
    text: Label


class Call(Content):
    """What one person tells the other places: which gesture, in words that have to be passed on."""

    id: Name
    text: Sentence
    answer: Name
    """The gesture's id."""


class Together(Content):
    """Places that make the same gesture at the same instant, once for each call."""

    intro: Sentence
    places: Annotated[tuple[Place, ...], Field(min_length=2, max_length=4)]
    gestures: Annotated[tuple[Gesture, ...], Field(min_length=2, max_length=8)]
    calls: Annotated[tuple[Call, ...], Field(min_length=1, max_length=6)]
    window: Annotated[int, Field(ge=10, le=300)] | None = 20
    """Seconds of game time between the first place and the last one; null: each place in its own time."""
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the calls rest on."""

    @model_validator(mode="after")
    def _ids_hold_together(self) -> Self:
        each_once((place.id for place in self.places), "places : l'id")
        each_once((gesture.id for gesture in self.gestures), "gestures : l'id")
        each_once((call.id for call in self.calls), "calls : l'id")
        known = {gesture.id for gesture in self.gestures}
        lost = next((call for call in self.calls if call.answer not in known), None)
        if lost is not None:
            raise ValueError(f"calls « {lost.id} », answer : « {lost.answer} » n'est l'id d'aucun geste.")
        return self

    @property
    def place_names(self) -> tuple[str, ...]:
        """The ids of the places, in the author's order."""
        return tuple(place.id for place in self.places)

    @property
    def call_names(self) -> tuple[str, ...]:
        """The ids of the calls, in the order in which they are played."""
        return tuple(call.id for call in self.calls)
