"""What an author writes for a riddle."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from missions.authoring import Content, Label, Name, Sentence
from missions.riddle.french import Near, code_of, fold, judge


class NearMiss(Content):
    """A wrong answer that the author saw coming, and the sentence that sends back to the right trail."""

    text: Label
    says: Sentence


class Riddle(Content):
    """A question with a typed answer; `clues` are dealt to those present, so that they talk to each other."""

    question: Sentence
    clues: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=12)]
    accepted: Annotated[tuple[Label, ...], Field(min_length=1, max_length=60)]
    """The first one is shown as the solution."""
    code: bool = False
    """The answer is a code: its digits in their order, and nothing near it counts."""
    near: Annotated[tuple[NearMiss, ...], Field(max_length=30)] = ()
    after: Sentence
    facts: tuple[Name, ...] = ()
    """Ids of the facts the answer rests on."""

    @model_validator(mode="after")
    def _answers_can_be_read(self) -> Self:
        for one in self.accepted:
            if self.code and code_of(one) is None:
                raise ValueError(f"accepted : « {one} » n'est pas un code. Écrivez seulement des chiffres.")
            if not fold(one):
                raise ValueError(f"accepted : « {one} » ne contient ni lettre ni chiffre.")
        return self

    @model_validator(mode="after")
    def _near_misses_are_not_right(self) -> Self:
        for one in self.near:
            if judge(one.text, self.accepted, (), self.code).kind == "right":
                raise ValueError(f"near : « {one.text} » est déjà une bonne réponse. Retirez-la de near ou d'accepted.")
        return self

    @property
    def slips(self) -> tuple[Near, ...]:
        """The near misses as the judge takes them."""
        return tuple(Near(one.text, one.says) for one in self.near)
