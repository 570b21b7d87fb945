"""When a counsellor can be met. Pure: the clock, the calendar and the holidays are arguments.

Opening hours are wall time of the site, so 09:00 stays 09:00 across a clock change; everything else is instants. A start
that the clocks skip does not exist; of a start that they show twice, the first one counts. Intervals are half-open.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From `start` up to `end`, which is not part of it; aware instants."""

    start: datetime
    end: datetime

    def meets(self, other: "Interval") -> bool:
        """Say whether the two share an instant."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Opening:
    """Hours of every `weekday` (0 is Monday) from `valid_from` to `valid_to`, both included, in wall time."""

    weekday: int
    local_start: time
    local_end: time
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether these hours are kept on that local day."""
        return (
            day.weekday() == self.weekday
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )


@dataclass(frozen=True, slots=True)
class DayException:
    """One local day unlike the others: closed, or open at the given hours instead of the usual ones, even on a holiday."""

    day: date
    hours: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How meetings are given: length and grid, rest around each, first and last moment, most in a day (None: no limit)."""

    minutes: int
    before: timedelta
    after: timedelta
    step: timedelta
    min_notice: timedelta
    max_ahead: timedelta
    daily_cap: int | None

    def meeting(self, start: datetime) -> Interval:
        """The meeting that begins at `start`."""
        return Interval(start, start + timedelta(minutes=self.minutes))

    def blocked(self, meeting: Interval) -> Interval:
        """The meeting with its buffers."""
        return Interval(meeting.start - self.before, meeting.end + self.after)


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that decides when one counsellor can be met by one person.

    `busy`: absences, events of their own calendar, other bookings with their buffers. `starts`: their bookings, for the
    daily cap. `taken`: what the person who asks has already booked, with anybody.
    """

    zone: ZoneInfo
    openings: Sequence[Opening] = ()
    exceptions: Sequence[DayException] = ()
    holidays: frozenset[date] = frozenset()
    busy: Sequence[Interval] = ()
    starts: Sequence[datetime] = ()
    taken: Sequence[Interval] = ()


def free_slots(agenda: Agenda, terms: Terms, now: datetime, within: Interval | None = None) -> list[Interval]:
    """Every meeting that can be booked at `now`, in order; only on the local days that `within` touches, when given."""
    clear = clear_of(agenda, terms)
    return [meeting for meeting in candidates(agenda, terms, now, within) if clear(meeting)]


def candidates(agenda: Agenda, terms: Terms, now: datetime, within: Interval | None = None) -> list[Interval]:
    """Every meeting that the hours, the notice and the horizon allow at `now`, whatever is already kept, in order."""
    first, last = now + terms.min_notice, now + terms.max_ahead
    days = (first, last) if within is None else (max(first, within.start), min(last, within.end))
    return sorted(
        meeting
        for day in _local_days(*days, agenda.zone)
        for meeting in _on_the_grid(agenda, terms, day)
        if first <= meeting.start <= last
    )


def clear_of(agenda: Agenda, terms: Terms) -> Callable[[Interval], bool]:
    """Give what says of a meeting whether nothing kept stands in its way: no event, no booking, no full day."""
    busy, taken, full = _merged(agenda.busy), _merged(agenda.taken), _full_days(agenda, terms)

    def clear(meeting: Interval) -> bool:
        if _met(busy, terms.blocked(meeting)) or _met(taken, meeting):
            return False
        return not full or meeting.start.astimezone(agenda.zone).date() not in full

    return clear


def at_wall(day: date, wall: time, zone: ZoneInfo) -> datetime | None:
    """The instant when clocks of `zone` first show this time on this day; None when they never do."""
    local = datetime.combine(day, wall, tzinfo=zone)
    instant = local.astimezone(UTC)
    shown = instant.astimezone(zone)
    return instant if shown.replace(tzinfo=None, fold=0) == local.replace(tzinfo=None, fold=0) else None


def from_wall(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The first instant at which clocks of `zone` show this time, or have just skipped it."""
    local = datetime.combine(day, wall)
    while (instant := at_wall(local.date(), local.time(), zone)) is None:
        local += MINUTE
    return instant


def instants(start: date | datetime, end: date | datetime, zone: ZoneInfo) -> Interval:
    """What an event of the counsellor's calendar covers.

    Whole days and floating times are read in `zone`, the counsellor's. An event without length counts one minute: it
    was noted for a reason.
    """
    begin, until = _instant(start, zone), _instant(end, zone)
    return Interval(begin, max(until, begin + MINUTE))


def _instant(value: date | datetime, zone: ZoneInfo) -> datetime:
    if not isinstance(value, datetime):
        return from_wall(value, time(), zone)
    if value.tzinfo is None:
        return from_wall(value.date(), value.time(), zone)
    return value.astimezone(UTC)


def _local_days(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[date]:
    day, end = first.astimezone(zone).date(), last.astimezone(zone).date()
    while day <= end:
        yield day
        day += DAY


def _hours(agenda: Agenda, day: date) -> Sequence[tuple[time, time]]:
    special = [it for it in agenda.exceptions if it.day == day]
    if special:
        return [it.hours for it in special if it.hours is not None]
    if day in agenda.holidays:
        return ()
    return [(it.local_start, it.local_end) for it in agenda.openings if it.holds_on(day)]


def _on_the_grid(agenda: Agenda, terms: Terms, day: date) -> set[Interval]:
    found = set()
    for opens, closes in _hours(agenda, day):
        end = from_wall(day, closes, agenda.zone)
        wall, last = datetime.combine(day, opens), datetime.combine(day, closes)
        while wall < last:
            start = at_wall(day, wall.time(), agenda.zone)
            if start is not None and terms.meeting(start).end <= end:
                found.add(terms.meeting(start))
            wall += terms.step
    return found


def _full_days(agenda: Agenda, terms: Terms) -> frozenset[date]:
    if terms.daily_cap is None:
        return frozenset()
    per_day = Counter(start.astimezone(agenda.zone).date() for start in agenda.starts)
    return frozenset(day for day, number in per_day.items() if number >= terms.daily_cap)


def _merged(intervals: Iterable[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for it in sorted(intervals):
        if merged and it.start <= merged[-1].end:
            merged[-1] = Interval(merged[-1].start, max(merged[-1].end, it.end))
        else:
            merged.append(it)
    return merged


def _met(merged: Sequence[Interval], wanted: Interval) -> bool:
    place = bisect_left(merged, wanted.end, key=lambda it: it.start)
    return place > 0 and merged[place - 1].meets(wanted)
