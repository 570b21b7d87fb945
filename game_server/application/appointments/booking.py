"""What a young person can do about an appointment: see slots, book one, ask for a call, decline, cancel."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from game_server.application.appointments import refusals
from game_server.application.appointments.booker import Booker, decided
from game_server.application.appointments.calendars import CalendarReader
from game_server.application.appointments.french import of_name
from game_server.application.appointments.letters import young_person_file
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.offers import OfferSigner
from game_server.application.appointments.own_appointments import OwnAppointments, own, tidy
from game_server.application.appointments.ports import AppointmentStore, Clock, Rows
from game_server.application.appointments.proof import proof
from game_server.application.appointments.records import Chosen, Notice
from game_server.application.appointments.slot_page import SlotFinder, SlotPage
from game_server.application.appointments.words import Booking, Choice, Method, Seat, Status


@dataclass(slots=True)
class Appointments:
    """The appointments of young people. Every method is confined to one structure and acts for one seat."""

    store: AppointmentStore
    signer: OfferSigner
    calendars: CalendarReader
    messages: Messages
    clock: Clock
    own: OwnAppointments = field(init=False)
    _booker: Booker = field(init=False)

    def __post_init__(self) -> None:
        """Everybody books at the same desk; `own` is what one may do with an appointment that stands."""
        self._booker = Booker(self.store, self.signer, self.calendars, self.messages, self.clock)
        self.own = OwnAppointments(self.store, self.signer, self.calendars, self.messages, self.clock)

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
        return await self._booker.ask(structure, seat, mission, offer, idem_key, tidy(shared), hold=False)

    async def hold(self, structure: UUID, seat: UUID, mission: str | None, offer: str, idem_key: str) -> Booking:
        """Keep what was offered for five minutes; another hold of the same seat is given up. Refuses as `book` does."""
        return await self._booker.ask(structure, seat, mission, offer, idem_key, (), hold=True)

    async def call_back(self, structure: UUID, seat: UUID, mission: str, shared: Sequence[str] = ()) -> None:
        """Ask to be called: the counsellor is told, the game hears only that the mission is done."""
        now = self.clock()
        async with self.store.within(structure) as rows:
            who = await _seat(rows, seat)
            chosen = Chosen(uuid4(), structure, seat, mission, Choice.CALL_BACK, now, tidy(shared))
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

    async def proofs(self, structure: UUID, bookings: Sequence[Booking], names: Mapping[UUID, str]) -> dict[UUID, str]:
        """Since when each is in the counsellor's calendar, in words; nothing for those of which nothing is proved."""
        async with self.store.within(structure) as rows:
            sendings = await rows.sendings([it.id for it in bookings])
        found = {it.id: proof(it, sendings, f"l’agenda {of_name(names.get(it.counsellor, ''))}") for it in bookings}
        return {booking: words for booking, words in found.items() if words is not None}

    async def calendar_file(self, structure: UUID, seat: UUID, booking: UUID) -> bytes:
        """The appointment as a file for the phone's calendar, with a discreet title."""
        async with self.store.within(structure) as rows:
            mine = await own(rows, seat, booking)
            counsellor = await rows.counsellor(mine.counsellor)
            if counsellor is None:
                raise refusals.not_found()
            return young_person_file(mine, counsellor)

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
            shown = [it for it in mine if it.shared and it.status is Status.BOOKED and it.during.start > now]
            await rows.lock({it.counsellor for it in shown}, [seat], now)
            for old in shown:
                plain = replace(old, shared=(), sequence=old.sequence + 1, dtstamp=now.replace(microsecond=0))
                await rows.save(plain, "shared_erased", by_staff=False, at=now)
                counsellor = await rows.counsellor(old.counsellor)
                if counsellor is not None:
                    await rows.enqueue(self.messages.about(plain, counsellor, Method.REQUEST), now)
            await rows.forget_shared(seat)

    async def _done(self, rows: Rows, who: Seat, chosen: Chosen) -> bool:
        changed = await rows.choose([chosen])
        if changed:
            await rows.tell([decided(who.group, chosen)])
        return bool(changed)


async def _seat(rows: Rows, seat: UUID) -> Seat:
    found = await rows.seat(seat)
    if found is None:
        raise refusals.unknown_seat()
    return found
