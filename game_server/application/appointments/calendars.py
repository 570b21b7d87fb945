"""Reading the counsellors' own calendars: what keeps them busy, and what contradicts a booking."""

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from game_server.application.appointments.messages import Messages
from game_server.application.appointments.ports import (
    AppointmentStore,
    CalendarServer,
    CalendarUnreachable,
    Clock,
    Contention,
    Rows,
)
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.waiting import rest
from game_server.application.appointments.words import (
    ACTIVE,
    Booking,
    Conflict,
    ConflictKind,
    Counsellor,
    NoticeKind,
    Occurrence,
)

FRESH = timedelta(minutes=2)
PATIENCE = 2.0
MARGIN = timedelta(days=1)
READ_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class CalendarReader:
    """Keeps the busy blocks fresh. A calendar that does not answer in two seconds never stops a booking."""

    store: AppointmentStore
    server: CalendarServer
    messages: Messages
    clock: Clock

    async def fresh(self, structure: UUID, staff: UUID) -> bool:
        """Say whether the calendar was read in the last two minutes, after reading it when it was not."""
        async with self.store.within(structure) as rows:
            counsellor = await rows.counsellor(staff)
        return counsellor is not None and await self.is_fresh(counsellor)

    async def is_fresh(self, counsellor: Counsellor) -> bool:
        """Say the same of a counsellor just read; without a calendar to read there is nothing to check."""
        if counsellor.account is None:
            return True
        if counsellor.read_at is not None and self.clock() - counsellor.read_at < FRESH:
            return True
        return await self.read(counsellor)

    async def run(self, stop: asyncio.Event, pause: float = 20.0) -> None:
        """Keep every awaited calendar read, so that an outside event is seen within two minutes, until `stop`."""
        while not stop.is_set():
            with contextlib.suppress(Contention):
                await self.read_stale()
            await rest(stop, pause)

    async def read_stale(self) -> int:
        """Read every calendar with a meeting to come that nobody read for a minute; give how many answered."""
        now = self.clock()
        stale = await self.store.calendars_to_read(now - FRESH / 2, now)
        at_once = asyncio.Semaphore(READ_AT_ONCE)

        async def read_one(structure: UUID, staff: UUID) -> bool:
            async with at_once:
                async with self.store.within(structure) as rows:
                    counsellor = await rows.counsellor(staff)
                return counsellor is not None and await self.read(counsellor)

        return sum(await asyncio.gather(*(read_one(*it) for it in stale)))

    async def read(self, counsellor: Counsellor) -> bool:
        """Read one calendar now, within two seconds; False when it did not answer."""
        if counsellor.account is None:
            return False
        now = self.clock()
        window = Interval(now - MARGIN, now + counsellor.terms.max_ahead + MARGIN)
        try:
            async with asyncio.timeout(PATIENCE):
                found = await self.server.occurrences(counsellor.account, window, counsellor)
        except (CalendarUnreachable, TimeoutError):
            return False
        try:
            async with self.store.within(counsellor.structure) as rows:
                await rows.lock(counsellor.id, None)
                await self._take_in(rows, counsellor, window, found, now)
        except Contention:
            return False
        return True

    async def _take_in(
        self, rows: Rows, counsellor: Counsellor, window: Interval, found: Sequence[Occurrence], now: datetime
    ) -> None:
        bookings = await rows.bookings_of_counsellor(counsellor.id, window.start)
        ours = {booking.uid: booking for booking in bookings}
        foreign = [it for it in found if it.uid not in ours or _is_elsewhere(ours[it.uid], it, now)]
        await rows.replace_busy(counsellor.id, window, foreign, now)
        to_come = [it for it in bookings if it.status in ACTIVE and it.during.start > now]
        waiting = {it.booking for it in await rows.sendings([it.id for it in to_come]) if it.state == "pending"}
        known = {(it.booking, it.kind) for it in await rows.conflicts([it.id for it in to_come])}
        for booking in to_come:
            conflicts = list(_conflicts(booking, found, now, sure=booking.id not in waiting))
            await rows.replace_conflicts(booking.id, conflicts)
            if any(it.kind is ConflictKind.OVERLAP and (booking.id, it.kind) not in known for it in conflicts):
                await self._tell_both(rows, booking, counsellor, now)

    async def _tell_both(self, rows: Rows, booking: Booking, counsellor: Counsellor, now: datetime) -> None:
        await rows.enqueue([self.messages.overlap(booking, counsellor, now)], now)
        if booking.seat is not None:
            await rows.notify(self.messages.notice(booking, booking.seat, NoticeKind.MAY_CHANGE, now))


def _is_elsewhere(booking: Booking, found: Occurrence, now: datetime) -> bool:
    settled = booking.calendar_at is not None and booking.calendar_at < now
    return settled and booking.status in ACTIVE and found.during.start != booking.during.start


def _conflicts(booking: Booking, found: Iterable[Occurrence], now: datetime, *, sure: bool) -> Iterable[Conflict]:
    """What the calendar says against a booking; `sure` when nothing about it is still on its way there."""
    own = next((it for it in found if it.uid == booking.uid), None)
    delivered = sure and booking.calendar_at is not None and booking.calendar_at < now
    if delivered and own is None:
        yield Conflict(booking.id, ConflictKind.DELETED, None, now)
    if delivered and own is not None and own.during != booking.during:
        yield Conflict(booking.id, ConflictKind.MOVED, own.during, now)
    other = next((it for it in found if it.uid != booking.uid and it.during.meets(booking.during)), None)
    if other is not None:
        yield Conflict(booking.id, ConflictKind.OVERLAP, other.during, now)
