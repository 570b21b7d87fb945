"""What a facilitator's hand brought about: ids, numbers and verdicts; reasons and messages are words."""

from dataclasses import dataclass
from datetime import date, time

from game_server.core.ids import CharacterId, MissionId, SeatId, WordId
from game_server.core.mission_kind import KindValue
from game_server.core.state import MissionStatus, SeatStatus, Standing


@dataclass(frozen=True, slots=True)
class SeatExcused:
    """This person is excused for that day."""

    seat: SeatId
    day: int


@dataclass(frozen=True, slots=True)
class ExcuseWithdrawn:
    """The excuse of that day was undone."""

    seat: SeatId
    day: int


@dataclass(frozen=True, slots=True)
class SeatPlaced:
    """An act on this seat was undone: it stands again as it stood."""

    seat: SeatId
    status: SeatStatus


@dataclass(frozen=True, slots=True)
class MissionPutBack:
    """An act on this mission was undone: it stands again as it stood; open, it is the current one."""

    mission: MissionId
    status: MissionStatus


@dataclass(frozen=True, slots=True)
class StepAdjusted:
    """An event of the step's own kind by a facilitator's hand: it counts as no progress of the group."""

    mission: MissionId
    step: int
    event: KindValue


@dataclass(frozen=True, slots=True)
class StepRestored:
    """An act on this step was undone: it is open again, as it stood; silence counts from `moved` (None: from now)."""

    mission: MissionId
    step: int
    inner: KindValue
    moved: float | None = None


@dataclass(frozen=True, slots=True)
class TimeGiven:
    """The silence limit of the step is put off by that many seconds (negative: taken back)."""

    mission: MissionId
    step: int
    seconds: float


@dataclass(frozen=True, slots=True)
class PlanBSwitched:
    """Plan B of the mission is on, or off, for everyone or for one seat."""

    mission: MissionId
    seat: SeatId | None
    on: bool


@dataclass(frozen=True, slots=True)
class MessageSaid:
    """A facilitator wrote to the group or to one seat, as a character or not."""

    word: WordId
    by: str
    to: SeatId | None = None
    said_by: CharacterId | None = None


@dataclass(frozen=True, slots=True)
class MessageWithdrawn:
    """The message of that word is shown no more."""

    word: WordId


@dataclass(frozen=True, slots=True)
class HoursMoved:
    """The day opens and closes that many minutes later (negative: earlier)."""

    day: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class SlotsShifted:
    """The planned start of this mission and of those after it on its day moved by that many minutes."""

    mission: MissionId
    minutes: int


@dataclass(frozen=True, slots=True)
class DayAdded:
    """A catch-up day was planned."""

    on: date
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class DayRemoved:
    """A catch-up day was taken out of the calendar."""

    on: date


@dataclass(frozen=True, slots=True)
class ReturnedTo:
    """The group stands as it stood after that version."""

    version: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class ErratumWithdrawn:
    """An accepted answer counts no more; whom it credited stays credited."""

    number: str


SteeringEvent = (
    SeatExcused
    | ExcuseWithdrawn
    | SeatPlaced
    | MissionPutBack
    | StepAdjusted
    | StepRestored
    | TimeGiven
    | PlanBSwitched
    | MessageSaid
    | MessageWithdrawn
    | HoursMoved
    | SlotsShifted
    | DayAdded
    | DayRemoved
    | ReturnedTo
    | ErratumWithdrawn
)
