"""Appointments on PostgreSQL: the door to the rows, and what the database's refusals mean."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.appointments_after import AfterRows
from game_server.adapters.postgres.appointments_agendas import AgendaRows
from game_server.adapters.postgres.appointments_availability import AvailabilityRows
from game_server.adapters.postgres.appointments_bookings import BookingRows
from game_server.adapters.postgres.appointments_locks import LockedRows
from game_server.adapters.postgres.appointments_records import KEEPS_ITS_TIME
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.appointments_tables import BookingRow, CalendarRow
from game_server.adapters.postgres.appointments_told import ToldRows
from game_server.adapters.postgres.session import Database
from game_server.application.appointments.ports import Contention, SlotTaken
from game_server.application.ports import StoreUnreachableError

EXCLUSION = "23P01"
BEGIN_AGAIN = frozenset({"40P01", "40001", "55P03", "23505"})


class AppointmentRows(AvailabilityRows, AgendaRows, BookingRows, ToldRows, LockedRows, AfterRows):
    """Everything that one transaction may touch."""

    def __init__(self, session: AsyncSession, structure: UUID, box: SecretBox) -> None:
        """Work in this session, for this structure."""
        AvailabilityRows.__init__(self, session, structure, box)


class SqlAppointmentStore:
    """The store of appointments."""

    def __init__(self, database: Database, box: SecretBox) -> None:
        """Take the database and what seals calendar passwords."""
        self._database = database
        self._box = box

    @asynccontextmanager
    async def within(self, structure: UUID) -> AsyncIterator[AppointmentRows]:
        """Open one transaction confined to a structure."""
        with told_in_our_words():
            async with self._database.within(structure) as session:
                yield AppointmentRows(session, structure, self._box)

    async def feed_owner(self, feed_hash: str) -> tuple[UUID, UUID] | None:
        """Give (structure, staff) of the feed with this hash."""
        async with self._database.as_operator() as session:
            found = await session.execute(
                select(CalendarRow.structure, CalendarRow.staff).where(CalendarRow.feed_hash == feed_hash)
            )
            row = found.one_or_none()
            return None if row is None else (row[0], row[1])

    async def structure_of(self, uid: str) -> UUID | None:
        """Give the structure of the booking with this event, in any structure."""
        async with self._database.as_operator() as session:
            return await session.scalar(select(BookingRow.structure).where(BookingRow.uid == uid))

    async def calendars_to_read(self, read_before: datetime, now: datetime) -> list[tuple[UUID, UUID]]:
        """Give (structure, staff) of each calendar to read with a meeting to come that was last read before that."""
        awaited = (
            select(BookingRow.id)
            .where(BookingRow.counsellor == CalendarRow.staff, BookingRow.status.in_(KEEPS_ITS_TIME))
            .where(func.lower(BookingRow.during) > now)
            .exists()
        )
        async with self._database.as_operator() as session:
            found = await session.execute(
                select(CalendarRow.structure, CalendarRow.staff).where(
                    CalendarRow.caldav_url.is_not(None) | CalendarRow.busy_url.is_not(None),
                    CalendarRow.read_at.is_(None) | (CalendarRow.read_at < read_before),
                    awaited,
                )
            )
            return [(structure, staff) for structure, staff in found]


@contextmanager
def told_in_our_words() -> Iterator[None]:
    """Turn what the database refuses into `SlotTaken` or `Contention`; anything else goes through."""
    try:
        yield
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None)
        if state == EXCLUSION:
            raise SlotTaken(of_seat="booking_seat_free" in str(error.orig)) from error
        # A unique key of bookings means that the same request was quicker on another connection: the next try finds it.
        if state in BEGIN_AGAIN:
            raise Contention from error
        raise
    except StoreUnreachableError as error:
        raise Contention from error
