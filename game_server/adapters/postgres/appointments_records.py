"""Between the rows of appointments and the records of the application."""

from datetime import datetime, timedelta

from sqlalchemy.dialects.postgresql import Range

from game_server.adapters.postgres.appointments_tables import BookingRow, DeliveryRow
from game_server.application.appointments.records import Delivery
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import ACTIVE, Booking, Kind, Mode, Reply, Status, Warned

KEEPS_ITS_TIME = tuple(status.value for status in ACTIVE)


def as_range(interval: Interval) -> Range[datetime]:
    """Half-open, as everywhere."""
    return Range(interval.start, interval.end, bounds="[)")


def as_interval(value: Range[datetime]) -> Interval:
    """Read a range that a CHECK keeps bounded."""
    if value.lower is None or value.upper is None:
        raise ValueError("an unbounded range")
    return Interval(value.lower, value.upper)


def booking_of(row: BookingRow, first_name: str) -> Booking:
    """The record of a row."""
    return Booking(
        id=row.id,
        structure=row.structure,
        seat=row.seat,
        first_name=first_name,
        counsellor=row.counsellor,
        site=row.site,
        mission=row.mission_id,
        during=as_interval(row.during),
        blocked=as_interval(row.blocked),
        time_zone=row.time_zone,
        status=Status(row.status),
        uid=row.uid,
        sequence=row.sequence,
        dtstamp=row.dtstamp,
        idem_key=row.idem_key,
        request_hash=row.request_hash,
        shared=tuple(row.shared),
        calendar_checked=row.calendar_checked,
        confirmed_at=row.confirmed_at,
        calendar_etag=row.calendar_etag,
        calendar_at=row.calendar_at,
        held_until=row.held_until,
        kind=Kind(row.reason),
        mode=Mode(row.mode),
        cancel_before=timedelta(hours=row.cancel_hours),
        answer=None if row.answer is None else Reply(row.answer),
        warned=None if row.warned is None else Warned(row.warned),
    )


def new_booking_row(booking: Booking, at: datetime) -> BookingRow:
    """The row of a booking made `at`."""
    return BookingRow(
        id=booking.id,
        structure=booking.structure,
        seat=booking.seat,
        counsellor=booking.counsellor,
        site=booking.site,
        mission_id=booking.mission,
        during=as_range(booking.during),
        blocked=as_range(booking.blocked),
        time_zone=booking.time_zone,
        status=booking.status.value,
        uid=booking.uid,
        sequence=booking.sequence,
        dtstamp=booking.dtstamp,
        idem_key=booking.idem_key,
        request_hash=booking.request_hash,
        shared=list(booking.shared),
        calendar_checked=booking.calendar_checked,
        created_at=at,
        held_until=booking.held_until,
        reason=booking.kind.value,
        mode=booking.mode.value,
        cancel_hours=int(booking.cancel_before.total_seconds() // 3600),
    )


def delivery_row(delivery: Delivery, at: datetime) -> DeliveryRow:
    """The row of a message due `at` once."""
    return DeliveryRow(
        id=delivery.id,
        structure=delivery.structure,
        about=delivery.about,
        booking=delivery.booking,
        counsellor=delivery.counsellor,
        channel=delivery.channel.value,
        method=delivery.method.value,
        sequence=delivery.sequence,
        recipient=delivery.recipient,
        uid=delivery.uid,
        payload=delivery.payload,
        state="pending",
        attempts=0,
        next_at=at,
        give_up_at=delivery.give_up_at,
        created_at=at,
    )
