"""What an author writes for cards to be placed."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Slot(Content):
    """Where cards go: a rank, a door, a spot on the bench."""

    id: Name
    name: Label


class Card(Content):
    """One card. Everyone sees its title, its holder alone reads its text, and somebody else places it."""

    id: Name
    title: Label
    text: Sentence
    accepted: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Ids of the slots where it is right."""
    says: Sentence
    """What to look at again when it comes back."""
    wrong: Mapping[Name, Sentence] = Field(default_factory=dict)
    """Another sentence than `says`, by the slot it comes back from."""


class Place(Content):
    """Cards that are put in order, sorted or assembled; nobody places a card that they hold."""

    intro: Sentence
    mode: Literal["order", "sort", "assemble"]
    """`order` and `assemble`: one card for each slot. `sort`: as many as belong there."""
    question: Sentence
    slots: Annotated[tuple[Slot, ...], Field(min_length=2, max_length=12)]
    cards: Annotated[tuple[Card, ...], Field(min_length=2, max_length=12)]
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the places rest on."""

    @model_validator(mode="after")
    def _ids_hold_together(self) -> Self:
        each_once((slot.id for slot in self.slots), "slots : l'id")
        each_once((card.id for card in self.cards), "cards : l'id")
        each_once((card.title for card in self.cards), "cards : le titre")
        known = {slot.id for slot in self.slots}
        for card in self.cards:
            lost = {*card.accepted, *card.wrong} - known
            if lost:
                raise ValueError(f"cards « {card.id} » : « {min(lost)} » n'est l'id d'aucun emplacement (slots).")
        return self

    @model_validator(mode="after")
    def _every_card_has_room(self) -> Self:
        if self.mode == "sort":
            return self
        where = Counter(card.accepted for card in self.cards)
        if len(self.slots) != len(self.cards) or any(len(slots) > 1 or many > 1 for slots, many in where.items()):
            raise ValueError(f"cards : en mode {self.mode}, chaque emplacement attend une carte, et une seule.")
        return self

    @property
    def card_names(self) -> tuple[str, ...]:
        """The ids of the cards, in the author's order."""
        return tuple(card.id for card in self.cards)

    def card(self, wanted: str) -> Card | None:
        """The card of that id."""
        return next((card for card in self.cards if card.id == wanted), None)
