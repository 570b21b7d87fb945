"""What a counsellor can do about appointments. The young person is told of each change."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from uuid import UUID

from game_server.application.appointments.agendas import agenda_of, window_of
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.ports import (
    AppointmentStore,
    CalendarServer,
    CalendarUnreachable,
    CallBack,
    Clock,
    Contention,
    Rows,
    Sending,
    SlotTaken,
)
from game_server.application.appointments.public_holidays import holidays_between
from game_server.application.appointments.records import Conflict
from game_server.application.appointments.reminders import follow_ups, plan
from game_server.application.appointments.slots import Interval, free_slots
from game_server.application.appointments.words import OUTCOMES, Booking, Counsellor, Method, NoticeKind, Status
from game_server.application.refusals import RefusedRequest

LOOK_BACK = timedelta(days=30)
Keep = Literal["ours", "calendar"]


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """One appointment as its counsellor sees it: who, when, what was shared, how far the messages are, conflicts."""

    booking: Booking
    sendings: list[Sending]
    conflicts: list[Conflict]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """An event as the calendar server itself holds it; `start` carries the offset of `time_zone`."""

    uid: str
    start: datetime
    time_zone: str


@dataclass(frozen=True, slots=True)
class CounsellorDesk:
    """The appointments of one counsellor. Refuses `appointment_not_found` for anybody else's."""

    store: AppointmentStore
    server: CalendarServer
    messages: Messages
    clock: Clock

    async def appointments(self, structure: UUID, staff: UUID) -> list[DeskEntry]:
        """Everything from the last thirty days on, by time."""
        async with self.store.within(structure) as rows:
            bookings = await rows.bookings_of_counsellor(staff, self.clock() - LOOK_BACK)
            ids = [it.id for it in bookings]
            sendings, conflicts = await rows.sendings(ids), await rows.conflicts(ids)
        return [
            DeskEntry(it, [s for s in sendings if s.booking == it.id], [c for c in conflicts if c.booking == it.id])
            for it in bookings
        ]

    async def call_backs(self, structure: UUID, staff: UUID) -> list[CallBack]:
        """Who waits for a call from this counsellor."""
        async with self.store.within(structure) as rows:
            counsellor = await rows.counsellor(staff)
            return [] if counsellor is None else await rows.call_backs(counsellor)

    async def free(self, structure: UUID, staff: UUID) -> list[Interval]:
        """The slots where an appointment can be moved to without asking anything more of the calendar."""
        async with self.store.within(structure) as rows:
            counsellor = await _calendar_of(rows, staff)
            agenda = await agenda_of(rows, counsellor, window_of(counsellor, self.clock()), self.clock())
        return free_slots(agenda, counsellor.given[0].terms, self.clock())

    async def busy(self, structure: UUID, staff: UUID) -> list[Interval]:
        """When their own calendar is busy, from the beginning of this week on: when, and never with what."""
        async with self.store.within(structure) as rows:
            counsellor = await rows.counsellor(staff)
            if counsellor is None:
                return []
            now = self.clock()
            zone = counsellor.place.zone
            found = await rows.busy(staff, Interval(now - timedelta(days=7), now + counsellor.farthest))
            return [Interval(it.start.astimezone(zone), it.end.astimezone(zone)) for it in found]

    async def holidays(self, structure: UUID, staff: UUID) -> list[date]:
        """The public holidays of their place, around now."""
        async with self.store.within(structure) as rows:
            counsellor = await rows.counsellor(staff)
        if counsellor is None:
            return []
        today, profile = self.clock().date(), counsellor.place.holiday_profile
        return sorted(holidays_between(profile, today - LOOK_BACK, today + timedelta(days=366)))

    async def colleagues(self, structure: UUID, staff: UUID) -> list[Counsellor]:
        """Who else receives at the same site."""
        async with self.store.within(structure) as rows:
            counsellor = await rows.counsellor(staff)
            found = [] if counsellor is None else await rows.counsellors_at(counsellor.place.id)
        return [it for it in found if it.id != staff]

    async def confirm(self, structure: UUID, staff: UUID, booking: UUID) -> Booking:
        """Tell the young person that the counsellor has seen it; nothing moves in a calendar."""

        def confirmed(old: Booking, now: datetime) -> Booking:
            return old if old.confirmed_at else replace(old, confirmed_at=now)

        return await self._change(structure, staff, booking, confirmed, "confirmed", NoticeKind.CONFIRMED)

    async def move(self, structure: UUID, staff: UUID, booking: UUID, start: datetime) -> Booking:
        """Move to `start` (aware, to come): same event, next sequence. Refuses `slot_taken` when it would overlap."""
        if start.tzinfo is None or start <= self.clock():
            raise RefusedRequest("moment_not_valid", "Choisissez un moment à venir.", {"field": "start"})

        def moved(old: Booking, now: datetime) -> Booking:
            return _moved(old, start.astimezone(UTC), now)

        return await self._change(structure, staff, booking, moved, "moved", NoticeKind.MOVED)

    async def cancel(self, structure: UUID, staff: UUID, booking: UUID) -> Booking:
        """Cancel; the time is free again and the calendar loses the event."""

        def cancelled(old: Booking, now: datetime) -> Booking:
            return replace(
                old,
                status=Status.CANCELLED_BY_COUNSELLOR,
                sequence=old.sequence + 1,
                dtstamp=now.replace(microsecond=0),
            )

        return await self._change(structure, staff, booking, cancelled, "cancelled", NoticeKind.CANCELLED)

    async def mark(
        self, structure: UUID, staff: UUID, booking: UUID, outcome: Status, decided: str | None = None
    ) -> Booking:
        """Note attended, no_show or excused once it has begun; may be corrected. The young person hears nothing of it.

        What was `decided` at a meeting is asked about seven and thirty days later, in the app.
        """
        if outcome not in OUTCOMES:
            raise RefusedRequest("outcome_not_valid", "Choisissez « Venu », « Pas venu » ou « Excusé ».")
        now = self.clock()
        async with self.store.within(structure) as rows:
            old = await _of(rows, staff, booking)
            if old.status not in (Status.BOOKED, *OUTCOMES) or old.during.start > now:
                raise RefusedRequest("too_early", "Notez la venue une fois le rendez-vous commencé.")
            marked = replace(old, status=outcome)
            await rows.save(marked, outcome.value, by_staff=True, at=now)
            if outcome is Status.ATTENDED and decided:
                await rows.plan_follow_ups(follow_ups(marked, decided))
            return marked

    async def settle(self, structure: UUID, staff: UUID, booking: UUID, keep: Keep) -> Booking:
        """End a conflict with the counsellor's own calendar.

        `ours` writes the event there again as it was agreed; `calendar` moves the appointment to where the counsellor
        has put it, or cancels it when the event was deleted. Refuses `calendar_unreachable` and `no_conflict`.
        """
        async with self.store.within(structure) as rows:
            old, counsellor = await _of(rows, staff, booking), await _calendar_of(rows, staff)
            if not await rows.conflicts([booking]) or counsellor.account is None:
                raise RefusedRequest("no_conflict", "Il n’y a plus rien à départager. Rechargez la page.")
        try:
            event = await self.server.read(counsellor.account, old.uid)
        except CalendarUnreachable as error:
            raise RefusedRequest("calendar_unreachable", "Votre agenda ne répond pas. Réessayez plus tard.") from error
        async with self.store.within(structure) as rows:
            await rows.take_version(booking, None if event is None else event.etag)
            await rows.replace_conflicts(booking, [])
        if keep == "ours":
            return await self._write_again(structure, staff, booking)
        if old.status is not Status.BOOKED or (event is not None and event.during == old.during):
            return old
        if event is None:
            return await self.cancel(structure, staff, booking)
        return await self.move(structure, staff, booking, event.during.start)

    async def read_back(self, structure: UUID, uid: str) -> ReadBack | None:
        """Read the event of a booking from the counsellor's calendar server itself; None when it is not there.

        Raises `CalendarUnreachable`.
        """
        async with self.store.within(structure) as rows:
            booking = await rows.booking_with_uid(uid)
            counsellor = None if booking is None else await rows.counsellor(booking.counsellor)
        if booking is None or counsellor is None or counsellor.account is None:
            return None
        event = await self.server.read(counsellor.account, uid)
        if event is None:
            return None
        zone = counsellor.place.zone
        return ReadBack(event.uid, event.during.start.astimezone(zone), event.time_zone or booking.time_zone)

    async def _change(
        self,
        structure: UUID,
        staff: UUID,
        booking: UUID,
        change: Callable[[Booking, datetime], Booking],
        what: str,
        kind: NoticeKind,
    ) -> Booking:
        try:
            async with self.store.within(structure) as rows:
                old = await _of(rows, staff, booking)
                await rows.lock([staff], [] if old.seat is None else [old.seat], self.clock())
                return await self._apply(rows, await _of(rows, staff, booking), change, what, kind)
        except SlotTaken as taken:
            raise _overlap(taken) from taken
        except Contention as contention:
            raise RefusedRequest("busy_moment", "Un instant : réessayez dans quelques secondes.") from contention

    async def _apply(
        self, rows: Rows, old: Booking, change: Callable[[Booking, datetime], Booking], what: str, kind: NoticeKind
    ) -> Booking:
        now = self.clock()
        if old.status is not Status.BOOKED or old.during.start <= now:
            raise RefusedRequest("appointment_over", "Ce rendez-vous a commencé ou n’a plus lieu.")
        new = change(old, now)
        if new == old:
            return old
        await rows.save(new, what, by_staff=True, at=now)
        if new.sequence != old.sequence:
            counsellor = await _calendar_of(rows, new.counsellor)
            method = Method.REQUEST if new.status is Status.BOOKED else Method.CANCEL
            await rows.enqueue(self.messages.about(new, counsellor, method), now)
            await rows.remind(plan(new, now) if new.status is Status.BOOKED else [])
            await rows.replace_conflicts(new.id, [])
        if new.seat is not None:
            await rows.notify(self.messages.notice(new, new.seat, kind, now))
        return new

    async def _write_again(self, structure: UUID, staff: UUID, booking: UUID) -> Booking:
        now = self.clock()
        async with self.store.within(structure) as rows:
            old, counsellor = await _of(rows, staff, booking), await _calendar_of(rows, staff)
            again = replace(old, sequence=old.sequence + 1, dtstamp=now.replace(microsecond=0))
            await rows.save(again, "written_again", by_staff=True, at=now)
            method = Method.REQUEST if again.status is Status.BOOKED else Method.CANCEL
            await rows.enqueue([self.messages.event_again(again, counsellor, method)], now)
            return again


def _moved(old: Booking, start: datetime, now: datetime) -> Booking:
    shift = start - old.during.start
    return replace(
        old,
        during=Interval(start, old.during.end + shift),
        blocked=Interval(old.blocked.start + shift, old.blocked.end + shift),
        sequence=old.sequence + 1,
        dtstamp=now.replace(microsecond=0),
        answer=None,
    )


def _overlap(taken: SlotTaken) -> RefusedRequest:
    whose = "Cette personne a" if taken.of_seat else "Vous avez"
    return RefusedRequest("slot_taken", f"{whose} déjà un rendez-vous à ce moment-là. Choisissez-en un autre.")


async def _of(rows: Rows, staff: UUID, booking: UUID) -> Booking:
    found = await rows.booking(booking)
    if found is None or found.counsellor != staff:
        raise RefusedRequest("appointment_not_found", "Ce rendez-vous n’est pas dans votre liste. Rechargez la page.")
    return found


async def _calendar_of(rows: Rows, staff: UUID) -> Counsellor:
    found = await rows.counsellor(staff)
    if found is None:
        raise RefusedRequest("no_calendar", "Choisissez d’abord comment vous recevez vos rendez-vous.")
    return found
