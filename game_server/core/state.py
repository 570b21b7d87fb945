"""The state of one group: immutable, rebuilt from its events, sharing between versions what did not change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from game_server.core.calendar import Calendar
from game_server.core.erratum import Erratum
from game_server.core.ids import CharacterId, MissionId, OfferId, SeatId, WordId
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
    """A hint the group has: the rung of the ladder, or the word of a facilitator, and who of the story says it."""

    step: int
    rung: int
    word: WordId | None
    said_by: CharacterId | None = None


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
    patient_until: float = 0.0
    """Game time before which silence is no reason to offer help: time that a facilitator gave to this step."""
    plan_b: bool = False
    plan_b_seats: tuple[SeatId, ...] = ()
    """Whose plan B is on when it is not on for everyone."""
    lit: bool = False
    """Whether its éclat was won before the group returned to it."""

    @property
    def won(self) -> bool:
        """Whether its éclat is won, for good."""
        return self.lit or self.status is MissionStatus.DONE

    def help_after(self, silence: float) -> float:
        """The game time at which a step with this silence limit offers help."""
        return max(self.moved + silence, self.patient_until)


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
    detail: str = ""
    until: float | None = None
    inner: KindValue | None = None
    undone_by: str = ""
    undone_reason: WordId | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What a facilitator wrote, to the group (`to` None) or to one seat; `said_by` is a character, None for the human."""

    at: datetime
    word: WordId
    by: str
    to: SeatId | None
    said_by: CharacterId | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a group stood at a moment: what a return restores. `missions` are those that differ from the state returned from."""

    day: int
    day_status: DayStatus
    reopened: bool
    catch_up_on: date | None
    current: MissionId | None
    paused: bool
    played: float
    seats: Mapping[SeatId, SeatStatus]
    missions: Mapping[MissionId, MissionState]
    flags: Mapping[str, bool]
    ended: EndedStep | None


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
    excused: Mapping[SeatId, tuple[int, ...]] = field(default_factory=dict)
    """The days for which each seat is excused."""
    messages: tuple[Message, ...] = ()
    """What facilitators wrote, the oldest first."""
    shifts: Mapping[MissionId, int] = field(default_factory=dict)
    """Minutes by which the planned start of a mission, and of those after it on its day, moved."""
    reopened: bool = False
    """Whether the open day is held again, to catch up."""
    catch_up_on: date | None = None
    """The planned catch-up day that is being held."""
    returned_from: Standing | None = None
    """Where the group stood before it last returned to a moment."""

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
