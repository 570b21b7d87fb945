"""The actions, events and state of split information. Times are game seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands


@dataclass(frozen=True, slots=True)
class Read(KindValue):
    """« Je l'ai lue »: a piece this seat holds."""

    piece: str


@dataclass(frozen=True, slots=True)
class Propose(KindValue):
    """A seat proposes an option to the group."""

    option: str


@dataclass(frozen=True, slots=True)
class Confirm(KindValue):
    """Another seat agrees with the option that is proposed; naming it keeps a late tap from confirming another one."""

    option: str


@dataclass(frozen=True, slots=True)
class SplitOpened(KindValue):
    """The pieces are dealt."""

    hands: Hands


@dataclass(frozen=True, slots=True)
class PiecesDealt(KindValue):
    """The pieces went to those present; who holds a new one reads it."""

    hands: Hands


@dataclass(frozen=True, slots=True)
class PieceRead(KindValue):
    """A piece was read by the seat that holds it."""

    piece: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class OptionProposed(KindValue):
    """An option is on the table."""

    option: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class OptionChosen(KindValue):
    """A second voice, or a character's when `seat` is None, made it the right choice."""

    option: str
    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class OptionMissed(KindValue):
    """A second voice, or a character's when `seat` is None, and it was not the right one; only `proposer` pauses."""

    option: str
    seat: SeatId | None
    proposer: SeatId
    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class SplitClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class Pause(KindValue):
    """A seat leaves the next proposal to others: `seconds` long, until `until` (game time)."""

    seconds: int
    until: float


@dataclass(frozen=True, slots=True)
class Proposal(KindValue):
    """What is on the table, and who put it there."""

    option: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SplitState(KindValue):
    """`read` holds the pieces that were read by the seat that holds them now; `missed` the options tried, in order."""

    hands: Hands
    read: tuple[str, ...] = ()
    proposal: Proposal | None = None
    missed: tuple[str, ...] = ()
    pauses: Mapping[SeatId, Pause] = field(default_factory=dict)
    chosen: str | None = None
    by_character: bool = False
    closed: bool = False
