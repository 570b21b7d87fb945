"""The one action, the events and the state of the appointment. What was decided is stored elsewhere."""

from dataclasses import dataclass

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue


@dataclass(frozen=True, slots=True)
class Decided(KindValue):
    """Told from outside: this seat has made its own choice, whatever it is."""


@dataclass(frozen=True, slots=True)
class AppointmentOpened(KindValue):
    """Each one may choose now."""


@dataclass(frozen=True, slots=True)
class SeatDecided(KindValue):
    """A seat has made its choice."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class AppointmentClosed(KindValue):
    """Everyone present has chosen, or a facilitator or the day's end closed it."""


@dataclass(frozen=True, slots=True)
class AppointmentState(KindValue):
    """The seats that have chosen, in the order in which they did."""

    decided: tuple[SeatId, ...] = ()
    closed: bool = False
