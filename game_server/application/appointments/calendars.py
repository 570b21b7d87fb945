"""Reading the counsellors' own calendars: what keeps them busy, and what contradicts a booking."""

import asyncio
import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
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
    SlotTaken,
)
from game_server.application.appointments.reading import Reading
from game_server.application.appointments.records import Occurrence
from game_server.application.appointments.reminders import plan
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.waiting import rest
from game_server.application.appointments.words import Booking, ConflictKind, Counsellor, NoticeKind, Status

FRESH = timedelta(minutes=2)
UNCHANGED = timedelta(hours=1)
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
    _known: dict[UUID, datetime] = field(default_factory=dict)
    _reading: dict[UUID, asyncio.Task[bool]] = field(default_factory=dict)

    async def fresh(self, structure: UUID, staff: UUID) -> bool:
        """Say whether the calendar was read in the last two minutes, after reading it when it was not.

        Those who ask meanwhile wait for the same reading, and what was just learned is not asked again.
        """
        known = self._known.get(staff)
        if known is not None and self.clock() - known < FRESH:
            return True
        if staff not in self._reading:
            self._reading[staff] = asyncio.create_task(self._look(structure, staff))
            self._reading[staff].add_done_callback(lambda _: self._reading.pop(staff, None))
        return await asyncio.shield(self._reading[staff])

    def forget(self, staff: UUID) -> None:
        """Another calendar was chosen: what was known of the one before says nothing."""
        self._known.pop(staff, None)

    async def _look(self, structure: UUID, staff: UUID) -> bool:
        async with self.store.within(structure) as rows:
            found = await rows.counsellors([staff])
        if not found:
            return False
        now, (counsellor,) = self.clock(), found
        since = counsellor.read_at if counsellor.is_read else now
        if since is None or now - since >= FRESH:
            return await self.read(counsellor)
        self._known[staff] = since
        return True

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
                    found = await rows.counsellors([staff])
                return bool(found) and await self.read(found[0])

        return sum(await asyncio.gather(*(read_one(*it) for it in stale)))

    async def read(self, counsellor: Counsellor) -> bool:
        """Read what a counsellor has to read now, within two seconds; False when it did not answer."""
        now = self.clock()
        window = Interval(now - MARGIN, now + counsellor.farthest + MARGIN)
        try:
            async with asyncio.timeout(PATIENCE):
                token, found = await self._found(counsellor, window, now)
        except (CalendarUnreachable, TimeoutError):
            return False
        try:
            async with self.store.within(counsellor.structure) as rows:
                if found is not None:
                    await rows.lock([counsellor.id], await self._seats(rows, counsellor, now), now)
                    await self._take_in(rows, counsellor, window, found, now)
                await rows.note_reading(counsellor.id, token, now)
        except (Contention, SlotTaken):
            return False
        self._known[counsellor.id] = now
        return True

    async def _found(
        self, counsellor: Counsellor, window: Interval, now: datetime
    ) -> tuple[str | None, list[Occurrence] | None]:
        """The calendar's version and its busy times; None for the times when nothing has changed since the last hour."""
        token, found = None, list[Occurrence]()
        if counsellor.account is not None:
            token = await self.server.version(counsellor.account)
            recent = counsellor.read_at is not None and now - counsellor.read_at < UNCHANGED
            if token is not None and recent and token == counsellor.sync_token and counsellor.busy_url is None:
                return token, None
            found += await self.server.occurrences(counsellor.account, window, counsellor)
        if counsellor.busy_url is not None:
            found += await self.server.subscribed(counsellor.busy_url, window, counsellor)
        return token, found

    @staticmethod
    async def _seats(rows: Rows, counsellor: Counsellor, now: datetime) -> set[UUID]:
        bookings = await rows.bookings_of_counsellor(counsellor.id, now)
        return {it.seat for it in bookings if it.seat is not None and it.status is Status.BOOKED}

    async def _take_in(
        self, rows: Rows, counsellor: Counsellor, window: Interval, found: Sequence[Occurrence], now: datetime
    ) -> None:
        to_come = await self._to_come(rows, counsellor, now)
        reading = Reading(found, await rows.sendings([it.id for it in to_come]), now)
        for booking in to_come:
            moved = reading.moved(booking)
            if moved is not None and await self._is_free(rows, booking, moved.during, now):
                await self._adopt(rows, booking, moved, now)
        to_come = await self._to_come(rows, counsellor, now)
        ours = {it.uid: it for it in await rows.bookings_of_counsellor(counsellor.id, window.start)}
        foreign = [it for it in found if it.uid not in ours or reading.is_elsewhere(ours[it.uid], it)]
        await rows.replace_busy(counsellor.id, window, foreign, now)
        known = {(it.booking, it.kind) for it in await rows.conflicts([it.id for it in to_come])}
        for booking in to_come:
            conflicts = list(reading.conflicts(booking))
            await rows.replace_conflicts(booking.id, conflicts)
            new = {it.kind for it in conflicts if (booking.id, it.kind) not in known}
            await self._tell_both(rows, booking, counsellor, new, now)

    @staticmethod
    async def _to_come(rows: Rows, counsellor: Counsellor, now: datetime) -> list[Booking]:
        bookings = await rows.bookings_of_counsellor(counsellor.id, now)
        return [it for it in bookings if it.status is Status.BOOKED and it.during.start > now]

    @staticmethod
    async def _is_free(rows: Rows, booking: Booking, during: Interval, now: datetime) -> bool:
        seats = [] if booking.seat is None else [booking.seat]
        kept = await rows.kept([booking.counsellor], seats, during, now)
        return not any(it.during.meets(during) or it.blocked.meets(during) for it in kept if it.id != booking.id)

    async def _adopt(self, rows: Rows, booking: Booking, moved: Occurrence, now: datetime) -> None:
        """The counsellor moved it in their own calendar: that is where it is now, and nothing is written there."""
        new = replace(
            booking,
            during=moved.during,
            blocked=moved.during,
            sequence=booking.sequence + 1,
            dtstamp=now.replace(microsecond=0),
            confirmed_at=now,
        )
        await rows.save(new, "moved_in_calendar", by_staff=True, at=now)
        await rows.take_version(booking.id, moved.etag)
        await rows.remind(plan(new, now))
        if new.seat is not None:
            await rows.notify(self.messages.notice(new, new.seat, NoticeKind.MOVED, now))

    async def _tell_both(
        self, rows: Rows, booking: Booking, counsellor: Counsellor, new: Collection[ConflictKind], now: datetime
    ) -> None:
        if ConflictKind.OVERLAP in new:
            await rows.enqueue([self.messages.overlap(booking, counsellor, now)], now)
        if new and booking.seat is not None:
            await rows.notify(self.messages.notice(booking, booking.seat, NoticeKind.MAY_CHANGE, now))
