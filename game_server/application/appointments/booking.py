"""What a young person can do about an appointment: see slots, book one, ask for a call, decline, cancel."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from json import dumps
from uuid import UUID, uuid4

import stamina

from game_server.application.appointments import refusals
from game_server.application.appointments.calendars import CalendarReader
from game_server.application.appointments.letters import young_person_file
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.offers import Offered, OfferSigner
from game_server.application.appointments.ports import AppointmentStore, Clock, Contention, Rows, SlotTaken
from game_server.application.appointments.slot_page import SlotFinder, SlotPage
from game_server.application.appointments.slots import Interval, free_slots
from game_server.application.appointments.words import (
    ACTIVE,
    Booking,
    Choice,
    Chosen,
    Counsellor,
    Fact,
    Method,
    Notice,
    Seat,
    Status,
)
from game_server.application.refusals import RefusedRequest

MOST_SHARED = 10
LONGEST_SHARED = 300
LONGEST_KEY = 64
AROUND = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Wish:
    """One request to book, as it came: the same `idem_key` always gets the same answer."""

    seat: UUID
    mission: str | None
    offer: str
    idem_key: str
    shared: tuple[str, ...]

    @property
    def digest(self) -> str:
        """What tells a repeated request from another one under the same key."""
        return sha256(dumps([self.mission, self.offer, self.shared]).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Appointments:
    """The appointments of young people. Every method is confined to one structure and acts for one seat."""

    store: AppointmentStore
    signer: OfferSigner
    calendars: CalendarReader
    messages: Messages
    clock: Clock

    async def slots(self, structure: UUID, seat: UUID) -> SlotPage:
        """The slots of the seat's counsellor (of the site's counsellors without one), and who is away until when."""
        async with self.store.within(structure) as rows:
            who = await _seat(rows, seat)
            counsellors = await SlotFinder(self.signer).counsellors(rows, who)
        await asyncio.gather(*(self.calendars.fresh(structure, counsellor.id) for counsellor in counsellors))
        async with self.store.within(structure) as rows:
            return await SlotFinder(self.signer).page(rows, who, counsellors, self.clock())

    async def book(
        self, structure: UUID, seat: UUID, mission: str | None, offer: str, idem_key: str, shared: Sequence[str] = ()
    ) -> Booking:
        """Book what was offered, once per `idem_key`.

        Refuses `offer_not_valid`, `offer_expired`, `slot_taken` (with `slots`: three others), `seat_busy`,
        `appointment_already_chosen`, `key_reused`, `too_much_shared`, `busy_moment`.
        """
        wish = Wish(seat, mission, offer, idem_key, _tidy(shared))
        if not 0 < len(idem_key) <= LONGEST_KEY:
            raise refusals.key_reused()
        async with self.store.within(structure) as rows:
            known = await rows.booking_with_key(seat, idem_key)
            if known is not None:
                return _replayed(known, wish)
            wanted = self.signer.open(offer, seat, self.clock())
            counsellor = await rows.counsellor(wanted.counsellor)
        checked = counsellor is not None and await self.calendars.is_fresh(counsellor)
        try:
            return await self._book_patiently(structure, wish, wanted, checked=checked)
        except SlotTaken as taken:
            if taken.of_seat:
                raise refusals.seat_busy() from taken
            raise refusals.slot_taken(await self._others(structure, seat, wanted)) from taken

    async def call_back(self, structure: UUID, seat: UUID, mission: str, shared: Sequence[str] = ()) -> None:
        """Ask to be called: the counsellor is told, the game hears only that the mission is done."""
        now = self.clock()
        async with self.store.within(structure) as rows:
            who = await _seat(rows, seat)
            chosen = Chosen(uuid4(), structure, seat, mission, Choice.CALL_BACK, now, _tidy(shared))
            if await self._done(rows, who, chosen):
                for counsellor in await SlotFinder(self.signer).counsellors(rows, who):
                    await rows.enqueue([self.messages.call_back(chosen, who, counsellor)], now)

    async def not_now(self, structure: UUID, seat: UUID, mission: str) -> None:
        """Decline, which is an answer like the others."""
        async with self.store.within(structure) as rows:
            who = await _seat(rows, seat)
            await self._done(rows, who, Chosen(uuid4(), structure, seat, mission, Choice.NOT_NOW, self.clock()))

    async def mine(self, structure: UUID, seat: UUID) -> list[Booking]:
        """Every appointment of the seat, by time."""
        async with self.store.within(structure) as rows:
            return await rows.bookings_of_seat(seat)

    async def cancel(self, structure: UUID, seat: UUID, booking: UUID) -> Booking:
        """Give the time back; possible until the start, refuses `appointment_not_found` and `appointment_over`."""
        now = self.clock()
        async with self.store.within(structure) as rows:
            mine = await _own(rows, seat, booking)
            await rows.lock(mine.counsellor, seat)
            mine = await _own(rows, seat, booking)
            if mine.status is Status.CANCELLED_BY_YOUTH:
                return mine
            if mine.status is not Status.BOOKED or mine.during.start <= now:
                raise refusals.over()
            cancelled = replace(mine, status=Status.CANCELLED_BY_YOUTH, sequence=mine.sequence + 1, dtstamp=now)
            await rows.save(cancelled, "cancelled", by_staff=False, at=now)
            counsellor = await rows.counsellor(mine.counsellor)
            if counsellor is not None:
                await rows.enqueue(self.messages.about(cancelled, counsellor, Method.CANCEL), now)
            return cancelled

    async def calendar_file(self, structure: UUID, seat: UUID, booking: UUID) -> bytes:
        """The appointment as a file for the phone's calendar, with a discreet title."""
        async with self.store.within(structure) as rows:
            mine = await _own(rows, seat, booking)
            counsellor = await rows.counsellor(mine.counsellor)
            if counsellor is None:
                raise refusals.not_found()
            return young_person_file(mine, counsellor.place)

    async def notices(self, structure: UUID, seat: UUID) -> list[Notice]:
        """What the seat has not been told yet."""
        async with self.store.within(structure) as rows:
            return await rows.notices(seat)

    async def seen(self, structure: UUID, seat: UUID, notices: Sequence[UUID]) -> None:
        """Note that these notices were read."""
        async with self.store.within(structure) as rows:
            await rows.mark_seen(seat, notices, self.clock())

    async def forget_shared(self, structure: UUID, seat: UUID) -> None:
        """Erase what the seat shared, here and in the counsellor's calendar; the appointments themselves stay."""
        now = self.clock()
        async with self.store.within(structure) as rows:
            mine = await rows.bookings_of_seat(seat)
            for old in (it for it in mine if it.shared and it.status in ACTIVE and it.during.start > now):
                await rows.lock(old.counsellor, seat)
                plain = replace(old, shared=(), sequence=old.sequence + 1, dtstamp=now.replace(microsecond=0))
                await rows.save(plain, "shared_erased", by_staff=False, at=now)
                counsellor = await rows.counsellor(old.counsellor)
                if counsellor is not None:
                    await rows.enqueue(self.messages.about(plain, counsellor, Method.REQUEST), now)
            await rows.forget_shared(seat)

    async def _book_patiently(self, structure: UUID, wish: Wish, wanted: Offered, *, checked: bool) -> Booking:
        try:
            async for attempt in stamina.retry_context(
                on=Contention, attempts=4, timeout=10, wait_initial=0.05, wait_max=0.5, wait_jitter=0.2
            ):
                with attempt:
                    async with self.store.within(structure) as rows:
                        return await self._book_once(rows, wish, wanted, checked=checked)
        except Contention as contention:
            raise refusals.busy_moment() from contention
        raise refusals.busy_moment()

    async def _book_once(self, rows: Rows, wish: Wish, wanted: Offered, *, checked: bool) -> Booking:
        now = self.clock()
        await rows.lock(wanted.counsellor, wish.seat)
        known = await rows.booking_with_key(wish.seat, wish.idem_key)
        if known is not None:
            return _replayed(known, wish)
        who = await _seat(rows, wish.seat)
        if wish.mission is not None and await rows.active_booking(wish.seat, wish.mission) is not None:
            raise refusals.already_chosen()
        counsellor = await self._still_free(rows, who, wanted, now)
        booking = self._new(wish, who, wanted, counsellor, now, checked=checked)
        await rows.save(booking, "booked", by_staff=False, at=now)
        await rows.enqueue(self.messages.about(booking, counsellor, Method.REQUEST), now)
        if wish.mission is not None:
            await self._done(rows, who, Chosen(uuid4(), who.structure, who.id, wish.mission, Choice.SLOT, now))
        return booking

    async def _still_free(self, rows: Rows, who: Seat, wanted: Offered, now: datetime) -> Counsellor:
        counsellor = await rows.counsellor(wanted.counsellor)
        if counsellor is None or counsellor.place.id != wanted.site:
            raise SlotTaken(of_seat=False)
        around = Interval(wanted.during.start - AROUND, wanted.during.end + AROUND)
        agenda = await rows.agenda(counsellor, around, who.id)
        if any(it.meets(wanted.during) for it in agenda.taken):
            raise SlotTaken(of_seat=True)
        if wanted.during not in free_slots(agenda, counsellor.terms, now, wanted.during):
            raise SlotTaken(of_seat=False)
        return counsellor

    def _new(
        self, wish: Wish, who: Seat, wanted: Offered, counsellor: Counsellor, now: datetime, *, checked: bool
    ) -> Booking:
        return Booking(
            id=uuid4(),
            structure=who.structure,
            seat=who.id,
            first_name=who.first_name,
            counsellor=counsellor.id,
            site=counsellor.place.id,
            mission=wish.mission,
            during=wanted.during,
            blocked=counsellor.terms.blocked(wanted.during),
            time_zone=counsellor.place.time_zone,
            status=Status.BOOKED,
            uid=f"{uuid4().hex}@{self.messages.head.host}",
            sequence=0,
            dtstamp=now.replace(microsecond=0),
            idem_key=wish.idem_key,
            request_hash=wish.digest,
            shared=wish.shared,
            calendar_checked=checked,
        )

    async def _done(self, rows: Rows, who: Seat, chosen: Chosen) -> bool:
        changed = await rows.choose(chosen)
        if changed:
            body = {"action": "appointment/decided", "seat": str(who.id), "mission": chosen.mission}
            await rows.tell(Fact(uuid4(), who.structure, who.group, body, chosen.at))
        return changed

    async def _others(self, structure: UUID, seat: UUID, wanted: Offered) -> list[dict[str, object]]:
        async with self.store.within(structure) as rows:
            who = await _seat(rows, seat)
            return await SlotFinder(self.signer).others(rows, who, wanted, self.clock())


def _replayed(known: Booking, wish: Wish) -> Booking:
    if known.request_hash != wish.digest:
        raise refusals.key_reused()
    return known


def _tidy(shared: Sequence[str]) -> tuple[str, ...]:
    lines = tuple(" ".join(line.split()) for line in shared if line.strip())
    if len(lines) > MOST_SHARED or any(len(line) > LONGEST_SHARED for line in lines):
        raise RefusedRequest(
            "too_much_shared",
            f"Tu peux partager {MOST_SHARED} lignes au plus, de {LONGEST_SHARED} caractères chacune. Raccourcis un peu.",
        )
    return lines


async def _seat(rows: Rows, seat: UUID) -> Seat:
    found = await rows.seat(seat)
    if found is None:
        raise refusals.unknown_seat()
    return found


async def _own(rows: Rows, seat: UUID, booking: UUID) -> Booking:
    found = await rows.booking(booking)
    if found is None or found.seat != seat:
        raise refusals.not_found()
    return found
