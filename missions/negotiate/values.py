"""The actions, events and state of a negotiation. Times are game seconds; a proposal is one option id for each dimension."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands


@dataclass(frozen=True, slots=True)
class Propose(KindValue):
    """A seat puts a proposal on the table."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accept(KindValue):
    """« On peut vivre avec »: for a constraint this seat holds; naming the proposal keeps a late tap from another one."""

    constraint: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refuse(KindValue):
    """« Pas possible »: for a constraint this seat holds, about that proposal."""

    constraint: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NegotiationOpened(KindValue):
    """The constraints are dealt; `alone` is the only seat present, for whom characters answer."""

    hands: Hands
    alone: SeatId | None


@dataclass(frozen=True, slots=True)
class ConstraintsDealt(KindValue):
    """The constraints went to those present, or somebody is alone now, or no longer."""

    hands: Hands
    alone: SeatId | None


@dataclass(frozen=True, slots=True)
class ProposalMade(KindValue):
    """A proposal is on the table; the answers to the one before are forgotten."""

    options: tuple[str, ...]
    seat: SeatId


@dataclass(frozen=True, slots=True)
class ConstraintAccepted(KindValue):
    """Who holds a constraint, or a character when `seat` is None, can live with the proposal."""

    constraint: str
    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class ConstraintRefused(KindValue):
    """Who holds a constraint, or a character when `seat` is None, cannot; only `proposer` pauses."""

    constraint: str
    seat: SeatId | None
    proposer: SeatId
    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class AgreementReached(KindValue):
    """Everyone can live with it; `by_character` when nobody else was there to say so."""

    by_character: bool


@dataclass(frozen=True, slots=True)
class NegotiationClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class Pause(KindValue):
    """A seat leaves the next proposal to others: `seconds` long, until `until` (game time)."""

    seconds: int
    until: float


@dataclass(frozen=True, slots=True)
class Proposal(KindValue):
    """What is on the table, who put it there, and what was answered, by constraint."""

    options: tuple[str, ...]
    seat: SeatId
    answers: Mapping[str, bool] = field(default_factory=dict)
    voices: tuple[SeatId, ...] = ()
    """The seats that answered."""

    @property
    def refused(self) -> bool:
        """Whether somebody could not live with it."""
        return not all(self.answers.values())


@dataclass(frozen=True, slots=True)
class NegotiateState(KindValue):
    """`tried` are the proposals that somebody could not live with, in order."""

    hands: Hands
    alone: SeatId | None = None
    proposal: Proposal | None = None
    tried: tuple[tuple[str, ...], ...] = ()
    pauses: Mapping[SeatId, Pause] = field(default_factory=dict)
    agreed: bool = False
    by_character: bool = False
    closed: bool = False
