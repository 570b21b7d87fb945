"""« Moins de créneaux que de jeunes »: counted beside the list, now and then, since a calendar may answer slowly."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

import structlog

from game_server.application.appointments.ports import Contention
from game_server.application.appointments.slot_page import SlotPage
from game_server.application.appointments.words import ACTIVE, Booking
from game_server.application.needs.need import SlotsLeft
from game_server.application.people import Seat
from game_server.application.ports import StoreUnreachableError

AGAIN_AFTER = timedelta(minutes=5)


class Meetings(Protocol):
    """What is asked of the appointments."""

    async def slots(self, structure: UUID, seat: UUID) -> SlotPage: ...  # noqa: D102
    async def mine(self, structure: UUID, seat: UUID) -> Sequence[Booking]: ...  # noqa: D102


class SlotsWatch:
    """Remembers the last count of each group, and counts again in the background."""

    def __init__(self, meetings: Meetings) -> None:
        """Take the appointments."""
        self._meetings = meetings
        self._counted: dict[UUID, tuple[datetime, SlotsLeft | None]] = {}
        self._counting: set[asyncio.Task[None]] = set()

    def left(self, group: UUID, seats: Sequence[Seat], now: datetime) -> SlotsLeft | None:
        """The last count, None before the first one; begins another one when it is old."""
        at, counted = self._counted.get(group, (None, None))
        if at is None or now - at >= AGAIN_AFTER:
            self._counted[group] = (now, counted)
            task = asyncio.create_task(self._count(group, tuple(seats), now))
            self._counting.add(task)
            task.add_done_callback(self._counting.discard)
        return counted

    async def settled(self) -> None:
        """Return when every count begun so far is made."""
        await asyncio.gather(*self._counting)

    async def _count(self, group: UUID, seats: Sequence[Seat], now: datetime) -> None:
        try:
            self._counted[group] = (now, await self.count(seats))
        except (StoreUnreachableError, Contention) as error:
            structlog.get_logger(__name__).warning("slots_not_counted", group=str(group), error=type(error).__name__)

    async def count(self, seats: Sequence[Seat]) -> SlotsLeft:
        """Free slots of these seats' counsellors, each once, and the seats that have no meeting to come."""
        waiting = [one for one in seats if not await self._has_a_meeting(one)]
        free: set[tuple[UUID, datetime]] = set()
        for seat in {one.person.referent: one for one in waiting}.values():
            page = await self._meetings.slots(seat.structure, seat.id)
            free |= {(slot.counsellor, slot.start) for slot in page.slots}
        return SlotsLeft(len(free), len(waiting))

    async def _has_a_meeting(self, seat: Seat) -> bool:
        return any(one.status in ACTIVE for one in await self._meetings.mine(seat.structure, seat.id))
