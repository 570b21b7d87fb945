"""A VTIMEZONE whose changes of clock are at the right instants (RFC 5545 3.6.5), from the zone's own rules."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_ZERO = timedelta(0)
_SECOND = timedelta(seconds=1)


def vtimezone(name: str, around: datetime) -> Timezone:
    """Describe the zone `name` for the year of `around` and the years before and after it."""
    return _described(name, around.year)


@lru_cache(maxsize=64)
def _described(name: str, year: int) -> Timezone:
    zone = ZoneInfo(name)
    first = datetime(year - 1, 1, 1, tzinfo=UTC)
    last = datetime(year + 2, 1, 1, tzinfo=UTC)
    described = Timezone()
    described.add("tzid", name)
    described.add_component(_observance(first, zone, _offset(first, zone)))
    before = first
    while (change := _next_change(before, last, zone)) is not None:
        described.add_component(_observance(change, zone, _offset(change - _SECOND, zone)))
        before = change
    return described


def _observance(onset: datetime, zone: tzinfo, offset_before: timedelta) -> TimezoneStandard | TimezoneDaylight:
    local = onset.astimezone(zone)
    kind = TimezoneDaylight() if local.dst() else TimezoneStandard()
    kind.add("dtstart", (onset + offset_before).replace(tzinfo=None))
    kind.add("tzoffsetfrom", offset_before)
    kind.add("tzoffsetto", local.utcoffset() or _ZERO)
    kind.add("tzname", local.tzname() or str(zone))
    return kind


def _next_change(after: datetime, last: datetime, zone: tzinfo) -> datetime | None:
    offset = _offset(after, zone)
    day = after
    while _offset(day, zone) == offset:
        day += timedelta(days=1)
        if day >= last:
            return None
    low, high = day - timedelta(days=1), day
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        low, high = (middle, high) if _offset(middle, zone) == offset else (low, middle)
    return high.replace(microsecond=0)


def _offset(instant: datetime, zone: tzinfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or _ZERO
