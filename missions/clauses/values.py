"""The actions, events and state of clauses. Times are game seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands

KEEP, STRIKE = "keep", "strike"


@dataclass(frozen=True, slots=True)
class Read(KindValue):
    """« Je l'ai lue »: a clause this seat holds."""

    clause: str


@dataclass(frozen=True, slots=True)
class Judge(KindValue):
    """A seat judges a clause that somebody else read out: "keep" or "strike"."""

    clause: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Sign(KindValue):
    """A seat signs the contract of the game."""


@dataclass(frozen=True, slots=True)
class ClausesOpened(KindValue):
    """The clauses are dealt; `alone` is the only seat present, with whom a character holds them."""

    hands: Hands
    alone: SeatId | None


@dataclass(frozen=True, slots=True)
class ClausesDealt(KindValue):
    """The clauses went to those present, or somebody is alone now, or no longer."""

    hands: Hands
    alone: SeatId | None


@dataclass(frozen=True, slots=True)
class ClauseRead(KindValue):
    """A clause was read out by the seat that holds it."""

    clause: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class ClauseJudged(KindValue):
    """Somebody who does not hold it judged a clause rightly."""

    clause: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class ClauseMissed(KindValue):
    """A judgement that was not the one; its seat pauses."""

    clause: str
    seat: SeatId
    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class ContractSigned(KindValue):
    """A seat signed."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class ContractConcluded(KindValue):
    """Everyone present has signed; with who is alone a character has."""

    by_character: bool


@dataclass(frozen=True, slots=True)
class ClausesClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class Pause(KindValue):
    """A seat leaves the next judgement to others: `seconds` long, until `until` (game time)."""

    seconds: int
    until: float


@dataclass(frozen=True, slots=True)
class ClausesState(KindValue):
    """`read` and `judged` stay with the clauses, whoever holds them; `missed` are those that were judged wrongly once."""

    hands: Hands
    alone: SeatId | None = None
    read: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    pauses: Mapping[SeatId, Pause] = field(default_factory=dict)
    signed: tuple[SeatId, ...] = ()
    concluded: bool = False
    by_character: bool = False
    closed: bool = False
