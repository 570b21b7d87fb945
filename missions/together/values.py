"""The actions, events and state of a step played at the same instant. Times are game seconds; calls are numbered from 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands

Teams = Mapping[SeatId, str]
"""The place where each seat stands."""


@dataclass(frozen=True, slots=True)
class Ready(KindValue):
    """« Nous sommes prêts »: the place of this seat knows the gesture of that call."""

    call: int


@dataclass(frozen=True, slots=True)
class Tap(KindValue):
    """« Maintenant »: the place of this seat makes a gesture; naming the call keeps a late tap out of the next one."""

    gesture: str
    call: int


@dataclass(frozen=True, slots=True)
class MoreTime(KindValue):
    """Somebody wants twice the time."""


@dataclass(frozen=True, slots=True)
class NoLimit(KindValue):
    """Somebody wants no limit: each place taps in its own time."""


@dataclass(frozen=True, slots=True)
class TogetherOpened(KindValue):
    """The messages are dealt and the places taken; `alone` is the only seat present, with whom a character plays."""

    hands: Hands
    teams: Teams
    alone: SeatId | None
    window: int | None


@dataclass(frozen=True, slots=True)
class GroupDealt(KindValue):
    """Messages and places went to those present, or somebody is alone now, or no longer."""

    hands: Hands
    teams: Teams
    alone: SeatId | None


@dataclass(frozen=True, slots=True)
class PlaceReady(KindValue):
    """A place knows the gesture."""

    place: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PlaceTapped(KindValue):
    """A place made the right gesture, at that game time."""

    place: str
    seat: SeatId
    played: float


@dataclass(frozen=True, slots=True)
class GestureMissed(KindValue):
    """A gesture that was not the one; its seat pauses."""

    gesture: str
    seat: SeatId
    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class InstantMissed(KindValue):
    """The time was over before every place was there: the call starts again."""


@dataclass(frozen=True, slots=True)
class InstantHeld(KindValue):
    """Every place was there: the call is done. `by_character` when a character held the other place."""

    by_character: bool


@dataclass(frozen=True, slots=True)
class WindowChanged(KindValue):
    """From now on so many seconds between the first place and the last one; None: no limit."""

    window: int | None


@dataclass(frozen=True, slots=True)
class WindowPutOff(KindValue):
    """A facilitator put the end of the window under way off by that many seconds; negative: took it back."""

    seconds: float


@dataclass(frozen=True, slots=True)
class TogetherClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class Pause(KindValue):
    """A seat leaves the next gesture to others: `seconds` long, until `until` (game time)."""

    seconds: int
    until: float


@dataclass(frozen=True, slots=True)
class TogetherState(KindValue):
    """`held` calls are done; all that follows is about the next one. `lit` says who tapped for each place that was there."""

    hands: Hands
    teams: Teams
    alone: SeatId | None
    window: int | None
    held: int = 0
    ready: tuple[str, ...] = ()
    lit: Mapping[str, SeatId] = field(default_factory=dict)
    first: float = 0.0
    """Game time of the first tap of those in `lit`."""
    missed: tuple[str, ...] = ()
    tries: int = 0
    last: tuple[str, ...] | None = None
    """The places that were there the latest time it was missed."""
    pauses: Mapping[SeatId, Pause] = field(default_factory=dict)
    by_character: bool = False
    closed: bool = False
