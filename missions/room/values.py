"""The actions, events and state of an escape room. No code that was dialled: an event says that an object opened, or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands


@dataclass(frozen=True, slots=True)
class Examine(KindValue):
    """The explorer looks at an object."""

    object: str


@dataclass(frozen=True, slots=True)
class Use(KindValue):
    """The explorer tries an item on an object."""

    object: str
    item: str


@dataclass(frozen=True, slots=True)
class Enter(KindValue):
    """The explorer dials a code on an object."""

    object: str
    code: str


@dataclass(frozen=True, slots=True)
class Send(KindValue):
    """The control room sends a code for an object, for who cannot hear or speak."""

    object: str
    code: str


@dataclass(frozen=True, slots=True)
class PassTorch(KindValue):
    """The explorer lets somebody else in."""


@dataclass(frozen=True, slots=True)
class MoreTime(KindValue):
    """Somebody puts the end of the turn off."""


@dataclass(frozen=True, slots=True)
class Confirm(KindValue):
    """Another seat says that the way out is open."""


@dataclass(frozen=True, slots=True)
class TorchHeld(KindValue):
    """Who explores from `since` (game time) on, and who holds which manuals; the first one opens the room."""

    explorer: SeatId | None
    hands: Hands
    since: float


@dataclass(frozen=True, slots=True)
class ManualsDealt(KindValue):
    """The manuals went to those present in the control room."""

    hands: Hands


@dataclass(frozen=True, slots=True)
class TimeGiven(KindValue):
    """The turn starts again from `played`."""

    played: float


@dataclass(frozen=True, slots=True)
class Examined(KindValue):
    """An object was looked at."""

    object: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class Opened(KindValue):
    """An object opened: it gives what it holds."""

    object: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CodeSent(KindValue):
    """The right code of an object was sent to the explorer."""

    object: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CodeMissed(KindValue):
    """A code did not open an object."""

    object: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class RoomLeft(KindValue):
    """A second voice, or a character's when `seat` is None: everyone is out."""

    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class RoomClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class RoomState(KindValue):
    """`turns` counts how often each seat explored; `missed` its wrong codes; `way_out` is who opened the exit."""

    explorer: SeatId | None
    hands: Hands
    since: float
    turns: Mapping[SeatId, int] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    missed: Mapping[SeatId, int] = field(default_factory=dict)
    way_out: SeatId | None = None
    left: bool = False
    by_character: bool = False
    closed: bool = False
