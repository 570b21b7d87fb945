"""The days of a group as a file for a phone's calendar (RFC 5545): the next day is known without being signed in."""

from collections.abc import Mapping
from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from game_server.application.appointments.event_file import PRODUCT
from game_server.application.appointments.vtimezone import vtimezone
from game_server.core import calendar as game

DISCREET = "Éclats"
"""The title of every day: a calendar on a phone is read by others too."""


def days_file(group: UUID, days: game.Calendar, *, place: str, at: datetime) -> bytes:
    """One event a day, in wall time of the group; `at` is the instant at which the calendar was last changed.

    The uid of a day stays the same, so that a file fetched again replaces what the first one wrote.
    """
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    if days.days:
        first = game.instant(days.days[0].on, days.days[0].opens, days.time_zone)
        file.add_component(vtimezone(days.time_zone, first))
    for day in days.days:
        file.add_component(_event(group, day, days.time_zone, {"location": place}, at))
    return bytes(file.to_ical())


def _event(group: UUID, day: game.PlannedDay, time_zone: str, said: Mapping[str, str], at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{group}-{day.number}@eclats")
    event.add("dtstamp", at)
    event.add("dtstart", _local(day, day.opens, time_zone))
    event.add("dtend", _local(day, day.closes, time_zone))
    event.add("summary", f"{DISCREET}, jour {day.number}")
    for name, text in said.items():
        event.add(name, text)
    return event


def _local(day: game.PlannedDay, at: time, time_zone: str) -> datetime:
    # through the instant, so that an hour that the clocks skip is written as the one they jump to
    return game.instant(day.on, at, time_zone).astimezone(ZoneInfo(time_zone))
