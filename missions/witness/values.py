"""The actions, events and state of a crossed evaluation. Chosen facts only: one's own words are stored elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue


@dataclass(frozen=True, slots=True)
class ChooseOwn(KindValue):
    """A seat chooses a fact about itself, again to change it."""

    fact: str


@dataclass(frozen=True, slots=True)
class Recognise(KindValue):
    """A seat tells a fact about the one dealt to it; naming that seat keeps a late tap from going to another."""

    seat: SeatId
    fact: str


@dataclass(frozen=True, slots=True)
class MoreTime(KindValue):
    """Somebody puts the limit off."""


@dataclass(frozen=True, slots=True)
class Told(KindValue):
    """Told from outside: this seat's own words are in its private store."""


@dataclass(frozen=True, slots=True)
class WitnessOpened(KindValue):
    """Each one gets somebody to tell of; nobody is alone in the room."""

    about: Mapping[SeatId, SeatId]


@dataclass(frozen=True, slots=True)
class PeersDealt(KindValue):
    """Of whom each one tells, now that somebody came or left."""

    about: Mapping[SeatId, SeatId]


@dataclass(frozen=True, slots=True)
class OwnChosen(KindValue):
    """A seat chose a fact about itself at `played`."""

    seat: SeatId
    fact: str
    played: float


@dataclass(frozen=True, slots=True)
class PeerRecognised(KindValue):
    """A seat told a fact about another at `played`."""

    by: SeatId
    seat: SeatId
    fact: str
    played: float


@dataclass(frozen=True, slots=True)
class WordsKept(KindValue):
    """A seat put its own words away."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class TimeGiven(KindValue):
    """The limit starts again from `played`."""

    played: float


@dataclass(frozen=True, slots=True)
class WitnessClosed(KindValue):
    """It is over; `added` is the tutor's fact for each one."""

    added: Mapping[SeatId, str]


@dataclass(frozen=True, slots=True)
class Given(KindValue):
    """A fact told about a seat, by another or by the tutor when `by` is None."""

    by: SeatId | None
    seat: SeatId
    fact: str


@dataclass(frozen=True, slots=True)
class WitnessState(KindValue):
    """`about` says of whom each one tells; `last` is the game time of the latest gesture, 0 before the first."""

    about: Mapping[SeatId, SeatId]
    own: Mapping[SeatId, str] = field(default_factory=dict)
    given: tuple[Given, ...] = ()
    told: tuple[SeatId, ...] = ()
    last: float = 0.0
    closed: bool = False

    @property
    def givers(self) -> frozenset[SeatId]:
        """Who has told of another."""
        return frozenset(one.by for one in self.given if one.by is not None)
