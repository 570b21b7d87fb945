"""What is said and kept of bravos."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game_server.core.ids import CharacterId, SeatId
from game_server.core.mission_kind import KindValue
from rewards.sentences import sentences

TEXTS: Mapping[str, str] = sentences("bravos")["bravos"]
"""The fixed list: the id of a bravo, and what it says."""
WAS_HERE = "here"
"""The one that is true of whoever came: what a character gives."""


@dataclass(frozen=True, slots=True)
class Give(KindValue):
    """A player gives a bravo of the list to another seat."""

    to: SeatId
    bravo: str


@dataclass(frozen=True, slots=True)
class Given(KindValue):
    """Somebody gave a bravo to another on that day."""

    day: int
    by: SeatId
    to: SeatId
    bravo: str


@dataclass(frozen=True, slots=True)
class GivenByCharacter(KindValue):
    """At the end of the day a character gave one to somebody who came and had none."""

    day: int
    to: SeatId
    character: CharacterId | None
    bravo: str


@dataclass(frozen=True, slots=True)
class Bravo(KindValue):
    """One bravo: from a seat or a character, to a seat."""

    day: int
    to: SeatId
    bravo: str
    by: SeatId | None = None
    character: CharacterId | None = None


@dataclass(frozen=True, slots=True)
class Bravos(KindValue):
    """Every bravo, in the order of giving."""

    given: tuple[Bravo, ...] = ()

    def of(self, seat: SeatId) -> Sequence[Mapping[str, Any]]:
        """Those of one person: [{"day", "text"}]."""
        return [{"day": one.day, "text": TEXTS[one.bravo]} for one in self.given if one.to == seat]
