"""Books and holds: everybody who asks at the same instant in one transaction, under the locks, after a last look."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid4

import stamina

from game_server.application.appointments import refusals
from game_server.application.appointments.booking_round import AROUND, NEAREST, OthersNear, Round, Wish
from game_server.application.appointments.calendars import CalendarReader
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.offers import Offered, OfferSigner
from game_server.application.appointments.ports import AppointmentStore, Clock, Contention, Rows, SlotTaken
from game_server.application.appointments.records import Chosen, Fact
from game_server.application.appointments.reminders import plan
from game_server.application.appointments.slot_page import SlotFinder
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.together import Together
from game_server.application.appointments.words import Booking, Choice, Method, Status
from game_server.application.refusals import RefusedRequest

LONGEST_KEY = 64


@dataclass(slots=True)
class Booker:
    """Takes wishes one by one and grants them together."""

    store: AppointmentStore
    signer: OfferSigner
    calendars: CalendarReader
    messages: Messages
    clock: Clock
    _together: Together[Wish, Booking] = field(init=False)

    def __post_init__(self) -> None:
        """Join what comes at the same instant."""
        self._together = Together(self._grant)

    async def ask(
        self,
        structure: UUID,
        seat: UUID,
        mission: str | None,
        offer: str,
        key: str,
        shared: Sequence[str],
        *,
        hold: bool,
    ) -> Booking:
        """Hold or book what was offered, once per key; the refusals are those of `Appointments.book`."""
        if not 0 < len(key) <= LONGEST_KEY:
            raise refusals.key_reused()
        wish = Wish(seat, mission, offer, key, tuple(shared), self._opened(offer, seat), hold=hold)
        if not isinstance(wish.wanted, RefusedRequest):
            # Outside the locks: a slow calendar makes nobody else wait.
            wish = replace(wish, checked=await self.calendars.fresh(structure, wish.wanted.counsellor))
        try:
            return await self._together.ask(structure, wish)
        except SlotTaken as taken:
            if taken.of_seat or isinstance(wish.wanted, RefusedRequest):
                raise refusals.seat_busy() from taken
            raise refusals.slot_taken(await self._others(structure, wish)) from taken
        except Contention as contention:
            raise refusals.busy_moment() from contention

    def _opened(self, offer: str, seat: UUID) -> Offered | RefusedRequest:
        try:
            return self.signer.open(offer, seat)
        except RefusedRequest as refused:
            return refused

    async def _grant(self, structure: UUID, wishes: Sequence[Wish]) -> Sequence[Booking | Exception]:
        try:
            return await self._patiently(structure, wishes)
        except SlotTaken as taken:
            # The constraint spoke, so somebody wrote without our locks; one wish must not refuse its neighbours.
            if len(wishes) == 1:
                return [taken]
            return [(await self._grant(structure, [it]))[0] for it in wishes]

    async def _patiently(self, structure: UUID, wishes: Sequence[Wish]) -> Sequence[Booking | Exception]:
        async for attempt in stamina.retry_context(
            on=Contention, attempts=4, timeout=10, wait_initial=0.05, wait_max=0.5, wait_jitter=0.2
        ):
            with attempt:
                async with self.store.within(structure) as rows:
                    return await self._once(rows, wishes)
        raise Contention

    async def _once(self, rows: Rows, wishes: Sequence[Wish]) -> Sequence[Booking | Exception]:
        now = self.clock()
        opened = [it.wanted for it in wishes if not isinstance(it.wanted, RefusedRequest)]
        await rows.lock({it.counsellor for it in opened}, {it.seat for it in wishes}, now)
        turn = await self._loaded(rows, wishes, now)
        answers = [self._answer(turn, it) for it in wishes]
        await self._write(rows, turn)
        return answers

    async def _loaded(self, rows: Rows, wishes: Sequence[Wish], now: datetime) -> Round:
        opened = [it.wanted for it in wishes if not isinstance(it.wanted, RefusedRequest)]
        counsellors = {it.id: it for it in await rows.counsellors({it.counsellor for it in opened})}
        seats = {it.id: it for it in await rows.seats({it.seat for it in wishes})}
        starts = [it.during.start for it in opened] or [now]
        window = Interval(min(starts) - AROUND, max(starts) + 2 * AROUND)
        known = await rows.bookings_with_keys({(it.seat, it.key) for it in wishes})
        return Round(
            now=now,
            host=self.messages.head.host,
            known={(it.seat, it.idem_key): it for it in known if it.seat is not None},
            seats=seats,
            counsellors=counsellors,
            rests=await rows.rests(list(counsellors.values()), window),
            kept=await rows.kept(counsellors, seats, window, now),
            window=window,
        )

    def _answer(self, turn: Round, wish: Wish) -> Booking | Exception:
        try:
            return turn.decide(wish)
        except OthersNear as others:
            if len(others.slots) < NEAREST or isinstance(wish.wanted, RefusedRequest):
                return SlotTaken(of_seat=False)
            counsellor = turn.counsellors[wish.wanted.counsellor]
            finder = SlotFinder(self.signer)
            return refusals.slot_taken(finder.signed(wish.seat, counsellor, wish.wanted.reason, others.slots, turn.now))
        except (RefusedRequest, SlotTaken) as refused:
            return refused

    async def _write(self, rows: Rows, turn: Round) -> None:
        await rows.release(turn.released)
        await rows.add(list(turn.new.values()), list(turn.changed.values()), turn.now)
        booked = [it for it in (*turn.new.values(), *turn.changed.values()) if it.status is Status.BOOKED]
        for booking in booked:
            counsellor = turn.counsellors[booking.counsellor]
            await rows.enqueue(self.messages.about(booking, counsellor, Method.REQUEST), turn.now)
        await rows.remind([it for booking in booked for it in plan(booking, turn.now)])
        ends = [_end(it, turn) for it in booked if it.mission is not None and it.seat is not None]
        changed = await rows.choose([chosen for chosen, _ in ends])
        await rows.tell([fact for chosen, fact in ends if chosen.id in changed])

    async def _others(self, structure: UUID, wish: Wish) -> list[dict[str, object]]:
        if isinstance(wish.wanted, RefusedRequest):
            return []
        async with self.store.within(structure) as rows:
            return await SlotFinder(self.signer).others(rows, wish.wanted, self.clock())


def _end(booking: Booking, turn: Round) -> tuple[Chosen, Fact]:
    who = turn.seats[booking.seat]  # type: ignore[index]
    chosen = Chosen(uuid4(), booking.structure, who.id, booking.mission or "", Choice.SLOT, turn.now)
    return chosen, decided(who.group, chosen)


def decided(group: UUID, chosen: Chosen) -> Fact:
    """What the game hears of a choice: that it was made."""
    body = {"action": "appointment/decided", "seat": str(chosen.seat), "mission": chosen.mission}
    return Fact(uuid4(), chosen.structure, group, body, chosen.at)
