"""What an author writes for clauses."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Clause(Content):
    """One clause, true or trapped. Everyone sees its title, its holder alone reads its text."""

    id: Name
    title: Label
    text: Sentence
    keep: bool
    """Whether it may stay in the contract; false: it is a trap, and gets struck."""
    says: Sentence
    """Why, once somebody judged it, rightly or not."""


class Signature(Content):
    """The page that everyone present signs at the end."""

    title: Label
    lines: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=6)]


class Clauses(Content):
    """A contract with traps: each clause is read by its holder and judged by somebody else; then everyone signs."""

    intro: Sentence
    clauses: Annotated[tuple[Clause, ...], Field(min_length=2, max_length=12)]
    signature: Signature
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the verdicts rest on."""

    @model_validator(mode="after")
    def _clauses_hold_together(self) -> Self:
        each_once((clause.id for clause in self.clauses), "clauses : l'id")
        each_once((clause.title for clause in self.clauses), "clauses : le titre")
        if len({clause.keep for clause in self.clauses}) == 1:
            raise ValueError("clauses : écrivez au moins une clause à garder et une clause à rayer.")
        return self

    @property
    def clause_names(self) -> tuple[str, ...]:
        """The ids of the clauses, in the author's order."""
        return tuple(clause.id for clause in self.clauses)

    def clause(self, wanted: str) -> Clause | None:
        """The clause of that id."""
        return next((clause for clause in self.clauses if clause.id == wanted), None)
