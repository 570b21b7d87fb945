"""The actions, events and state of a vote. Times are game seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue


@dataclass(frozen=True, slots=True)
class Cast(KindValue):
    """A seat votes, or changes its vote, in that round; naming the round keeps a late tap out of the next one."""

    option: str
    round: int


@dataclass(frozen=True, slots=True)
class MoreTime(KindValue):
    """Somebody wants to talk a little longer: the round's silence is counted again from now."""


@dataclass(frozen=True, slots=True)
class VoteOpened(KindValue):
    """The first round begins."""


@dataclass(frozen=True, slots=True)
class BallotCast(KindValue):
    """A seat voted."""

    seat: SeatId
    option: str
    played: float


@dataclass(frozen=True, slots=True)
class TimeGiven(KindValue):
    """The silence is counted again from `played`."""

    played: float


@dataclass(frozen=True, slots=True)
class RoundClosed(KindValue):
    """A round is over; the second one names the group's choice, and whether the story had to decide."""

    choice: str | None = None
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Round(KindValue):
    """A closed round: how many voted, and how many for each option when at least three did."""

    voters: int
    counts: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class VoteState(KindValue):
    """`ballots` of the open round only: they go when it closes. `last` is the game time of the last sign of life in it."""

    ballots: Mapping[SeatId, str] = field(default_factory=dict)
    last: float = 0.0
    rounds: tuple[Round, ...] = ()
    choice: str | None = None
    tied: bool = False
