"""What a facilitator may ask while a group plays, besides opening, skipping and ending. Staff only, each with a reason."""

from dataclasses import dataclass
from datetime import date, time

from game_server.core.ids import CharacterId, MissionId, SeatId
from game_server.core.state import Standing


@dataclass(frozen=True, slots=True)
class GiveTime:
    """Put off by 1 to 60 minutes all that happens by itself in the open step, and the day's closing if it is too near."""

    mission: MissionId
    minutes: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SwitchPlanB:
    """Switch plan B of a mission on or off, for everyone or for one seat without showing it to anybody else."""

    mission: MissionId
    seat: SeatId | None = None
    on: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Redeal:
    """Deal the open step's pieces again over those present, each to somebody else where that is possible."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExcuseSeat:
    """This person is excused for the open day, or for the next one when none is open."""

    seat: SeatId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """Write to the group (`to` None), as a character or not, or to one person."""

    text: str
    to: SeatId | None = None
    said_by: CharacterId | None = None


@dataclass(frozen=True, slots=True)
class ShiftSlots:
    """Move the planned start of a mission, all that follows on its day and the day's closing (negative: earlier)."""

    day: int
    from_mission: MissionId
    minutes: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AddDay:
    """Plan a catch-up day: the last day that ended is held again on that date."""

    on: date
    opens: time
    closes: time
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveDay:
    """Take a catch-up day that has not begun out of the calendar."""

    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReopenDay:
    """Hold the last day that ended again, now."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReturnTo:
    """Let the group stand as it stood after that version. Answered as StandAgain, once the journal has said how that was."""

    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StandAgain:
    """ReturnTo with what the journal says of that moment; no page may send it."""

    version: int
    standing: Standing
    reason: str = ""


NEVER_SENT = frozenset({StandAgain})
"""Commands that only the server itself makes."""

SteeringCommand = (
    GiveTime
    | SwitchPlanB
    | Redeal
    | ExcuseSeat
    | Say
    | ShiftSlots
    | AddDay
    | RemoveDay
    | ReopenDay
    | ReturnTo
    | StandAgain
)
