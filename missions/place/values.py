"""The actions, events and state of cards to be placed. Times are game seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands


@dataclass(frozen=True, slots=True)
class Read(KindValue):
    """« Je l'ai lue »: a card this seat holds."""

    card: str


@dataclass(frozen=True, slots=True)
class Put(KindValue):
    """A seat places a card that somebody else read out."""

    card: str
    slot: str


@dataclass(frozen=True, slots=True)
class CardsOpened(KindValue):
    """The cards are dealt; `alone` is the only seat present, with whom a character holds them."""

    hands: Hands
    alone: SeatId | None


@dataclass(frozen=True, slots=True)
class CardsDealt(KindValue):
    """The cards went to those present, or somebody is alone now, or no longer."""

    hands: Hands
    alone: SeatId | None


@dataclass(frozen=True, slots=True)
class CardRead(KindValue):
    """A card was read out by the seat that holds it."""

    card: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CardPlaced(KindValue):
    """Somebody who does not hold it put a card where it belongs."""

    card: str
    slot: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CardCameBack(KindValue):
    """A card does not belong there; the seat that put it pauses."""

    card: str
    slot: str
    seat: SeatId
    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class PlaceClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class Pause(KindValue):
    """A seat leaves the next try to others: `seconds` long, until `until` (game time)."""

    seconds: int
    until: float


@dataclass(frozen=True, slots=True)
class PlaceState(KindValue):
    """`read` and `placed` stay with the cards, whoever holds them; `missed` are (card, slot) that came back, in order."""

    hands: Hands
    alone: SeatId | None = None
    read: tuple[str, ...] = ()
    placed: Mapping[str, str] = field(default_factory=dict)
    missed: tuple[tuple[str, str], ...] = ()
    pauses: Mapping[SeatId, Pause] = field(default_factory=dict)
    closed: bool = False
