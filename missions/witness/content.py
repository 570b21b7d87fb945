"""What an author writes for a crossed evaluation: facts that can be seen, recognised by oneself, a peer and a tutor."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence, each_once


class Fact(Content):
    """One kind act that anybody could have seen, written to follow a first name: « a demandé une reformulation »."""

    id: Name
    text: Label


class Seen(Content):
    """A fact that the tutor may add, when the group's flag is true; without `flag`, always."""

    fact: Name
    flag: Name | None = None


class Tutor(Content):
    """The character who adds one fact for each one."""

    character: Name
    says: Sentence
    saw: Annotated[tuple[Seen, ...], Field(min_length=1, max_length=12)]


class Witness(Content):
    """One observed fact chosen by oneself, one told by a peer, one added by the tutor."""

    intro: Sentence
    facts: Annotated[tuple[Fact, ...], Field(min_length=4, max_length=24)]
    tutor: Tutor
    own_words: bool = True
    """Each one may add a sentence of one's own, which nobody else ever reads."""
    silence: Annotated[int, Field(ge=120, le=3600)] | None = 600
    """Seconds of game time without a gesture after which the step closes by itself; null: it never does."""
    after: Sentence

    @model_validator(mode="after")
    def _facts_hold_together(self) -> Self:
        each_once((fact.id for fact in self.facts), "facts : l'id")
        strange = [one.fact for one in self.tutor.saw if self.fact(one.fact) is None]
        if strange:
            raise ValueError(f"tutor.saw : « {strange[0]} » n'est l'id d'aucun fait de facts.")
        if all(one.flag for one in self.tutor.saw):
            raise ValueError(
                "tutor.saw : il manque un fait sans flag. La tutrice doit toujours avoir quelque chose à dire."
            )
        return self

    def fact(self, wanted: str) -> Fact | None:
        """The fact of that id."""
        return next((fact for fact in self.facts if fact.id == wanted), None)
