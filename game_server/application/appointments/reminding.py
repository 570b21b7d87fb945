"""Sends what a person asked to be reminded of, and asks later what became of what was decided.

A reminder belongs to one revision: of a meeting that was moved or cancelled since, none ever leaves. Its words are
discreet: no name, no place, nothing that tells a neighbour what it is about.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from game_server.application.appointments import refusals
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.own_appointments import own
from game_server.application.appointments.ports import AppointmentStore, Clock, Rows
from game_server.application.appointments.reminders import (
    FollowUp,
    Reminder,
    ReminderChoice,
    ReminderMoment,
    ReminderWay,
    awake,
)
from game_server.application.appointments.words import Booking, NoticeKind, Progress, Status
from game_server.application.refusals import RefusedRequest

TOO_LATE = timedelta(hours=12)
AT_ONCE = 50


class DueReminders(Protocol):
    """What is due, over every structure."""

    async def reminders(self, now: datetime, limit: int) -> list[tuple[UUID, UUID]]:
        """Give (structure, reminder) of each reminder that is due."""

    async def follow_ups(self, now: datetime, limit: int) -> list[tuple[UUID, UUID]]:
        """Give (structure, follow-up) of each question that is due."""


@dataclass(frozen=True, slots=True)
class Reminding:
    """What one chooses about reminders, and the worker that sends them. `ways` are those that this server can use."""

    store: AppointmentStore
    due: DueReminders
    messages: Messages
    clock: Clock
    ways: frozenset[ReminderWay] = frozenset({ReminderWay.APP, ReminderWay.EMAIL})

    async def choice(self, structure: UUID, seat: UUID) -> ReminderChoice:
        """What this person chose."""
        async with self.store.within(structure) as rows:
            return await rows.reminder_choice(seat)

    async def choose(self, structure: UUID, seat: UUID, choice: ReminderChoice) -> None:
        """Choose; refuses `contact_missing` when a way has no address."""
        known = replace(choice, ways=tuple(it for it in choice.ways if it in self.ways))
        if (ReminderWay.EMAIL in known.ways and not known.email) or (ReminderWay.SMS in known.ways and not known.phone):
            raise RefusedRequest("contact_missing", "Donne l’adresse ou le numéro où te prévenir.")
        async with self.store.within(structure) as rows:
            await rows.save_reminder_choice(seat, known)

    async def follow_ups(self, structure: UUID, seat: UUID) -> list[FollowUp]:
        """The questions that were asked and not answered yet."""
        async with self.store.within(structure) as rows:
            bookings = await rows.bookings_of_seat(seat)
            found = await rows.follow_ups([it.id for it in bookings])
        return [it for it in found if it.asked and it.done is None]

    async def answer(self, structure: UUID, seat: UUID, question: UUID, done: Progress) -> None:
        """Say what became of what was decided; refuses `appointment_not_found` for anybody else's."""
        async with self.store.within(structure) as rows:
            found = await rows.follow_up(question)
            if found is None:
                raise refusals.not_found()
            await own(rows, seat, found.booking)
            await rows.answer_follow_up(question, done, self.clock())

    async def run_once(self) -> int:
        """Send and ask what is due; give how many of them left."""
        now = self.clock()
        sent = [await self._remind(*it, now) for it in await self.due.reminders(now, AT_ONCE)]
        asked = [await self._ask(*it, now) for it in await self.due.follow_ups(now, AT_ONCE)]
        return sum(sent) + sum(asked)

    async def _remind(self, structure: UUID, reminder: UUID, now: datetime) -> bool:
        async with self.store.within(structure) as rows:
            it = await rows.take_reminder(reminder)
            booking = None if it is None else await rows.booking(it.booking)
            if it is None or booking is None or booking.seat is None:
                return False
            choice = await rows.reminder_choice(booking.seat)
            if not _still_wanted(it, booking, choice, now):
                await rows.void_reminder(reminder)
                return False
            later = awake(now, ZoneInfo(booking.time_zone))
            if later > now:
                await rows.postpone_reminder(reminder, later)
                return False
            await self._send(rows, it, booking, choice, now)
            return True

    async def _send(
        self, rows: Rows, reminder: Reminder, booking: Booking, choice: ReminderChoice, now: datetime
    ) -> None:
        if booking.seat is not None and (ReminderWay.APP in choice.ways or not choice.ways):
            await rows.notify(self.messages.notice(booking, booking.seat, NoticeKind.REMINDER, now))
        if ReminderWay.EMAIL in choice.ways and choice.email:
            await rows.enqueue([self.messages.reminder_mail(reminder.id, booking, choice.email, now)], now)
        if ReminderWay.SMS in choice.ways and choice.phone:
            await rows.enqueue([self.messages.reminder_text(reminder.id, booking, choice.phone)], now)

    async def _ask(self, structure: UUID, question: UUID, now: datetime) -> bool:
        async with self.store.within(structure) as rows:
            found = await rows.take_follow_up(question, now)
            booking = None if found is None else await rows.booking(found.booking)
            if booking is None or booking.seat is None:
                return False
            await rows.notify(self.messages.notice(booking, booking.seat, NoticeKind.FOLLOW_UP, now))
            return True


def _still_wanted(it: Reminder, booking: Booking, choice: ReminderChoice, now: datetime) -> bool:
    stands = booking.status is Status.BOOKED and booking.sequence == it.sequence
    return stands and it.moment in choice.moments and it.due_at + TOO_LATE > now and booking.during.start > now


def moments(names: Collection[str]) -> tuple[ReminderMoment, ...]:
    """Each of these moments once, in their order."""
    return tuple(it for it in ReminderMoment if it.value in names)
