"""What an author may write in the files of a pack. What kinds of steps ask for is checked by the kinds' own content models."""

import re
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
"""The id of a mission, an offer or a fact: lower-case letters without accents and digits, joined by hyphens."""
Flag = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,47}$")]
"""The name of a flag, as Ink writes it: lower-case letters without accents, digits and _."""
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=90)]
"""A title or a name."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
"""One to a few sentences."""
Mark = Literal["S", "V", "K"]
"""S: stable, settled by law or rule. V: varies by year or place. K: professional knowledge that a counsellor must confirm."""
Competence = Literal["identify_needs", "ask_for_help", "formulate_expectations", "trust_the_counsellor"]
"""What an adventure makes people practise: to know what they need, to ask for help, to say what they expect, to trust."""
Family = Literal[
    "emploi",
    "formation",
    "orientation",
    "santé",
    "logement",
    "mobilité",
    "citoyenneté",
    "ressources",
    "numérique",
    "culture-sport-loisirs",
    "accès aux droits",
]
Code = Literal[
    "EMPLOI",
    "PROJET_PROFESSIONNEL",
    "CULTURE_SPORT_LOISIRS",
    "CITOYENNETE",
    "FORMATION",
    "LOGEMENT",
    "SANTE",
    "NON_SNP",
]
"""The i-milo codes of an offer, as the State's own application writes them."""

_WALL_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def _wall_time(written: object) -> time:
    if isinstance(written, str) and _WALL_TIME.fullmatch(written):
        return time.fromisoformat(written)
    raise ValueError('Écrivez l’heure entre guillemets, comme "14:00".')


WallTime = Annotated[time, BeforeValidator(_wall_time)]


class Sheet(BaseModel):
    """A passage of a file; a field that is not foreseen is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CharacterSheet(Sheet):
    """Somebody of the story."""

    id: Slug
    name: Line
    role: Line


class DaySheet(Sheet):
    """A day and its missions, in order."""

    title: Line
    opens: WallTime
    closes: WallTime
    opening: Text
    closing: Text
    missions: tuple[Slug, ...] = ()


class PackSheet(Sheet):
    """`pack.yaml`."""

    title: Line
    pitch: Text
    language: Literal["fr"]
    characters: tuple[CharacterSheet, ...] = Field(min_length=1)
    flags: dict[Flag, Line] = {}
    """Each flag and what it means, for other authors."""
    days: tuple[DaySheet, ...] = Field(min_length=1)


class HintSheet(Sheet):
    """One rung of the ladder."""

    said_by: Slug
    text: Text


class StepSheet(Sheet):
    """One step of a mission."""

    kind: Slug
    title: Line
    content: dict[str, Any]
    hints: tuple[HintSheet, ...] = ()
    plan_b: str = ""
    silence: Annotated[float, Field(ge=30, le=1800)] = 180.0


class MissionSheet(Sheet):
    """`missions/<nn>-<slug>.yaml`."""

    title: Line
    brief: Text
    act: Text
    offer: Slug
    minutes: Annotated[int, Field(ge=5, le=120)]
    competences: tuple[Competence, ...] = ()
    """Those that the mission makes everybody practise; none when it is about something else."""
    steps: Annotated[tuple[StepSheet, ...], Field(min_length=1, max_length=4)]


class FactSheet(Sheet):
    """A true thing about an offer; `text` may hold `{value}`, taken from `values.yaml` under the key `value`."""

    id: Slug
    text: Text
    mark: Mark | None = None
    value: str | None = None
    as_of: date
    source: str = ""
    verified_by: Line | None = None
    verified_on: date | None = None


class OfferSheet(Sheet):
    """`offers/<slug>.yaml`."""

    id: Slug
    code: Code
    title: Line
    family: Family
    text: Text
    path_step: Annotated[int, Field(ge=1, le=5)]
    who: Text
    facts: Annotated[tuple[FactSheet, ...], Field(min_length=1)]


class ValueSheet(Sheet):
    """A value that varies by year or place."""

    value: Line
    as_of: date
    source: Line
    verified_by: Line | None = None
    verified_on: date | None = None
