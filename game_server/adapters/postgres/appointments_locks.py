"""What a booking does under its locks, for many at once: one statement for each question, however many ask."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ARRAY, DateTime, Text, Uuid, bindparam, delete, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.appointments_records import as_range, new_booking_row
from game_server.adapters.postgres.appointments_tables import BookingEventRow, BookingRow
from game_server.application.appointments.records import Kept
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import Booking, Status

PATIENCE = text("SELECT set_config('lock_timeout', '3s', true)")
# The names come sorted, counsellors before seats: whoever asks for several takes them in the order of everybody else.
LOCK = text(
    "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(:names) WITH ORDINALITY AS it (name, place)"
).bindparams(bindparam("names", type_=ARRAY(Text)))
UUIDS, MOMENT = ARRAY(Uuid()), DateTime(timezone=True)
LAPSED = text("""
    DELETE FROM booking WHERE structure = :structure AND status = 'held' AND held_until <= :at
        AND (counsellor = ANY(:counsellors) OR seat = ANY(:seats))
""").bindparams(
    bindparam("structure", type_=Uuid()),
    bindparam("at", type_=MOMENT),
    bindparam("counsellors", type_=UUIDS),
    bindparam("seats", type_=UUIDS),
)
KEPT = text("""
    SELECT id, seat, counsellor, mission_id, lower(during), upper(during), lower(blocked), upper(blocked),
        status = 'held'
    FROM booking
    WHERE structure = :structure AND (status = 'booked' OR status = 'held' AND held_until > :at)
        AND (counsellor = ANY(:counsellors) AND blocked && tstzrange(:start, :end) OR seat = ANY(:seats))
""").bindparams(
    bindparam("structure", type_=Uuid()),
    *(bindparam(name, type_=MOMENT) for name in ("at", "start", "end")),
    bindparam("counsellors", type_=UUIDS),
    bindparam("seats", type_=UUIDS),
)


class LockedRows:
    """The part of the rows that works for many at once."""

    _session: AsyncSession
    _structure: UUID

    async def lock(self, counsellors: Collection[UUID], seats: Collection[UUID], at: datetime) -> None:
        """Wait for the locks of the counsellors then of the seats, and forget lapsed holds of theirs."""
        names = [*sorted(f"counsellor:{it}" for it in counsellors), *sorted(f"seat:{it}" for it in seats)]
        await self._session.execute(PATIENCE)
        await self._session.execute(LOCK, {"names": names})
        whose = {"structure": self._structure, "counsellors": list(counsellors), "seats": list(seats)}
        await self._session.execute(LAPSED, {**whose, "at": at})

    async def kept(
        self, counsellors: Collection[UUID], seats: Collection[UUID], window: Interval, at: datetime
    ) -> list[Kept]:
        """Give what bookings, and holds that last at that instant, keep of their time within the window."""
        whose = {"structure": self._structure, "counsellors": list(counsellors), "seats": list(seats)}
        found = await self._session.execute(KEPT, {**whose, "at": at, "start": window.start, "end": window.end})
        return [
            Kept(row, seat, counsellor, mission, Interval(*times[:2]), Interval(*times[2:]), held=held)
            for row, seat, counsellor, mission, *times, held in found
        ]

    async def add(self, new: Collection[Booking], changed: Collection[Booking], at: datetime) -> None:
        """Write new rows, and what holds have become."""
        self._session.add_all(new_booking_row(it, at) for it in new)
        for it in changed:
            await self._session.execute(update(BookingRow).where(BookingRow.id == it.id).values(**_columns(it)))
        await self._session.flush()
        self._session.add_all(
            BookingEventRow(
                id=uuid4(),
                structure=self._structure,
                booking=it.id,
                what=it.status.value,
                sequence=it.sequence,
                during=as_range(it.during),
                by_staff=False,
                at=at,
            )
            for it in (*new, *changed)
            if it.status is Status.BOOKED
        )

    async def release(self, holds: Collection[UUID]) -> None:
        """Forget these holds."""
        if holds:
            await self._session.execute(
                delete(BookingRow).where(BookingRow.id.in_(holds), BookingRow.status == Status.HELD.value)
            )


def _columns(booking: Booking) -> dict[str, object]:
    return {
        "mission_id": booking.mission,
        "status": booking.status.value,
        "uid": booking.uid,
        "dtstamp": booking.dtstamp,
        "idem_key": booking.idem_key,
        "request_hash": booking.request_hash,
        "shared": list(booking.shared),
        "calendar_checked": booking.calendar_checked,
        "held_until": booking.held_until,
        "reason": booking.kind.value,
        "mode": booking.mode.value,
        "cancel_hours": int(booking.cancel_before.total_seconds() // 3600),
        "blocked": as_range(booking.blocked),
    }
