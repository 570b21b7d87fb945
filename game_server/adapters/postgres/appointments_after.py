"""Reminders and what follows a meeting, on PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.appointments_tables import FollowUpRow, InboundRow, ReminderChoiceRow, ReminderRow
from game_server.adapters.postgres.session import Database
from game_server.application.appointments.reminders import (
    FollowUp,
    Reminder,
    ReminderChoice,
    ReminderMoment,
    ReminderWay,
)
from game_server.application.appointments.words import Progress


class AfterRows:
    """The rows of reminders and follow-ups, inside one transaction."""

    _session: AsyncSession
    _structure: UUID

    async def remind(self, reminders: Collection[Reminder]) -> None:
        """Write reminders to come."""
        self._session.add_all(
            ReminderRow(
                id=it.id,
                structure=self._structure,
                booking=it.booking,
                sequence=it.sequence,
                moment=it.moment.value,
                due_at=it.due_at,
                state="waiting",
            )
            for it in reminders
        )

    async def take_reminder(self, reminder: UUID) -> Reminder | None:
        """Take a reminder that waits, for this transaction to send; None when another one has it."""
        row = await self._session.scalar(
            update(ReminderRow)
            .where(ReminderRow.id == reminder, ReminderRow.state == "waiting")
            .values(state="sent")
            .returning(ReminderRow)
        )
        if row is None:
            return None
        moment = ReminderMoment(row.moment)
        return Reminder(row.id, row.structure, row.booking, row.sequence, moment, row.due_at)

    async def void_reminder(self, reminder: UUID) -> None:
        """Never send it."""
        await self._session.execute(update(ReminderRow).where(ReminderRow.id == reminder).values(state="void"))

    async def postpone_reminder(self, reminder: UUID, due_at: datetime) -> None:
        """Put it back, for later."""
        again = update(ReminderRow).where(ReminderRow.id == reminder)
        await self._session.execute(again.values(state="waiting", due_at=due_at))

    async def reminder_choice(self, seat: UUID) -> ReminderChoice:
        """Give what this person chose, or what everybody has."""
        row = await self._session.get(ReminderChoiceRow, seat)
        if row is None:
            return ReminderChoice()
        ways, moments = map(ReminderWay, row.ways), map(ReminderMoment, row.moments)
        return ReminderChoice(tuple(ways), tuple(moments), row.email, row.phone)

    async def save_reminder_choice(self, seat: UUID, choice: ReminderChoice) -> None:
        """Write what this person chose."""
        values = {
            "ways": [it.value for it in choice.ways],
            "moments": [it.value for it in choice.moments],
            "email": choice.email,
            "phone": choice.phone,
        }
        await self._session.execute(
            insert(ReminderChoiceRow)
            .values(seat=seat, structure=self._structure, **values)
            .on_conflict_do_update(index_elements=["seat"], set_=values)
        )

    async def follow_up(self, question: UUID) -> FollowUp | None:
        """Give one question."""
        row = await self._session.get(FollowUpRow, question)
        return None if row is None else _follow_up(row)

    async def follow_ups(self, bookings: Collection[UUID]) -> list[FollowUp]:
        """Give the questions about these meetings, by time."""
        found = await self._session.scalars(
            select(FollowUpRow).where(FollowUpRow.booking.in_(bookings)).order_by(FollowUpRow.due_at)
        )
        return [_follow_up(it) for it in found]

    async def plan_follow_ups(self, follow_ups: Collection[FollowUp]) -> None:
        """Write the questions about one meeting; those written before for it are replaced."""
        whose = {it.booking for it in follow_ups}
        await self._session.execute(delete(FollowUpRow).where(FollowUpRow.booking.in_(whose)))
        self._session.add_all(
            FollowUpRow(
                id=it.id,
                structure=self._structure,
                booking=it.booking,
                days=it.days,
                what=it.what,
                due_at=it.due_at,
            )
            for it in follow_ups
        )

    async def take_follow_up(self, question: UUID, at: datetime) -> FollowUp | None:
        """Note that it was asked; None when it was already."""
        row = await self._session.scalar(
            update(FollowUpRow)
            .where(FollowUpRow.id == question, FollowUpRow.asked_at.is_(None))
            .values(asked_at=at)
            .returning(FollowUpRow)
        )
        return None if row is None else _follow_up(row)

    async def answer_follow_up(self, question: UUID, done: Progress, at: datetime) -> None:
        """Note the answer."""
        await self._session.execute(
            update(FollowUpRow).where(FollowUpRow.id == question).values(done=done.value, done_at=at)
        )

    async def first_reading(self, message_id: str, at: datetime) -> bool:
        """Note that this mail was read; False when it was already."""
        noted = insert(InboundRow).values(message_id=message_id, structure=self._structure, result="read", at=at)
        row = await self._session.scalar(noted.on_conflict_do_nothing().returning(InboundRow.message_id))
        return row is not None


class SqlDueReminders:
    """What is due, over every structure."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def reminders(self, now: datetime, limit: int) -> list[tuple[UUID, UUID]]:
        """Give (structure, reminder) of each reminder that is due."""
        due = select(ReminderRow.structure, ReminderRow.id).where(
            ReminderRow.state == "waiting", ReminderRow.due_at <= now
        )
        async with self._database.as_operator() as session:
            found = await session.execute(due.order_by(ReminderRow.due_at).limit(limit))
            return [(structure, reminder) for structure, reminder in found]

    async def follow_ups(self, now: datetime, limit: int) -> list[tuple[UUID, UUID]]:
        """Give (structure, follow-up) of each question that is due."""
        due = select(FollowUpRow.structure, FollowUpRow.id).where(
            FollowUpRow.asked_at.is_(None), FollowUpRow.due_at <= now
        )
        async with self._database.as_operator() as session:
            found = await session.execute(due.order_by(FollowUpRow.due_at).limit(limit))
            return [(structure, question) for structure, question in found]


def _follow_up(row: FollowUpRow) -> FollowUp:
    done = None if row.done is None else Progress(row.done)
    return FollowUp(row.id, row.booking, row.days, row.what, row.due_at, row.asked_at is not None, done)
