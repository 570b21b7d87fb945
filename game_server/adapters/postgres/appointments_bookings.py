"""Bookings on PostgreSQL, and what is said about them, inside one transaction."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.appointments_records import (
    as_range,
    booking_of,
    new_booking_row,
)
from game_server.adapters.postgres.appointments_tables import (
    BookingEventRow,
    BookingRow,
    ChoiceRow,
    DeliveryRow,
    ReminderChoiceRow,
    ReminderRow,
)
from game_server.adapters.postgres.people_tables import GroupRow, SeatRow
from game_server.application.appointments.ports import CallBack
from game_server.application.appointments.records import Chosen
from game_server.application.appointments.words import (
    Booking,
    Choice,
    Counsellor,
    Seat,
    Status,
)

ERASED = "une personne"


class BookingRows:
    """The rows of meetings."""

    def __init__(self, session: AsyncSession, structure: UUID) -> None:
        """Work in this session, for this structure."""
        self._session = session
        self._structure = structure

    async def seat(self, seat: UUID) -> Seat | None:
        """Give one young person."""
        found = await self.seats([seat])
        return found[0] if found else None

    async def seats(self, seats: Collection[UUID]) -> list[Seat]:
        """Give those of them who exist."""
        found = await self._session.execute(
            select(SeatRow.id, SeatRow.structure, SeatRow.group_id, SeatRow.first_name, SeatRow.referent, GroupRow.site)
            .join(GroupRow, GroupRow.id == SeatRow.group_id)
            .where(SeatRow.id.in_(seats))
        )
        return [Seat(*row) for row in found]

    async def booking(self, booking: UUID) -> Booking | None:
        """Give one booking."""
        return await self._one(BookingRow.id == booking)

    async def booking_with_uid(self, uid: str) -> Booking | None:
        """Give the booking of an event."""
        return await self._one(BookingRow.uid == uid)

    async def bookings_with_keys(self, keys: Collection[tuple[UUID, str]]) -> list[Booking]:
        """Give what earlier requests with these (seat, key) made."""
        found = await self._all(
            BookingRow.seat.in_({seat for seat, _ in keys}) & BookingRow.idem_key.in_({key for _, key in keys})
        )
        return [it for it in found if (it.seat, it.idem_key) in keys]

    async def bookings_of_seat(self, seat: UUID) -> list[Booking]:
        """Give the meetings of one seat, by time."""
        return await self._all((BookingRow.seat == seat) & (BookingRow.status != Status.HELD.value))

    async def bookings_of_counsellor(self, staff: UUID, since: datetime) -> list[Booking]:
        """Give the meetings of one counsellor that end after `since`, by time."""
        met = (BookingRow.status != Status.HELD.value) & (func.upper(BookingRow.during) > since)
        return await self._all((BookingRow.counsellor == staff) & met)

    async def save(self, booking: Booking, what: str, *, by_staff: bool, at: datetime) -> None:
        """Write a new booking, or the changed times, status and revision of a known one, and one line of history."""
        row = await self._session.get(BookingRow, booking.id)
        if row is None:
            self._session.add(new_booking_row(booking, at))
        else:
            if row.sequence != booking.sequence:
                await self._void_reminders(booking.id, at)
            # Not the calendar's version: the outbox writes that, meanwhile and without our lock.
            row.during, row.blocked = as_range(booking.during), as_range(booking.blocked)
            row.status, row.confirmed_at = booking.status.value, booking.confirmed_at
            row.sequence, row.dtstamp = booking.sequence, booking.dtstamp
            row.counsellor, row.shared = booking.counsellor, list(booking.shared)
            row.answer, row.warned = booking.answer and booking.answer.value, booking.warned and booking.warned.value
        await self._session.flush()
        self._session.add(
            BookingEventRow(
                id=uuid4(),
                structure=self._structure,
                booking=booking.id,
                what=what,
                sequence=booking.sequence,
                during=as_range(booking.during),
                by_staff=by_staff,
                at=at,
            )
        )

    async def _void_reminders(self, booking: UUID, at: datetime) -> None:
        """Another revision: what would announce the one before never leaves."""
        of_booking = ReminderRow.booking == booking
        waits = or_(DeliveryRow.lease_until.is_(None), DeliveryRow.lease_until < at)
        await self._session.execute(
            update(DeliveryRow)
            .where(DeliveryRow.about.in_(select(ReminderRow.id).where(of_booking)))
            .where(DeliveryRow.state == "pending", waits)
            .values(state="superseded", payload=None, done_at=at)
        )
        waiting = update(ReminderRow).where(of_booking, ReminderRow.state == "waiting")
        await self._session.execute(waiting.values(state="void"))

    async def take_version(self, booking: UUID, etag: str | None) -> None:
        """Accept the version of our event that the calendar holds, so that the next write may replace it."""
        await self._session.execute(update(BookingRow).where(BookingRow.id == booking).values(calendar_etag=etag))

    async def choose(self, chosen: Collection[Chosen]) -> set[UUID]:
        """Write the choices of seats in missions; the last one counts. Give the ids of those that changed something."""
        if not chosen:
            return set()
        names = ("id", "choice", "shared", "at")
        new = insert(ChoiceRow).values(
            [
                {
                    "id": it.id,
                    "structure": self._structure,
                    "seat": it.seat,
                    "mission_id": it.mission,
                    "choice": it.choice.value,
                    "shared": list(it.shared),
                    "at": it.at,
                }
                for it in chosen
            ]
        )
        changed = await self._session.scalars(
            new.on_conflict_do_update(
                index_elements=["seat", "mission_id"],
                set_={name: new.excluded[name] for name in names},
                where=ChoiceRow.choice != new.excluded.choice,
            ).returning(ChoiceRow.id)
        )
        return set(changed)

    async def call_backs(self, counsellor: Counsellor) -> list[CallBack]:
        """Give who waits for a call: the counsellor's own, and those of the site who have no referent."""
        without_referent = SeatRow.referent.is_(None) & (GroupRow.site == counsellor.place.id)
        found = await self._session.execute(
            select(ChoiceRow, SeatRow)
            .join(SeatRow, SeatRow.id == ChoiceRow.seat)
            .join(GroupRow, GroupRow.id == SeatRow.group_id)
            .where(ChoiceRow.choice == Choice.CALL_BACK.value, (SeatRow.referent == counsellor.id) | without_referent)
            .order_by(ChoiceRow.at)
        )
        return [CallBack(row.id, seat.first_name, seat.phone, tuple(row.shared), row.at) for row, seat in found]

    async def forget_shared(self, seat: UUID) -> None:
        """Erase what this seat shared and where to reach them; a call-back not yet told is told no more."""
        await self._session.execute(delete(ReminderChoiceRow).where(ReminderChoiceRow.seat == seat))
        asked = select(ChoiceRow.id).where(ChoiceRow.seat == seat).scalar_subquery()
        await self._session.execute(update(BookingRow).where(BookingRow.seat == seat).values(shared=[]))
        await self._session.execute(update(ChoiceRow).where(ChoiceRow.seat == seat).values(shared=[]))
        await self._session.execute(
            update(DeliveryRow)
            .where(DeliveryRow.state == "pending", DeliveryRow.about.in_(asked))
            .values(state="dead", reason="erased", payload=None)
        )

    async def _one(self, condition: ColumnElement[bool]) -> Booking | None:
        found = await self._all(condition)
        return found[0] if found else None

    async def _all(self, condition: ColumnElement[bool]) -> list[Booking]:
        found = await self._session.execute(
            select(BookingRow, SeatRow.first_name)
            .outerjoin(SeatRow, SeatRow.id == BookingRow.seat)
            .where(condition)
            .order_by(func.lower(BookingRow.during), BookingRow.id)
            .execution_options(populate_existing=True)
        )
        return [booking_of(row, first_name or ERASED) for row, first_name in found]
