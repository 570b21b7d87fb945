"""What every kind's content model shares: how strict it is, how a text is measured, how an example is read."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints
from ruamel.yaml import YAML

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
"""One to a few sentences that are read or heard on a phone."""
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
"""A few words on a button or a row."""
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,47}$")]
"""The id of something in a content: lower-case letters, digits, - and _."""


class Content(BaseModel):
    """A content model: frozen, and an unknown field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Model = TypeVar("Model", bound=Content)


def read_example(folder: str, model: type[Model]) -> Model:
    """The content of `example.yaml`, beside the file whose `__file__` is given. Raises pydantic's ValidationError."""
    text = Path(folder).with_name("example.yaml").read_text(encoding="utf-8")
    return model.model_validate(YAML(typ="safe", pure=True).load(text))


def each_once(ids: Iterable[str], what: str) -> None:
    """Raise ValueError, in the author's French, when an id stands twice."""
    twice = [one for one, times in Counter(ids).items() if times > 1]
    if twice:
        raise ValueError(f"{what} « {twice[0]} » est écrit deux fois : donnez un id différent à chacun.")
