"""When a person is reminded of a meeting. Pure: moments are tied to the revision that they announce."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from game_server.application.appointments.slots import from_wall
from game_server.application.appointments.words import Booking, Progress

WAKES, SLEEPS, ASKS = time(8), time(20), time(10)
EARLIEST = timedelta(hours=1)


class ReminderMoment(StrEnum):
    """When: seven days before, forty-eight hours before, the morning itself."""

    WEEK = "week"
    TWO_DAYS = "two_days"
    MORNING = "morning"


class ReminderWay(StrEnum):
    """How: a text message, a mail, or a line in the app."""

    SMS = "sms"
    EMAIL = "email"
    APP = "app"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder to come; it is void as soon as the booking has another revision or no longer stands."""

    id: UUID
    structure: UUID
    booking: UUID
    sequence: int
    moment: ReminderMoment
    due_at: datetime


@dataclass(frozen=True, slots=True)
class ReminderChoice:
    """What one person chose; in the app, two days before and on the morning, until they say otherwise."""

    ways: tuple[ReminderWay, ...] = (ReminderWay.APP,)
    moments: tuple[ReminderMoment, ...] = (ReminderMoment.TWO_DAYS, ReminderMoment.MORNING)
    email: str | None = None
    phone: str | None = None


def plan(booking: Booking, now: datetime) -> list[Reminder]:
    """The reminders of this revision that are still to come; none for what is near enough to be remembered."""
    return [
        Reminder(uuid4(), booking.structure, booking.id, booking.sequence, moment, due)
        for moment, due in _moments(booking)
        if now < due <= booking.during.start - EARLIEST
    ]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One question, seven or thirty days after a meeting: what became of `what`."""

    id: UUID
    booking: UUID
    days: int
    what: str
    due_at: datetime
    asked: bool = False
    done: Progress | None = None


def follow_ups(booking: Booking, what: str) -> list[FollowUp]:
    """The two questions about a meeting; the second comes a day early, for on the thirtieth the meeting is erased."""
    zone = ZoneInfo(booking.time_zone)
    day = booking.during.start.astimezone(zone).date()
    return [
        FollowUp(uuid4(), booking.id, days, what, from_wall(day + timedelta(days=asked), ASKS, zone))
        for days, asked in ((7, 7), (30, 29))
    ]


def _moments(booking: Booking) -> Iterator[tuple[ReminderMoment, datetime]]:
    zone, start = ZoneInfo(booking.time_zone), booking.during.start
    yield ReminderMoment.WEEK, awake(start - timedelta(days=7), zone)
    yield ReminderMoment.TWO_DAYS, awake(start - timedelta(days=2), zone)
    yield ReminderMoment.MORNING, from_wall(start.astimezone(zone).date(), WAKES, zone)


def awake(instant: datetime, zone: ZoneInfo) -> datetime:
    """The instant, or the next eight in the morning when it falls in the quiet hours of that place."""
    local = instant.astimezone(zone)
    if WAKES <= local.time() < SLEEPS:
        return instant
    day = local.date() + timedelta(days=1 if local.time() >= SLEEPS else 0)
    return from_wall(day, WAKES, zone)
