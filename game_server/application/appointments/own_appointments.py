"""What its owner may do with an appointment that stands: move it, cancel it, warn, take back what was shared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from game_server.application.appointments import refusals
from game_server.application.appointments.agendas import agenda_of, window_of
from game_server.application.appointments.calendars import CalendarReader
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.offers import Offered, OfferSigner
from game_server.application.appointments.ports import AppointmentStore, Clock, Contention, Rows, SlotTaken
from game_server.application.appointments.reminders import plan
from game_server.application.appointments.slot_page import SlotFinder
from game_server.application.appointments.slots import free_slots
from game_server.application.appointments.words import Booking, Counsellor, Method, Reason, Status, Warned
from game_server.application.refusals import RefusedRequest

MOST_SHARED = 10
LONGEST_SHARED = 300


@dataclass(frozen=True, slots=True)
class OwnAppointments:
    """Refuses `appointment_not_found` for anybody else's, `appointment_over` for what has begun or no longer stands."""

    store: AppointmentStore
    signer: OfferSigner
    calendars: CalendarReader
    messages: Messages
    clock: Clock

    async def move(self, structure: UUID, seat: UUID, booking: UUID, offer: str) -> Booking:
        """Move it to what was offered: same event, next revision. The same request again changes nothing more.

        Refuses `too_late_alone`, `offer_not_valid`, `offer_expired`, `slot_taken` (with `slots`), `seat_busy`.
        """
        wanted = self.signer.open(offer, seat)
        await self.calendars.fresh(structure, wanted.counsellor)
        try:
            async with self.store.within(structure) as rows:
                return await self._moved(rows, seat, booking, wanted)
        except SlotTaken as taken:
            if taken.of_seat:
                raise refusals.seat_busy() from taken
            async with self.store.within(structure) as rows:
                others = await SlotFinder(self.signer).others(rows, wanted, self.clock())
            raise refusals.slot_taken(others) from taken
        except Contention as contention:
            raise refusals.busy_moment() from contention

    async def cancel(self, structure: UUID, seat: UUID, booking: UUID) -> Booking:
        """Give the time back; refuses `too_late_alone` after the deadline of this sort of meeting."""

        def cancelled(old: Booking, now: datetime) -> Booking:
            return replace(old, status=Status.CANCELLED_BY_YOUTH, sequence=old.sequence + 1, dtstamp=_stamp(now))

        return await self._change(structure, seat, booking, cancelled, "cancelled", Method.CANCEL)

    async def share(self, structure: UUID, seat: UUID, booking: UUID, shared: Sequence[str]) -> Booking:
        """Replace what is shared for it, possible at any time before the meeting; refuses `too_much_shared`."""
        lines = tidy(shared)

        def said(old: Booking, now: datetime) -> Booking:
            if lines == old.shared:
                return old
            return replace(old, shared=lines, sequence=old.sequence + 1, dtstamp=_stamp(now))

        return await self._change(structure, seat, booking, said, "shared", Method.REQUEST, late=True)

    async def warn(self, structure: UUID, seat: UUID, booking: UUID, what: Warned) -> Booking:
        """Let the counsellor know, at any time until the end of the meeting; saying it twice sends one mail."""
        now = self.clock()
        async with self.store.within(structure) as rows:
            mine = await own(rows, seat, booking)
            if mine.status is not Status.BOOKED or mine.during.end <= now:
                raise refusals.over()
            if mine.warned is what:
                return mine
            warned = replace(mine, warned=what)
            await rows.save(warned, f"warned_{what.value}", by_staff=False, at=now)
            counsellor = await rows.counsellor(mine.counsellor)
            if counsellor is not None:
                await rows.enqueue([self.messages.warning(warned, counsellor, now)], now)
            return warned

    async def _moved(self, rows: Rows, seat: UUID, booking: UUID, wanted: Offered) -> Booking:
        now = self.clock()
        mine = await own(rows, seat, booking)
        await rows.lock({mine.counsellor, wanted.counsellor}, [seat], now)
        mine = await own(rows, seat, booking)
        if mine.status is Status.BOOKED and (mine.counsellor, mine.during) == (wanted.counsellor, wanted.during):
            return mine
        wanted.must_be_current(now)
        _must_stand(mine, now)
        counsellor, reason = await _must_be_free(rows, mine, wanted, now)
        moved = replace(
            mine,
            during=wanted.during,
            blocked=reason.terms.blocked(wanted.during),
            sequence=mine.sequence + 1,
            dtstamp=_stamp(now),
            confirmed_at=None,
            answer=None,
        )
        await rows.save(moved, "moved", by_staff=False, at=now)
        await rows.enqueue(self.messages.about(moved, counsellor, Method.REQUEST), now)
        await rows.remind(plan(moved, now))
        return moved

    async def _change(
        self,
        structure: UUID,
        seat: UUID,
        booking: UUID,
        change: Callable[[Booking, datetime], Booking],
        what: str,
        method: Method,
        *,
        late: bool = False,
    ) -> Booking:
        now = self.clock()
        async with self.store.within(structure) as rows:
            mine = await own(rows, seat, booking)
            await rows.lock([mine.counsellor], [seat], now)
            mine = await own(rows, seat, booking)
            if method is Method.CANCEL and mine.status is Status.CANCELLED_BY_YOUTH:
                return mine
            _must_stand(mine, now, late=late)
            new = change(mine, now)
            if new == mine:
                return mine
            await rows.save(new, what, by_staff=False, at=now)
            counsellor = await rows.counsellor(mine.counsellor)
            if counsellor is not None:
                await rows.enqueue(self.messages.about(new, counsellor, method), now)
            await rows.remind(plan(new, now) if method is Method.REQUEST else [])
            return new


def _stamp(now: datetime) -> datetime:
    return now.replace(microsecond=0)


def _must_stand(mine: Booking, now: datetime, *, late: bool = False) -> None:
    if mine.status is not Status.BOOKED or mine.during.start <= now:
        raise refusals.over()
    if not late and mine.alone_until <= now:
        raise refusals.too_late_alone()


async def _must_be_free(rows: Rows, mine: Booking, wanted: Offered, now: datetime) -> tuple[Counsellor, Reason]:
    counsellor = await rows.counsellor(wanted.counsellor)
    reason = None if counsellor is None else counsellor.reason(wanted.reason)
    if counsellor is None or reason is None or counsellor.id != mine.counsellor:
        raise SlotTaken(of_seat=False)
    agenda = await agenda_of(rows, counsellor, window_of(counsellor, now), now, seat=mine.seat, without=mine.id)
    if any(it.meets(wanted.during) for it in agenda.taken):
        raise SlotTaken(of_seat=True)
    if wanted.during not in free_slots(agenda, reason.terms, now, wanted.during):
        raise SlotTaken(of_seat=False)
    return counsellor, reason


async def own(rows: Rows, seat: UUID, booking: UUID) -> Booking:
    """One of the seat's own; refuses `appointment_not_found`."""
    found = await rows.booking(booking)
    if found is None or found.seat != seat:
        raise refusals.not_found()
    return found


def tidy(shared: Sequence[str]) -> tuple[str, ...]:
    """The lines that one shares, without empty ones; refuses `too_much_shared`."""
    lines = tuple(" ".join(line.split()) for line in shared if line.strip())
    if len(lines) > MOST_SHARED or any(len(line) > LONGEST_SHARED for line in lines):
        raise RefusedRequest(
            "too_much_shared",
            f"Tu peux partager {MOST_SHARED} lignes au plus, de {LONGEST_SHARED} caractères chacune. Raccourcis un peu.",
        )
    return lines
