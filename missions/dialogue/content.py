"""What a dialogue is made of. Authors write it in Ink; the pack's build compiles the knots to this graph."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once

Place = Annotated[str, Field(min_length=1, max_length=120)]
"""The id of a node or of a choice; the compiler derives it from the knot."""


class Line(Content):
    """One thing said by a character, or told when `by` is null."""

    by: Name | None = None
    text: Sentence


class Choice(Content):
    """One way to go on: where it leads and the flags of the pack it sets."""

    id: Place
    text: Label
    to: Place
    sets: Mapping[Name, bool] = Field(default_factory=dict)


class Node(Content):
    """What is said, then the choices; a node without choices ends the scene. `sets` are the flags that reaching it sets."""

    lines: tuple[Line, ...] = ()
    choices: Annotated[tuple[Choice, ...], Field(max_length=5)] = ()
    sets: Mapping[Name, bool] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _choices_differ(self) -> Self:
        each_once((choice.id for choice in self.choices), "choices : l'id")
        return self

    def choice(self, wanted: str) -> Choice | None:
        """The choice of that id."""
        return next((choice for choice in self.choices if choice.id == wanted), None)


class Start(Content):
    """Where the scene begins for a group whose flags stand as `when` says."""

    when: Mapping[Name, bool] = Field(default_factory=dict)
    node: Place


class Scene(Content):
    """A graph of nodes; the first start whose flags agree is taken, or the last one."""

    starts: Annotated[tuple[Start, ...], Field(min_length=1)]
    nodes: Annotated[Mapping[Place, Node], Field(min_length=1, max_length=2000)]

    @model_validator(mode="after")
    def _every_place_exists(self) -> Self:
        for place in self._named():
            if place not in self.nodes:
                raise ValueError(f"scene : le passage « {place} » n'existe pas.")
        if not any(node.choices for node in self.nodes.values()):
            raise ValueError("scene : il faut au moins un choix, pour que le groupe ait la parole.")
        self._must_end()
        return self

    def _named(self) -> Iterator[str]:
        yield from (start.node for start in self.starts)
        yield from (choice.to for node in self.nodes.values() for choice in node.choices)

    def _must_end(self) -> None:
        """Every node leads to an end; otherwise a group could talk for ever."""
        ending = {place for place, node in self.nodes.items() if not node.choices}
        found = ending
        while found:
            found = {
                place
                for place, node in self.nodes.items()
                if place not in ending and any(choice.to in ending for choice in node.choices)
            }
            ending = ending | found
        stuck = next((place for place in self.nodes if place not in ending), None)
        if stuck is not None:
            raise ValueError(f"scene : depuis « {stuck} », aucun choix ne mène à une fin.")

    def start(self, flags: Mapping[str, bool]) -> str:
        """The node where a group with these flags begins."""
        agreeing = (
            start.node
            for start in self.starts
            if all(flags.get(flag, False) == value for flag, value in start.when.items())
        )
        return next(agreeing, self.starts[-1].node)


class Dialogue(Content):
    """A scene in which the group has one voice: it votes at each choice."""

    scene: Scene
