"""Reading iCalendar texts that other programs wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Event

from game_server.application.appointments.ports import CalendarUnreachable
from game_server.application.appointments.records import Occurrence, RemoteEvent
from game_server.application.appointments.slots import Interval, instants
from game_server.application.appointments.words import Counsellor

MARGIN = timedelta(days=1)


def busy_times(texts: Iterable[tuple[str, str | None]], window: Interval, owner: Counsellor) -> list[Occurrence]:
    """Every repetition that keeps `owner` busy in the window: what is free, cancelled or declined is left out.

    `texts` are files with their versions (ETag).
    """
    found = []
    for text, etag in texts:
        try:
            occurrences = [it for it in _occurrences(_parsed(text), window, owner) if it.during.meets(window)]
            found += [replace(it, etag=etag) for it in occurrences]
        except ValueError:
            # One unreadable event must not hide all the others.
            continue
    return found


def event_of(body: bytes, etag: str | None) -> RemoteEvent:
    """The one event of a file that we wrote, as it is now; `CalendarUnreachable` when it cannot be read."""
    try:
        event = next(it for it in _parsed(body.decode()).walk("VEVENT") if isinstance(it, Event))
        start, end = _bounds(event)
    except (ValueError, StopIteration, UnicodeDecodeError) as error:
        raise CalendarUnreachable("not_a_calendar") from error
    stamp = event.get("dtstamp")
    return RemoteEvent(
        uid=str(event.get("uid")),
        sequence=int(event.get("sequence", 0)),
        during=instants(start, end, ZoneInfo("UTC")),
        dtstamp=stamp and stamp.dt.astimezone(UTC),
        time_zone=event["dtstart"].params.get("TZID"),
        # We never write LAST-MODIFIED; programs that edit an event do (RFC 5545 3.8.7.3).
        touched="last-modified" in event,
        etag=etag,
    )


def _parsed(text: str) -> Calendar:
    calendar = Calendar.from_ical(text)
    if not isinstance(calendar, Calendar):
        raise ValueError("not a VCALENDAR")  # noqa: TRY004 - one word for every unreadable text
    return calendar


def _occurrences(calendar: Calendar, window: Interval, owner: Counsellor) -> Iterator[Occurrence]:
    expanded = recurring_ical_events.of(calendar, skip_bad_series=True)
    for event in expanded.between(window.start - MARGIN, window.end + MARGIN):
        if _is_busy(event, owner):
            start, end = _bounds(event)
            yield Occurrence(str(event.get("uid")), start.isoformat(), instants(start, end, owner.place.zone))


def _bounds(event: Event) -> tuple[date | datetime, date | datetime]:
    """Start and end (RFC 5545 3.6.1): an event with neither end nor length lasts its day, or no time at all."""
    if "dtstart" not in event:
        raise ValueError("an event without a start")
    start: date | datetime = event["dtstart"].dt
    if "dtend" in event:
        return start, event["dtend"].dt
    if "duration" in event:
        return start, start + event["duration"].dt
    return start, start if isinstance(start, datetime) else start + timedelta(days=1)


def _is_busy(event: Event, owner: Counsellor) -> bool:
    if (
        str(event.get("transp", "OPAQUE")).upper() == "TRANSPARENT"
        or str(event.get("status", "")).upper() == "CANCELLED"
    ):
        return False
    guests = event.get("attendee", [])
    for guest in guests if isinstance(guests, list) else [guests]:
        if str(guest).lower().removeprefix("mailto:") == owner.email.lower():
            return str(guest.params.get("PARTSTAT", "")).upper() != "DECLINED"
    return True
