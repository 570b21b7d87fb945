"""The tables of appointments, as the ORM reads them; their shape is made by migrations 0003 and 0009. All are walled."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ARRAY, Text
from sqlalchemy.dialects.postgresql import TSTZRANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from game_server.adapters.postgres.session import Base, OfStructure


class CalendarRow(OfStructure, Base):
    """How one counsellor receives appointments; the secret is sealed."""

    __tablename__ = "counsellor_calendar"
    staff: Mapped[UUID] = mapped_column(primary_key=True)
    site: Mapped[UUID]
    channel: Mapped[str]
    email: Mapped[str]
    caldav_url: Mapped[str | None]
    caldav_user: Mapped[str | None]
    caldav_secret: Mapped[str | None]
    read_at: Mapped[datetime | None]
    minutes: Mapped[int]
    minutes_before: Mapped[int]
    minutes_after: Mapped[int]
    step_minutes: Mapped[int]
    notice_minutes: Mapped[int]
    days_ahead: Mapped[int]
    daily_cap: Mapped[int | None]
    busy_url: Mapped[str | None]
    sync_token: Mapped[str | None]
    phone: Mapped[str | None]
    video_link: Mapped[str | None]
    words: Mapped[str | None]
    feed_hash: Mapped[str | None]
    replaced_by: Mapped[UUID | None]


class ReasonRow(OfStructure, Base):
    """One sort of meeting that a counsellor gives."""

    __tablename__ = "meeting_reason"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff: Mapped[UUID]
    kind: Mapped[str]
    mode: Mapped[str]
    minutes: Mapped[int]
    minutes_before: Mapped[int]
    minutes_after: Mapped[int]
    step_minutes: Mapped[int]
    notice_minutes: Mapped[int]
    days_ahead: Mapped[int]
    daily_cap: Mapped[int | None]
    cancel_hours: Mapped[int]


class OpeningRow(OfStructure, Base):
    """Weekly hours in wall time."""

    __tablename__ = "availability_rule"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff: Mapped[UUID]
    weekday: Mapped[int]
    local_start: Mapped[time]
    local_end: Mapped[time]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class ExceptionRow(OfStructure, Base):
    """One special day."""

    __tablename__ = "availability_exception"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff: Mapped[UUID]
    day: Mapped[date]
    local_start: Mapped[time | None]
    local_end: Mapped[time | None]


class AbsenceRow(OfStructure, Base):
    """One absence."""

    __tablename__ = "absence"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff: Mapped[UUID]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)


class BusyRow(OfStructure, Base):
    """One busy time read in the counsellor's calendar: when, and never what."""

    __tablename__ = "busy_block"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff: Mapped[UUID]
    ext_id: Mapped[str]
    occurrence: Mapped[str]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    seen_at: Mapped[datetime]


class BookingRow(OfStructure, Base):
    """One meeting."""

    __tablename__ = "booking"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[UUID | None]
    counsellor: Mapped[UUID]
    site: Mapped[UUID]
    mission_id: Mapped[str | None]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    blocked: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    time_zone: Mapped[str]
    status: Mapped[str]
    uid: Mapped[str]
    sequence: Mapped[int]
    dtstamp: Mapped[datetime]
    idem_key: Mapped[str]
    request_hash: Mapped[str]
    shared: Mapped[list[str]] = mapped_column(ARRAY(Text))
    calendar_checked: Mapped[bool]
    confirmed_at: Mapped[datetime | None]
    calendar_etag: Mapped[str | None]
    calendar_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    held_until: Mapped[datetime | None]
    reason: Mapped[str]
    mode: Mapped[str]
    cancel_hours: Mapped[int]
    warned: Mapped[str | None]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]


class BookingEventRow(OfStructure, Base):
    """One line of a booking's history: no names."""

    __tablename__ = "booking_event"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    booking: Mapped[UUID]
    what: Mapped[str]
    sequence: Mapped[int]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    by_staff: Mapped[bool]
    at: Mapped[datetime]


class ConflictRow(OfStructure, Base):
    """One open disagreement with the counsellor's calendar."""

    __tablename__ = "booking_conflict"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    booking: Mapped[UUID]
    kind: Mapped[str]
    found: Mapped[Range[datetime] | None] = mapped_column(TSTZRANGE)
    seen_at: Mapped[datetime]


class AppointmentNoticeRow(OfStructure, Base):
    """Something to tell one young person."""

    __tablename__ = "appointment_notice"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[UUID]
    booking: Mapped[UUID]
    kind: Mapped[str]
    start: Mapped[datetime]
    time_zone: Mapped[str]
    at: Mapped[datetime]
    seen_at: Mapped[datetime | None]


class ChoiceRow(OfStructure, Base):
    """How one seat ended one appointment mission."""

    __tablename__ = "choice"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[UUID]
    mission_id: Mapped[str]
    choice: Mapped[str]
    shared: Mapped[list[str]] = mapped_column(ARRAY(Text))
    at: Mapped[datetime]


class DeliveryRow(OfStructure, Base):
    """One message of the outbox; its bytes are dropped once they are of no more use."""

    __tablename__ = "delivery"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    about: Mapped[UUID]
    booking: Mapped[UUID | None]
    counsellor: Mapped[UUID]
    channel: Mapped[str]
    method: Mapped[str]
    sequence: Mapped[int]
    recipient: Mapped[str]
    uid: Mapped[str]
    payload: Mapped[bytes | None]
    state: Mapped[str]
    attempts: Mapped[int]
    next_at: Mapped[datetime]
    give_up_at: Mapped[datetime]
    lease: Mapped[UUID | None]
    lease_until: Mapped[datetime | None]
    reason: Mapped[str | None]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class ReminderRow(OfStructure, Base):
    """One reminder of one revision."""

    __tablename__ = "reminder"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    booking: Mapped[UUID]
    sequence: Mapped[int]
    moment: Mapped[str]
    due_at: Mapped[datetime]
    state: Mapped[str]


class ReminderChoiceRow(OfStructure, Base):
    """How one person wants to be reminded."""

    __tablename__ = "reminder_choice"
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    ways: Mapped[list[str]] = mapped_column(ARRAY(Text))
    moments: Mapped[list[str]] = mapped_column(ARRAY(Text))
    email: Mapped[str | None]
    phone: Mapped[str | None]


class FollowUpRow(OfStructure, Base):
    """One question after a meeting: what became of what was decided."""

    __tablename__ = "follow_up"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    booking: Mapped[UUID]
    days: Mapped[int]
    what: Mapped[str]
    due_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    done: Mapped[str | None]
    done_at: Mapped[datetime | None]


class InboundRow(OfStructure, Base):
    """One mail that was read, so that it is acted upon once."""

    __tablename__ = "inbound_mail"
    message_id: Mapped[str] = mapped_column(primary_key=True)
    result: Mapped[str]
    at: Mapped[datetime]
