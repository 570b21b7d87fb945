"""The event of a booking as an iCalendar file (RFC 5545), always the same bytes for the same revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from game_server.application.appointments.slots import Interval
from game_server.application.appointments.vtimezone import vtimezone
from game_server.application.appointments.words import Method

PRODUCT = "-//Eclats//Rendez-vous//FR"


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an event: `sequence` rises with each change of time, `dtstamp` says when it was made."""

    uid: str
    sequence: int
    dtstamp: datetime
    during: Interval
    time_zone: str
    title: str
    place: str
    lines: tuple[str, ...] = ()


def stored_event(revision: Revision) -> bytes:
    """The file for a calendar server: no METHOD (RFC 4791 4.1), nobody whom the server could write to."""
    return _file(_event(revision, cancelled=False), revision, None)


def published_event(revision: Revision) -> bytes:
    """The file that a young person may keep on a phone."""
    return _file(_event(revision, cancelled=False), revision, "PUBLISH")


def feed_file(events: Sequence[tuple[Revision, bool]]) -> bytes:
    """A calendar to subscribe to: each event, and whether it was cancelled; always the same bytes for the same ones."""
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", "Rendez-vous")
    for name in sorted({it.time_zone for it, _ in events}):
        last = max(it.during.start for it, _ in events if it.time_zone == name)
        calendar.add_component(vtimezone(name, last))
    for revision, cancelled in events:
        calendar.add_component(_event(revision, cancelled=cancelled))
    return bytes(calendar.to_ical())


def invitation(revision: Revision, method: Method, *, organizer: str, attendee: str, attendee_name: str) -> bytes:
    """The file of an invitation by mail or of its cancellation (RFC 5546 3.2)."""
    event = _event(revision, cancelled=method is Method.CANCEL)
    event.add("organizer", vCalAddress(f"mailto:{organizer}"))
    guest = vCalAddress(f"mailto:{attendee}")
    guest.params.update(
        CN=vText(attendee_name), ROLE=vText("REQ-PARTICIPANT"), PARTSTAT=vText("NEEDS-ACTION"), RSVP=vText("TRUE")
    )
    event.add("attendee", guest)
    return _file(event, revision, method.value)


def _event(revision: Revision, *, cancelled: bool) -> Event:
    zone = ZoneInfo(revision.time_zone)
    event = Event()
    event.add("uid", revision.uid)
    event.add("sequence", revision.sequence)
    event.add("dtstamp", revision.dtstamp)
    event.add("dtstart", revision.during.start.astimezone(zone))
    event.add("dtend", revision.during.end.astimezone(zone))
    event.add("summary", revision.title)
    event.add("location", revision.place)
    if revision.lines:
        event.add("description", "\n".join(revision.lines))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE")
    return event


def _calendar(method: str | None) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if method is not None:
        calendar.add("method", method)
    return calendar


def _file(event: Event, revision: Revision, method: str | None) -> bytes:
    calendar = _calendar(method)
    calendar.add_component(vtimezone(revision.time_zone, revision.during.start))
    calendar.add_component(event)
    return bytes(calendar.to_ical())
