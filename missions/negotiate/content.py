"""What an author writes for a negotiation."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once

MOST_CONSTRAINTS = 12


class Option(Content):
    """One thing that can be proposed about a dimension."""

    id: Name
    text: Label


class Dimension(Content):
    """One thing to agree on: the day, the price, who pays."""

    id: Name
    name: Label
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]


class Constraint(Content):
    """What a side cannot do without; only the seat that holds it knows."""

    id: Name
    text: Sentence
    accepted: Annotated[Mapping[Name, tuple[Name, ...]], Field(min_length=1)]
    """Options by dimension. A proposal respects the constraint when it takes one of them in at least one dimension."""
    says: Sentence
    """Why it is not possible, told to the holder alone when a proposal does not respect it."""

    def allows(self, options: Sequence[str]) -> bool:
        """Whether a proposal, one option for each dimension, respects it."""
        return any(option in options for wanted in self.accepted.values() for option in wanted)


class Side(Content):
    """One party to the agreement; its constraints are dealt one by one."""

    id: Name
    name: Label
    wants: Sentence | None = None
    """What it would like best, known to everyone."""
    constraints: Annotated[tuple[Constraint, ...], Field(min_length=1, max_length=4)]


class Negotiate(Content):
    """Sides with hidden constraints, and an agreement that all of them can live with."""

    intro: Sentence
    sides: Annotated[tuple[Side, ...], Field(min_length=2, max_length=6)]
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1, max_length=4)]
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the constraints rest on."""

    @model_validator(mode="after")
    def _ids_hold_together(self) -> Self:
        each_once((side.id for side in self.sides), "sides : l'id")
        each_once((one.id for one in self.constraints), "constraints : l'id")
        each_once((one.id for one in self.dimensions), "dimensions : l'id")
        each_once((option.id for one in self.dimensions for option in one.options), "options : l'id")
        if len(self.constraints) > MOST_CONSTRAINTS:
            raise ValueError(f"constraints : il y en a plus de {MOST_CONSTRAINTS} en tout.")
        known = {one.id: {option.id for option in one.options} for one in self.dimensions}
        for constraint in self.constraints:
            for dimension, options in constraint.accepted.items():
                if not options or not set(options) <= known.get(dimension, set()):
                    raise ValueError(f"« {constraint.id} », accepted : « {dimension} » nomme une option inconnue.")
        return self

    @model_validator(mode="after")
    def _an_agreement_exists(self) -> Self:
        every = self.proposals
        for one in self.constraints:
            if all(one.allows(options) for options in every):
                raise ValueError(f"« {one.id} » n'empêche rien : il y a toujours un accord. Resserrez accepted.")
        if not any(all(one.allows(options) for one in self.constraints) for options in every):
            raise ValueError("sides : aucune proposition ne respecte toutes les contraintes. Desserrez-en une.")
        return self

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """Every constraint, side after side."""
        return tuple(one for side in self.sides for one in side.constraints)

    @property
    def constraint_names(self) -> tuple[str, ...]:
        """The ids of the constraints, side after side."""
        return tuple(one.id for one in self.constraints)

    @property
    def proposals(self) -> tuple[tuple[str, ...], ...]:
        """Every possible proposal: one option for each dimension, in the author's order."""
        return tuple(product(*((option.id for option in one.options) for one in self.dimensions)))

    def constraint(self, wanted: str) -> Constraint | None:
        """The constraint of that id."""
        return next((one for one in self.constraints if one.id == wanted), None)

    def side_of(self, constraint: str) -> Side:
        """The side that a constraint belongs to. Raises StopIteration when there is no such constraint."""
        return next(side for side in self.sides if constraint in {one.id for one in side.constraints})
