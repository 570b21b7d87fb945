"""The shape of every JSON body: nothing unexpected in it, and no sign that a store could not keep."""

import math
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

DEEPEST = 16
UNKEPT = "\0"
HIGHEST_COUNTER = 2**62

Short = Annotated[str, StringConstraints(max_length=120)]
"""A code, an id, a name: its use case says more."""
Text = Annotated[str, StringConstraints(max_length=2000)]
Counter = Annotated[int, Field(ge=0, lt=HIGHEST_COUNTER)]


class Body(BaseModel):
    """What a page sends: known fields only, each text storable."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _can_be_kept(cls, value: Any) -> Any:
        check(value)
        return value


class Answer(BaseModel):
    """What a page gets."""

    model_config = ConfigDict(frozen=True)


class Done(Answer):
    """It is done, and there is nothing more to say."""

    done: bool = True


def check(value: Any, depth: int = 0) -> None:
    """Raise ValueError for what JSON may carry and PostgreSQL may not: NUL, half a surrogate pair, NaN, endless nesting."""
    if depth > DEEPEST:
        raise ValueError("too deep")
    if isinstance(value, str):
        if UNKEPT in value or any("\ud800" <= sign <= "\udfff" for sign in value):
            raise ValueError("a sign that cannot be kept")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("not a number")
    elif isinstance(value, dict):
        for key, one in value.items():
            check(key, depth + 1)
            check(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            check(one, depth + 1)
