"""Comings and goings: who is here is told to the pages, pieces of the absent are dealt again, hours are noted."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Protocol
from uuid import UUID

from game_server.application.door import Door
from game_server.application.live_groups import LiveGroup, LiveGroups
from game_server.application.play import PlayService, Request
from game_server.application.ports import Clock, LiveProgress, StoreUnreachableError
from game_server.application.presence import GRACE, Presence
from game_server.core.group_commands import DealAgain
from game_server.core.ids import GroupId, SeatId
from game_server.core.messages import Actor, Role
from game_server.core.state import DayStatus, SeatStatus

LOOK_EVERY = 4.0
AT_THE_TABLE = (SeatStatus.HERE, SeatStatus.ASIDE)


class Hours(Protocol):
    """The attendance table."""

    async def arrived(self, structure: UUID, group: UUID, seat: UUID, *, day: int, at: datetime) -> None:
        """A seat is here on that day of the game."""

    async def left(self, structure: UUID, seat: UUID, at: datetime) -> None:
        """It no longer is."""


class Attendance:
    """Watches the open pages of this process and what other processes saw."""

    def __init__(
        self,
        play: PlayService,
        groups: LiveGroups,
        door: Door,
        presence: Presence,
        live: LiveProgress,
        hours: Hours,
        clock: Clock,
    ) -> None:
        """Share the parts of this process."""
        self._play, self._groups, self._door, self._presence = play, groups, door, presence
        self._live, self._hours, self._clock = live, hours, clock
        self._shown: dict[GroupId, frozenset[SeatId]] = {}
        self._structures: dict[GroupId, UUID] = {}
        self._noted: dict[GroupId, tuple[int | None, frozenset[SeatId]]] = {}

    async def opened(self, structure: UUID, group: GroupId, seat: SeatId) -> None:
        """A player's page opened."""
        self._structures[group] = structure
        self._presence.opened(group, seat, self._clock.now())
        await self._share(group, (seat,))
        await self.look(group)

    def closed(self, group: GroupId, seat: SeatId) -> None:
        """A player's page closed; the seat counts as here for a while."""
        self._presence.closed(group, seat, self._clock.now())

    async def gone(self, group: GroupId, seat: SeatId) -> None:
        """« Je pars » or removed: no waiting."""
        self._presence.gone(group, seat)
        await self._live.gone(group, seat)
        await self.look(group)

    async def run(self) -> None:
        """Look every few seconds, for ever."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self.look_around()

    async def look_around(self) -> None:
        """Share who is connected here, and look at every group that somebody was in."""
        for group in self._presence.groups():
            await self._share(group, self._presence.connected(group))
            await self.look(group)

    async def _share(self, group: GroupId, seats: Sequence[SeatId]) -> None:
        """Say who is connected here, and learn who is elsewhere, or was before this process began.

        While Redis is away what was known stays: nobody loses a piece, and no vote closes, because a store restarts.
        """
        now = self._clock.now()
        await self._live.seen(group, seats, now)
        others = await self._live.present(group, now - GRACE)
        if self._live.reachable:
            self._presence.elsewhere(group, others)

    async def look(self, name: GroupId) -> None:
        """Tell the pages and deal again if somebody came or went, and note the hours of the open day."""
        group = self._groups.find(name)
        if group is None:
            return
        now = frozenset(self._presence.here(name, self._clock.now()))
        before = self._shown.get(name, frozenset())
        if now != before:
            self._shown[name] = now
            self._door.tell(group, {"type": "presence", "here": sorted(now)})
            try:
                await self._play.submit(Request(name, Actor(Role.SYSTEM), DealAgain()))
            except StoreUnreachableError:
                self._shown[name] = before
        with suppress(StoreUnreachableError):  # what is not noted now is noted at the next look
            await self._note(group, now)

    def here(self, group: GroupId) -> list[SeatId]:
        """Who is here now, for a page that opens."""
        return sorted(self._presence.here(group, self._clock.now()))

    async def _note(self, group: LiveGroup, here: frozenset[SeatId]) -> None:
        """Hours run from the opening of the day to its end, for those who are here and did not leave."""
        structure = self._structures.get(group.id)
        if structure is None:
            return
        state, at = group.state, self._clock.now()
        day = state.day if state.day_status is DayStatus.OPEN else None
        attending = frozenset(
            seat for seat in here if day and seat in state.seats and state.seats[seat].status in AT_THE_TABLE
        )
        noted_day, noted = self._noted.get(group.id, (None, frozenset()))
        staying = noted & attending if noted_day == day else frozenset()
        for seat in noted - staying:
            await self._hours.left(structure, UUID(seat), at)
        for seat in attending - staying:
            await self._hours.arrived(structure, UUID(group.id), UUID(seat), day=state.day, at=at)
        self._noted[group.id] = (day, attending)
