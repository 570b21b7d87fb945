"""The outbox on PostgreSQL: SKIP LOCKED with a lease, so that no message is ever in two hands."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import Executable, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from game_server.adapters.postgres.appointments import told_in_our_words
from game_server.adapters.postgres.appointments_availability import account_of
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.appointments_tables import BookingRow, CalendarRow, ConflictRow, DeliveryRow
from game_server.adapters.postgres.session import Database
from game_server.application.appointments.records import Claimed, Delivery
from game_server.application.appointments.sending import Outcome, Verdict
from game_server.application.appointments.words import Channel, ConflictKind, Method

OTHER = aliased(DeliveryRow)
SAME_ROAD = (
    (OTHER.about == DeliveryRow.about)
    & (OTHER.channel == DeliveryRow.channel)
    # What a counsellor who gave a meeting away must still hear is not older news of whoever has it now.
    & (OTHER.counsellor == DeliveryRow.counsellor)
)


class SqlOutgoing:
    """The outbox as its workers see it, over every structure."""

    def __init__(self, database: Database, box: SecretBox) -> None:
        """Take the database and what opens calendar passwords."""
        self._database = database
        self._box = box

    async def claim(self, limit: int, now: datetime, lease: timedelta) -> list[Claimed]:
        """Borrow what is due; older revisions of a booking go first, per channel, or are superseded."""
        with told_in_our_words():
            async with self._database.as_operator() as session:
                await session.execute(_supersede(now))
                return [await self._claimed(session, row, now + lease) for row in await _due(session, limit, now)]

    async def settle(self, claimed: Claimed, outcome: Outcome, now: datetime, retry_at: datetime | None) -> None:
        """Write what became of it, unless the lease went to somebody else meanwhile."""
        with told_in_our_words():
            async with self._database.as_operator() as session:
                row = await session.scalar(
                    select(DeliveryRow)
                    .where(DeliveryRow.id == claimed.delivery.id, DeliveryRow.lease == claimed.lease)
                    .where(DeliveryRow.state == "pending")
                    .with_for_update()
                )
                if row is not None:
                    await _note(session, row, outcome, now, retry_at)

    async def _claimed(self, session: AsyncSession, row: DeliveryRow, lease_until: datetime) -> Claimed:
        row.lease, row.lease_until, row.attempts = uuid4(), lease_until, row.attempts + 1
        account, etag = None, None
        if row.channel == Channel.CALDAV.value:
            calendar = await session.get(CalendarRow, row.counsellor)
            account = None if calendar is None else account_of(calendar, self._box)
            # The version belongs to the calendar of whoever has the meeting now, not to one that loses it.
            mine = (BookingRow.id == row.booking) & (BookingRow.counsellor == row.counsellor)
            etag = await session.scalar(select(BookingRow.calendar_etag).where(mine))
        return Claimed(_delivery(row), row.lease, row.attempts, account, etag)


def _supersede(now: datetime) -> Executable:
    newer = exists().where(SAME_ROAD, OTHER.sequence > DeliveryRow.sequence)
    return (
        update(DeliveryRow)
        .where(DeliveryRow.state == "pending", DeliveryRow.lease_until < now, newer)
        .values(state="superseded", payload=None, done_at=now)
        .execution_options(synchronize_session=False)
    )


async def _due(session: AsyncSession, limit: int, now: datetime) -> list[DeliveryRow]:
    older = exists().where(SAME_ROAD, OTHER.sequence < DeliveryRow.sequence, OTHER.state == "pending")
    found = await session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.state == "pending", DeliveryRow.next_at <= now, ~older)
        .where(or_(DeliveryRow.lease_until.is_(None), DeliveryRow.lease_until < now))
        .order_by(DeliveryRow.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(found)


async def _note(
    session: AsyncSession, row: DeliveryRow, outcome: Outcome, now: datetime, retry_at: datetime | None
) -> None:
    row.lease = row.lease_until = None
    row.reason = outcome.reason or None
    newer = await session.scalar(
        select(func.count())
        .select_from(OTHER)
        .where(OTHER.about == row.about, OTHER.channel == row.channel)
        .where(OTHER.counsellor == row.counsellor, OTHER.sequence > row.sequence)
    )
    if retry_at is not None and not newer:
        row.next_at = retry_at
        return
    row.state = "superseded" if retry_at is not None else outcome.verdict.value
    row.payload, row.done_at = None, now
    if row.channel == Channel.CALDAV.value and row.booking is not None:
        await _note_calendar(session, row, row.booking, outcome, now)


async def _note_calendar(
    session: AsyncSession, row: DeliveryRow, booking: UUID, outcome: Outcome, now: datetime
) -> None:
    if outcome.verdict is Verdict.DONE:
        await session.execute(
            update(BookingRow)
            .where(BookingRow.id == booking, BookingRow.counsellor == row.counsellor)
            .values(calendar_etag=outcome.etag, calendar_at=now)
        )
    if outcome.verdict is Verdict.CONFLICT:
        kind = ConflictKind.DELETED if outcome.reason == "deleted_elsewhere" else ConflictKind.MOVED
        await session.execute(
            insert(ConflictRow)
            .values(id=uuid4(), structure=row.structure, booking=booking, kind=kind.value, seen_at=now)
            .on_conflict_do_nothing()
        )


def _delivery(row: DeliveryRow) -> Delivery:
    return Delivery(
        id=row.id,
        structure=row.structure,
        about=row.about,
        booking=row.booking,
        counsellor=row.counsellor,
        channel=Channel(row.channel),
        method=Method(row.method),
        sequence=row.sequence,
        recipient=row.recipient,
        payload=row.payload or b"",
        give_up_at=row.give_up_at,
        uid=row.uid,
    )
