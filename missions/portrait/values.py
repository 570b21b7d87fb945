"""The actions, events and state of the portrait. What was answered is stored elsewhere; passing and answering look the same."""

from dataclasses import dataclass

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue


@dataclass(frozen=True, slots=True)
class Skip(KindValue):
    """A seat leaves the portrait for another time."""


@dataclass(frozen=True, slots=True)
class Told(KindValue):
    """Told from outside: this seat's answers are in its private store."""


@dataclass(frozen=True, slots=True)
class PortraitOpened(KindValue):
    """Each one may answer now."""


@dataclass(frozen=True, slots=True)
class SeatAnswered(KindValue):
    """A seat is done with it, whatever it did."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class PortraitClosed(KindValue):
    """Everyone present is done, or a facilitator or the day's end closed it."""


@dataclass(frozen=True, slots=True)
class PortraitState(KindValue):
    """The seats that are done, in the order in which they were."""

    answered: tuple[SeatId, ...] = ()
    closed: bool = False
