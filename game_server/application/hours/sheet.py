"""The hours of a group, person by person and day by day, from the attendance table and the corrections. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from game_server.application.people import Seat, Stay
from game_server.core.calendar import Calendar, instant

LOW, HIGH = 15, 20
"""Hours a week that a « contrat d’engagement jeune » asks for: shown beside the sum, never as a verdict."""
SATURDAY = 5

Kind = Literal["day", "voluntary", "excused", "absent", "before", "to_come"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a facilitator wrote over the recorded minutes; `minutes` None takes an earlier correction back."""

    seat: UUID
    day: int
    minutes: int | None
    excused: bool
    reason: str
    by: UUID | None
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GameDay:
    """A day of the group: its local date, its ISO week (« 2026-W48 »), and whether its hours are voluntary."""

    number: int
    on: date
    week: str
    voluntary: bool


@dataclass(frozen=True, slots=True)
class DayHours:
    """One person on one day. `minutes` counts; `recorded` is what the attendance table says."""

    day: int
    minutes: int
    recorded: int
    kind: Kind
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class WeekHours:
    """One person in one ISO week; `voluntary` is the part of `minutes` that comes from weekend outings."""

    week: str
    minutes: int
    voluntary: int


@dataclass(frozen=True, slots=True)
class SeatHours:
    """One person over the whole group."""

    seat: UUID
    first_name: str
    surname: str | None
    file_number: str | None
    days: tuple[DayHours, ...]
    weeks: tuple[WeekHours, ...]

    @property
    def minutes(self) -> int:
        """Everything that counts."""
        return sum(one.minutes for one in self.days)

    @property
    def voluntary(self) -> int:
        """The part of it that was voluntary."""
        return sum(one.voluntary for one in self.weeks)


@dataclass(frozen=True, slots=True)
class HoursSheet:
    """The whole sheet. `site` is « name, address »; `made_at` is UTC; `structure` and `group` are names."""

    structure: str
    site: str
    group: str
    time_zone: str
    made_at: datetime
    days: tuple[GameDay, ...]
    seats: tuple[SeatHours, ...]


@dataclass(frozen=True, slots=True)
class Attended:
    """What the sheet is computed from: the calendar, the day that the group is at, who came when, what was corrected."""

    calendar: Calendar
    day: int
    day_open: bool
    stays: Sequence[Stay]
    corrections: Sequence[Correction]
    excused: Mapping[UUID, frozenset[int]]
    """Days of which the game itself says that the person is excused."""
    now: datetime


def game_days(calendar: Calendar) -> tuple[GameDay, ...]:
    """The days of a calendar; those on a Saturday or a Sunday are voluntary."""
    return tuple(GameDay(one.number, one.on, week_of(one.on), one.on.weekday() >= SATURDAY) for one in calendar.days)


def week_of(on: date) -> str:
    """The ISO week of a date: « 2026-W48 »."""
    year, week, _ = on.isocalendar()
    return f"{year}-W{week:02}"


def seat_hours(seat: Seat, attended: Attended) -> SeatHours:
    """The hours of one person."""
    days = game_days(attended.calendar)
    told = tuple(_day_hours(seat, day, attended) for day in days)
    return SeatHours(seat.id, seat.first_name, seat.person.surname, seat.person.file_number, told, _weeks(days, told))


def _weeks(days: Sequence[GameDay], told: Sequence[DayHours]) -> tuple[WeekHours, ...]:
    weeks = dict.fromkeys(day.week for day in days)
    pairs = tuple(zip(days, told, strict=True))
    return tuple(
        WeekHours(
            week,
            sum(one.minutes for day, one in pairs if day.week == week),
            sum(one.minutes for day, one in pairs if day.week == week and day.voluntary),
        )
        for week in weeks
    )


def _day_hours(seat: Seat, day: GameDay, attended: Attended) -> DayHours:
    recorded = _recorded(seat.id, day.number, attended)
    mine = [one for one in attended.corrections if (one.seat, one.day) == (seat.id, day.number)]
    last = max(mine, key=lambda one: one.at) if mine else None
    correction = last if last is not None and (last.minutes is not None or last.excused) else None
    minutes = correction.minutes if correction is not None and correction.minutes is not None else recorded
    return DayHours(day.number, minutes, recorded, _kind(seat, day, attended, minutes, correction), correction)


def _kind(seat: Seat, day: GameDay, attended: Attended, minutes: int, correction: Correction | None) -> Kind:
    if day.voluntary:
        return "voluntary"
    if (correction is not None and correction.excused) or day.number in attended.excused.get(seat.id, ()):
        return "excused"
    if minutes:
        return "day"
    if day.number > attended.day:
        return "to_come"
    zone = ZoneInfo(attended.calendar.time_zone)
    if seat.created_at.astimezone(zone).date() > day.on:
        return "before"
    running = day.number == attended.day and attended.day_open
    return "to_come" if running else "absent"


def _recorded(seat: UUID, day: int, attended: Attended) -> int:
    """Whole minutes, overlapping stretches counted once, each cut at the end of the day."""
    mine = sorted((one for one in attended.stays if (one.seat, one.day) == (seat, day)), key=lambda one: one.arrived)
    seconds, until = 0.0, None
    for stay in mine:
        begin = stay.arrived if until is None else max(stay.arrived, until)
        end = _end(stay, attended)
        seconds += max(0.0, (end - begin).total_seconds())
        until = end if until is None else max(until, end)
    return int(seconds // 60)


def _end(stay: Stay, attended: Attended) -> datetime:
    """Nobody is counted after the day closed, nor after midnight when it was opened later than that."""
    left = stay.left or attended.now
    closing = attended.calendar.closing(stay.day)
    if closing is None or stay.arrived >= closing:
        zone = attended.calendar.time_zone
        tomorrow = stay.arrived.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
        closing = instant(tomorrow, time(0), zone)
    return min(left, closing, attended.now)
