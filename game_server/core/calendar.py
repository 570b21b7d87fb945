"""The days of a group: local dates and wall times, turned into instants only when needed.

A wall time that the spring change skips is read as the instant the clocks jump to; one that the autumn change repeats is its
first occurrence. Rules: PEP 495 and the IANA zone of the group.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTES_OF_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """Day `number` (from 1) of a group: its local date and the wall times at which it opens and closes by itself."""

    number: int
    on: date
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class CatchUpDay:
    """A planned day without missions of its own: the last day that ended is held again then."""

    on: date
    opens: time
    closes: time
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday of the group's site."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The planned days of a group, in order, in one IANA time zone; dates need not be consecutive."""

    time_zone: str
    days: tuple[PlannedDay, ...]
    catch_up: tuple[CatchUpDay, ...] = ()
    """In order of date."""
    holidays: tuple[Holiday, ...] = ()
    """Those of the years around, as the group's site keeps them."""

    def day(self, number: int) -> PlannedDay | None:
        """The planned day of that number, if the group has one."""
        return next((day for day in self.days if day.number == number), None)

    def opening(self, number: int) -> datetime | None:
        """The instant (UTC) at which that day opens."""
        day = self.day(number)
        return instant(day.on, day.opens, self.time_zone) if day else None

    def closing(self, number: int) -> datetime | None:
        """The instant (UTC) at which that day closes."""
        day = self.day(number)
        return instant(day.on, day.closes, self.time_zone) if day else None

    def dates(self) -> tuple[date, ...]:
        """The dates of every day, catch-up days last."""
        return (*(day.on for day in self.days), *(day.on for day in self.catch_up))

    def in_order(self) -> bool:
        """Whether each planned day comes after the one before."""
        dates = [day.on for day in self.days]
        return dates == sorted(set(dates))

    def holiday(self, on: date) -> str | None:
        """The name of the public holiday on that date."""
        return next((one.name for one in self.holidays if one.on == on), None)

    def catch_up_day(self, on: date) -> CatchUpDay | None:
        """The catch-up day of that date."""
        return next((day for day in self.catch_up if day.on == on), None)

    def with_catch_up(self, *days: CatchUpDay) -> "Calendar":
        """The same calendar with these catch-up days in the place of those of the same dates."""
        dates = {day.on for day in days}
        kept = (day for day in self.catch_up if day.on not in dates)
        return replace(self, catch_up=tuple(sorted((*kept, *days), key=lambda day: day.on)))

    def without_catch_up(self, on: date) -> "Calendar":
        """The same calendar without the catch-up day of that date."""
        return replace(self, catch_up=tuple(day for day in self.catch_up if day.on != on))

    def with_hours(self, number: int, opens: int, closes: int) -> "Calendar":
        """The same calendar with the hours of that day moved by minutes. Raises ValueError past midnight."""
        return replace(
            self,
            days=tuple(
                replace(day, opens=later(day.opens, opens), closes=later(day.closes, closes))
                if day.number == number
                else day
                for day in self.days
            ),
        )

    def shifted(self, from_day: int, days: int) -> "Calendar":
        """The same calendar with that day and all later ones moved by whole local days: wall times stay."""
        move = timedelta(days=days)
        return replace(
            self, days=tuple(replace(day, on=day.on + move) if day.number >= from_day else day for day in self.days)
        )


def later(at: time, minutes: int) -> time:
    """The wall time that many minutes later (negative: earlier) on the same day. Raises ValueError past midnight."""
    moved = at.hour * 60 + at.minute + minutes
    if not 0 <= moved < MINUTES_OF_A_DAY:
        raise ValueError(f"{at:%H:%M} {minutes:+} minutes is another day")
    return at.replace(hour=moved // 60, minute=moved % 60)


def instant(on: date, at: time, time_zone: str) -> datetime:
    """The instant (UTC) of a local date and wall time."""
    zone = ZoneInfo(time_zone)
    local = datetime.combine(on, at, tzinfo=zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    return _after_the_jump(local, zone)


def _after_the_jump(local: datetime, zone: ZoneInfo) -> datetime:
    """The first instant after a gap: the offset in force before it maps the skipped time past the jump, so step back."""
    before, after = local.utcoffset(), local.replace(fold=1).utcoffset()
    if before is None or after is None:
        raise ValueError(f"{zone.key} gives no offset for {local:%Y-%m-%d %H:%M}")
    past = local.astimezone(UTC)
    low, high = past - abs(before - after), past
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == before else (low, middle)
    return high.replace(microsecond=0)
