"""What is said of meetings on PostgreSQL: messages on their way, notices, facts, conflicts with a calendar."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.appointments_records import (
    as_interval,
    as_range,
    delivery_row,
)
from game_server.adapters.postgres.appointments_tables import (
    AppointmentNoticeRow,
    ConflictRow,
    DeliveryRow,
)
from game_server.adapters.postgres.people_tables import FactRow
from game_server.application.appointments.ports import Sending
from game_server.application.appointments.records import Conflict, Delivery, Fact, Notice
from game_server.application.appointments.words import (
    ConflictKind,
    NoticeKind,
)


class ToldRows:
    """The rows that tell somebody something about a meeting."""

    def __init__(self, session: AsyncSession, structure: UUID) -> None:
        """Work in this session, for this structure."""
        self._session = session
        self._structure = structure

    async def enqueue(self, deliveries: Iterable[Delivery], at: datetime) -> None:
        """Put messages in the outbox; older ones still waiting for the same booking and channel are superseded."""
        for it in deliveries:
            self._session.add(delivery_row(it, at))
            if it.sequence == 0:
                continue
            waits = or_(DeliveryRow.lease_until.is_(None), DeliveryRow.lease_until < at)
            await self._session.execute(
                update(DeliveryRow)
                .where(
                    DeliveryRow.about == it.about,
                    DeliveryRow.channel == it.channel.value,
                    DeliveryRow.counsellor == it.counsellor,
                    DeliveryRow.sequence < it.sequence,
                    DeliveryRow.state == "pending",
                    waits,
                )
                .values(state="superseded", payload=None, done_at=at)
            )

    async def sendings(self, bookings: Collection[UUID]) -> list[Sending]:
        """Give the messages about these bookings."""
        found = await self._session.scalars(
            select(DeliveryRow).where(DeliveryRow.booking.in_(bookings)).order_by(DeliveryRow.created_at)
        )
        return [
            Sending(it.booking, it.channel, it.method, it.sequence, it.state, it.reason, it.done_at)
            for it in found
            if it.booking is not None
        ]

    async def tell(self, facts: Collection[Fact]) -> None:
        """Leave facts for the game, in this very transaction."""
        self._session.add_all(
            FactRow(
                id=it.id,
                structure=it.structure,
                group_id=it.group,
                fact=json.dumps(dict(it.body)),
                created_at=it.at,
            )
            for it in facts
        )

    async def notify(self, notice: Notice) -> None:
        """Leave a notice for a young person."""
        self._session.add(
            AppointmentNoticeRow(
                id=notice.id,
                structure=notice.structure,
                seat=notice.seat,
                booking=notice.booking,
                kind=notice.kind.value,
                start=notice.start,
                time_zone=notice.time_zone,
                at=notice.at,
            )
        )

    async def notices(self, seat: UUID) -> list[Notice]:
        """Give the notices not yet seen, oldest first."""
        found = await self._session.scalars(
            select(AppointmentNoticeRow)
            .where(AppointmentNoticeRow.seat == seat, AppointmentNoticeRow.seen_at.is_(None))
            .order_by(AppointmentNoticeRow.at)
        )
        return [
            Notice(it.id, it.structure, it.seat, it.booking, NoticeKind(it.kind), it.start, it.time_zone, it.at)
            for it in found
        ]

    async def mark_seen(self, seat: UUID, notices: Collection[UUID], at: datetime) -> None:
        """Note that the young person has seen these."""
        await self._session.execute(
            update(AppointmentNoticeRow)
            .where(AppointmentNoticeRow.seat == seat, AppointmentNoticeRow.id.in_(notices))
            .values(seen_at=at)
        )

    async def conflicts(self, bookings: Collection[UUID]) -> list[Conflict]:
        """Give the open conflicts of these bookings."""
        found = await self._session.scalars(select(ConflictRow).where(ConflictRow.booking.in_(bookings)))
        return [
            Conflict(it.booking, ConflictKind(it.kind), None if it.found is None else as_interval(it.found), it.seen_at)
            for it in found
        ]

    async def replace_conflicts(self, booking: UUID, conflicts: Iterable[Conflict]) -> None:
        """Replace the open conflicts of one booking."""
        await self._session.execute(delete(ConflictRow).where(ConflictRow.booking == booking))
        self._session.add_all(
            ConflictRow(
                id=uuid4(),
                structure=self._structure,
                booking=it.booking,
                kind=it.kind.value,
                found=None if it.found is None else as_range(it.found),
                seen_at=it.seen_at,
            )
            for it in conflicts
        )
