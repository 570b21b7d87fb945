"""A scenario as the game plays it: a pack in one edition, compiled. Immutable from top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from game_server.core.ids import CharacterId, MissionId, OfferId, StepId


@dataclass(frozen=True, slots=True)
class Hint:
    """One rung of a help ladder, said by a character."""

    said_by: CharacterId
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a mission: its kind, that kind's content, and three hints offered when the group is stuck."""

    id: StepId
    kind: str
    title: str
    content: Any
    hints: tuple[Hint, ...]
    plan_b: str
    silence: float = 180.0
    """Seconds of game time without progress after which help is offered."""


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission of one day; its offer unlocks and its éclat is won when its last step is done."""

    id: MissionId
    title: str
    brief: str
    act: str
    """The human act that OPALE, or whatever the story fights, did not predict: said when the éclat is won."""
    offer: OfferId
    steps: tuple[Step, ...]
    minutes: int
    competences: tuple[str, ...] = ()
    """What it makes people practise: identify_needs, ask_for_help, formulate_expectations, trust_the_counsellor."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the scenario: what opens it, its missions in order, and what closes it."""

    number: int
    title: str
    opening: str
    closing: str
    opens: time
    closes: time
    missions: tuple[Mission, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A service offer of the Mission Locale as its card says it."""

    id: OfferId
    title: str
    family: str
    text: str
    facts: tuple[str, ...]
    path_step: int
    """Which of the five steps of a path it serves, 1 to 5: accueil, besoins, projet, essais, emploi ou formation."""
    who: str = ""
    """For whom it is, in one sentence."""


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody of the story, who speaks and gives hints."""

    id: CharacterId
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Language:
    """The story in another language; the game itself speaks the language of the pack alone."""

    name: str
    """What it calls itself."""
    dir: str
    """`ltr` or `rtl`."""
    texts: Mapping[str, str]
    """What stands for a text of the pack, word for word as it is shown; one that is missing is shown as it is."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A pack in one edition, compiled. Immutable; `fingerprint` is the hash of its files."""

    pack: str
    edition: int
    fingerprint: str
    title: str
    pitch: str
    days: tuple[Day, ...]
    offers: Mapping[OfferId, Offer]
    characters: Mapping[CharacterId, Character]
    flags: frozenset[str] = frozenset()
    languages: Mapping[str, Language] = field(default_factory=dict)
    """By code: `en`, `fr-facile`."""
    recordings: Mapping[str, str] = field(default_factory=dict)
    """The path of the file in which a text is heard."""

    def day(self, number: int) -> Day | None:
        """The day of that number, if the scenario has it."""
        return next((day for day in self.days if day.number == number), None)

    def mission(self, wanted: MissionId) -> Mission | None:
        """The mission of that id, on whatever day."""
        return next((mission for day in self.days for mission in day.missions if mission.id == wanted), None)

    def day_of(self, wanted: MissionId) -> Day | None:
        """The day that holds the mission of that id."""
        return next((day for day in self.days if any(mission.id == wanted for mission in day.missions)), None)
