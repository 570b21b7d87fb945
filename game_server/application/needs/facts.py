"""Everything that the needs of one group are found from, gathered beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from game_server.application.needs.need import Known, SlotsLeft, Trouble
from game_server.application.people import Group
from game_server.application.photos import Photo
from game_server.application.private import HelpCall
from game_server.application.safety import Checklist
from game_server.core.decisions.setting import OpenStep, open_step
from game_server.core.ids import SeatId
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState, SeatStatus

UNNAMED = "Quelqu’un"
HOUR = 60
MISSING_AFTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """One group as it is, and what is stored around it. `reader_on_duty` opens the calls for help."""

    group: Group
    rules: Rules
    state: GroupState
    here: frozenset[SeatId]
    known: Mapping[str, Known]
    calls: Sequence[HelpCall] = ()
    photos: Sequence[Photo] = ()
    troubles: Sequence[Trouble] = ()
    paces: Mapping[str, Sequence[float]] = field(default_factory=dict)
    """Of each mission, the longest silence of each past group, in seconds."""
    feelings: tuple[str, ...] = ()
    """The one-tap answers of the day, without their authors: good, mixed, hard or unsure."""
    slots: SlotsLeft | None = None
    checklist: Checklist | None = None
    reader_on_duty: bool = True
    patience: float = 1.0
    """What the limits of a step are multiplied by: less in an exercise, where nobody waits five minutes to learn."""
    missing_after: timedelta = MISSING_AFTER
    """How long somebody expected may be away before it is said."""

    @property
    def open(self) -> bool:
        """Whether the day is open and no clock is stopped."""
        return self.state.day_status is DayStatus.OPEN and self.state.paused_at is None

    def step(self) -> OpenStep | None:
        """The step that the group plays now."""
        return open_step(self.rules, self.state) if self.open else None

    def key(self, why: str, *what: object) -> str:
        """The name of a need of this group."""
        return ".".join((str(self.group.id), why, *map(str, what)))

    def name(self, seat: UUID | str) -> str:
        """The first name of a seat."""
        found = self.known.get(str(seat))
        return found.first_name if found else UNNAMED

    def phone(self, seat: UUID | str) -> str | None:
        """The number of a seat's person, when staff noted one."""
        found = self.known.get(str(seat))
        return found.phone if found else None

    def at_the_table(self) -> tuple[SeatId, ...]:
        """The seats that are expected: admitted, and neither gone for today nor aside."""
        return tuple(seat for seat, one in self.state.seats.items() if one.status is SeatStatus.HERE)

    def mission_title(self, mission: str) -> str:
        """The title of a mission."""
        plan = self.rules.scenario.mission(mission)  # type: ignore[arg-type]
        return plan.title if plan else mission


def minutes(spent: timedelta) -> str:
    """A duration in words: « moins d’une minute », « 6 min », « 1 h 05 »."""
    total = max(0, int(spent.total_seconds() // 60))
    if total == 0:
        return "moins d’une minute"
    return (
        f"{total}\N{NO-BREAK SPACE}min"
        if total < HOUR
        else f"{total // 60}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{total % 60:02}"
    )


def older_of(one: datetime, other: datetime | None) -> datetime:
    """The later of two instants: something began when both were true."""
    return one if other is None else max(one, other)
