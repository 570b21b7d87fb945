"""What an author writes for an escape room: a scene for one explorer, and manuals for everyone else."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once
from missions.room.way_out import way_out

WHOLE = 100
Percent = Annotated[int, Field(ge=0, le=100)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,8}$")]
"""What is dialled: capital letters and digits."""


class Lock(Content):
    """What an object needs before it opens: a code that the manuals tell, or an item found elsewhere."""

    code: Code | None = None
    item: Name | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.code is None) == (self.item is None):
            raise ValueError("needs : écrivez code ou item, l'un des deux.")
        return self


class Thing(Content):
    """One thing of the scene, in per cent of the picture from its top left corner.

    `look` is told when it is examined, `then` when it opens; without `needs` it opens as it is examined. What it `reveals`
    cannot be seen before.
    """

    id: Name
    name: Label
    x: Percent
    y: Percent
    w: Annotated[int, Field(ge=8, le=100)]
    h: Annotated[int, Field(ge=8, le=100)]
    look: Sentence
    needs: Lock | None = None
    then: Sentence | None = None
    gives: Name | None = None
    reveals: tuple[Name, ...] = ()
    exit: bool = False

    @model_validator(mode="after")
    def _is_a_whole(self) -> Self:
        if self.x + self.w > WHOLE or self.y + self.h > WHOLE:
            raise ValueError(f"objects : « {self.id} » sort de l'image. x + w et y + h vont jusqu'à 100.")
        if self.needs is not None and self.then is None:
            raise ValueError(f"objects : il manque then à « {self.id} ». Dites ce qui se passe quand il s'ouvre.")
        return self


class Scene(Content):
    """What the explorer stands in: what is seen on entering, and the things that can be examined."""

    start: Sentence
    objects: Annotated[tuple[Thing, ...], Field(min_length=2, max_length=12)]


class Item(Content):
    """Something that fits in a pocket."""

    id: Name
    name: Label
    text: Sentence


class Manual(Content):
    """One page for the control room. A code that stands between « » is one that the bots can try."""

    id: Name
    title: Label
    text: Sentence


class Room(Content):
    """A scene that one explorer sees, manuals that the others hold, and codes that pass by voice."""

    scene: Scene
    items: Annotated[tuple[Item, ...], Field(max_length=8)] = ()
    manuals: Annotated[tuple[Manual, ...], Field(min_length=1, max_length=12)]
    turn_seconds: Annotated[int, Field(ge=120, le=1800)] | None = 240
    """Seconds of game time after which somebody else explores; null: the torch passes by hand only."""
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the codes rest on."""

    @model_validator(mode="after")
    def _can_be_left(self) -> Self:
        things = self.scene.objects
        each_once((thing.id for thing in things), "objects : l'id")
        each_once((item.id for item in self.items), "items : l'id")
        each_once((manual.id for manual in self.manuals), "manuals : l'id")
        mistake = way_out(things, {item.id for item in self.items})
        if mistake:
            raise ValueError(mistake)
        return self

    @property
    def manual_names(self) -> tuple[str, ...]:
        """The ids of the manuals, in the author's order."""
        return tuple(manual.id for manual in self.manuals)

    def thing(self, wanted: str) -> Thing | None:
        """The object of that id."""
        return next((thing for thing in self.scene.objects if thing.id == wanted), None)
