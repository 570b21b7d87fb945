"""A counsellor is away: their meetings go to whoever replaces them, at the same hour, and everybody is told."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from game_server.application.appointments.agendas import agenda_of, window_of
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.ports import AppointmentStore, Clock, Contention, Rows, SlotTaken
from game_server.application.appointments.reminders import plan
from game_server.application.appointments.slots import clear_of
from game_server.application.appointments.words import Booking, Counsellor, Method, NoticeKind, Status
from game_server.application.refusals import RefusedRequest


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Gives one meeting to a colleague: the old calendar loses the event, the new one receives it."""

    store: AppointmentStore
    messages: Messages
    clock: Clock

    async def give(self, structure: UUID, staff: UUID, booking: UUID, to: UUID) -> Booking:
        """Hand a meeting over, at the hour it has.

        Refuses `appointment_not_found`, `colleague_not_found`, `appointment_over` and `slot_taken` when they are busy.
        """
        try:
            async with self.store.within(structure) as rows:
                return await self._given(rows, staff, booking, to)
        except SlotTaken as taken:
            raise RefusedRequest("slot_taken", "Cette personne est déjà prise à cette heure-là.") from taken
        except Contention as contention:
            raise RefusedRequest("busy_moment", "Un instant\N{NO-BREAK SPACE}: réessayez.") from contention

    async def _given(self, rows: Rows, staff: UUID, booking: UUID, to: UUID) -> Booking:
        now = self.clock()
        old = await _mine(rows, staff, booking)
        await rows.lock({staff, to}, [] if old.seat is None else [old.seat], now)
        old = await _mine(rows, staff, booking)
        both = {it.id: it for it in await rows.counsellors([staff, to])}
        if to == staff or to not in both:
            raise RefusedRequest(
                "colleague_not_found", "Cette personne ne reçoit pas de rendez-vous. Choisissez-en une."
            )
        if old.status is not Status.BOOKED or old.during.start <= now:
            raise RefusedRequest("appointment_over", "Ce rendez-vous a commencé ou n’a plus lieu.")
        await self._must_be_free(rows, old, both[to], now)
        new = _handed(old, both[to], now)
        await rows.save(new, "handed_over", by_staff=True, at=now)
        await rows.take_version(new.id, None)
        await rows.replace_conflicts(new.id, [])
        if staff in both:
            gone = replace(new, counsellor=staff)
            await rows.enqueue(self.messages.about(gone, both[staff], Method.CANCEL), now)
        await rows.enqueue(self.messages.about(new, both[to], Method.REQUEST), now)
        await rows.remind(plan(new, now))
        if new.seat is not None:
            await rows.notify(self.messages.notice(new, new.seat, NoticeKind.REPLACED, now))
        return new

    @staticmethod
    async def _must_be_free(rows: Rows, old: Booking, to: Counsellor, now: datetime) -> None:
        agenda = await agenda_of(rows, to, window_of(to, now), now, seat=old.seat, without=old.id)
        terms = replace(to.terms, minutes=int((old.during.end - old.during.start).total_seconds() // 60))
        if not clear_of(agenda, terms)(old.during):
            raise SlotTaken(of_seat=False)


async def _mine(rows: Rows, staff: UUID, booking: UUID) -> Booking:
    found = await rows.booking(booking)
    if found is None or found.counsellor != staff:
        raise RefusedRequest("appointment_not_found", "Ce rendez-vous n’est pas dans votre liste. Rechargez la page.")
    return found


def _handed(old: Booking, to: Counsellor, now: datetime) -> Booking:
    return replace(
        old,
        counsellor=to.id,
        blocked=to.terms.blocked(old.during),
        sequence=old.sequence + 1,
        dtstamp=now.replace(microsecond=0),
        confirmed_at=None,
        answer=None,
    )
