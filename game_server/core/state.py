"""The state of one group: immutable, rebuilt from its events, sharing between versions what did not change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from game_server.core.calendar import Calendar
from game_server.core.group_commands import Erratum
from game_server.core.ids import MissionId, OfferId, SeatId, WordId
from game_server.core.mission_kind import KindValue
from game_server.core.moment import Moment


class SeatStatus(StrEnum):
    """Where a person stands: at the door, at the table, aside for a while, gone for today, or removed."""

    WAITING = "waiting"
    HERE = "here"
    ASIDE = "aside"
    LEFT = "left"
    REMOVED = "removed"


class DayStatus(StrEnum):
    """Before its hour, open, or over."""

    BEFORE = "before"
    OPEN = "open"
    ENDED = "ended"


class MissionStatus(StrEnum):
    """Not begun, current, set aside (to be taken up again), or done."""

    CLOSED = "closed"
    OPEN = "open"
    ASIDE = "aside"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Seat:
    """One young person at the table."""

    name: WordId
    figure: int
    status: SeatStatus


@dataclass(frozen=True, slots=True)
class GivenHint:
    """A hint the group has: the rung of the ladder, or the word of a facilitator."""

    step: int
    rung: int
    word: WordId | None


@dataclass(frozen=True, slots=True)
class MissionState:
    """What the group did in one mission: `inner` is the open step's own state, `moved` the game time of the last progress."""

    status: MissionStatus = MissionStatus.CLOSED
    step: int = 0
    inner: KindValue | None = None
    moved: float = 0.0
    hints: tuple[GivenHint, ...] = ()
    help_offered: bool = False
    asked_for_help: int = 0
    with_seats: tuple[SeatId, ...] = ()
    """Who took part: those who acted in it, and those who were here when it was done."""


@dataclass(frozen=True, slots=True)
class EndedStep:
    """The step that ended last, kept so that its last words can still be read."""

    mission: MissionId
    step: int
    inner: KindValue


@dataclass(frozen=True, slots=True)
class Act:
    """A facilitator's act in the group's history."""

    version: int
    at: datetime
    act: str
    by: str
    mission: MissionId | None
    seat: SeatId | None
    number: int
    reason: WordId | None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class GroupState:
    """Everything the rules know of a group after `version` commits, the last one stored at `at`."""

    version: int
    at: datetime
    created_at: datetime
    pack: str
    edition: int
    fingerprint: str
    seed: int
    calendar: Calendar
    day: int = 0
    day_status: DayStatus = DayStatus.BEFORE
    day_opened_at: datetime | None = None
    current: MissionId | None = None
    ended: EndedStep | None = None
    paused_at: datetime | None = None
    paused_for: float = 0.0
    """Seconds of all ended pauses."""
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    missions: Mapping[MissionId, MissionState] = field(default_factory=dict)
    came: Mapping[SeatId, tuple[int, ...]] = field(default_factory=dict)
    """The days on which each seat took part, in order."""
    unlocked: tuple[tuple[OfferId, int], ...] = ()
    """Offers open to the group, each with the day of its unlocking."""
    flags: Mapping[str, bool] = field(default_factory=dict)
    errata: tuple[Erratum, ...] = ()
    facts: frozenset[str] = frozenset()
    acts: tuple[Act, ...] = ()
    rewards: Mapping[str, KindValue] = field(default_factory=dict)
    counters: Mapping[str, int] = field(default_factory=dict)
    """Highest counter stored of each actor and device, under "role:actor:device"."""

    def played(self, at: datetime) -> float:
        """Game time at that instant: seconds since creation, pauses left out."""
        return ((self.paused_at or at) - self.created_at).total_seconds() - self.paused_for

    def wall(self, played: float) -> datetime:
        """The instant (UTC) at which game time was, or will be, `played` seconds, if no further pause comes."""
        return self.created_at + timedelta(seconds=played + self.paused_for)

    def table(self) -> tuple[SeatId, ...]:
        """The admitted seats, in order of joining, whoever is here today."""
        out = (SeatStatus.WAITING, SeatStatus.REMOVED)
        return tuple(seat for seat, one in self.seats.items() if one.status not in out)

    def here(self, moment: Moment) -> tuple[SeatId, ...]:
        """The admitted seats whose page is open and who neither passed nor left."""
        return tuple(
            seat for seat, one in self.seats.items() if one.status is SeatStatus.HERE and seat in moment.present
        )

    def mission(self, mission: MissionId) -> MissionState:
        """The state of a mission, also of one not begun."""
        return self.missions.get(mission) or MissionState()


def counter_key(role: str, actor: str, device: str) -> str:
    """The key of `GroupState.counters`."""
    return f"{role}:{actor}:{device}"
