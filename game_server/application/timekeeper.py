"""The clock's own hand: looks each second at what is due in Redis' copy, each minute in the journal, and fires it."""

import asyncio
from datetime import datetime, timedelta

import structlog

from game_server.application.live_groups import LiveGroups, UnknownGroupError
from game_server.application.play import PlayService, Request
from game_server.application.ports import Clock, Journal, LiveProgress, StoreUnreachableError
from game_server.core.due import dues
from game_server.core.group_commands import FallDue
from game_server.core.ids import DueId, GroupId
from game_server.core.messages import Actor, Refused, Role

log = structlog.get_logger()

SWEEP = timedelta(minutes=1)
WAITS_FOR_A_HAND = "safety_missing"
HELD_BACK = timedelta(seconds=15)
"""A day that waits for a facilitator's hand is tried again so often; everything else of its group goes on."""


class Timekeeper:
    """Runs in every process; what two of them fire at once is stored once."""

    def __init__(
        self, play: PlayService, groups: LiveGroups, journal: Journal, live: LiveProgress, clock: Clock
    ) -> None:
        """Share the parts of this process."""
        self._play, self._groups, self._journal, self._live, self._clock = play, groups, journal, live, clock
        self._swept: datetime | None = None
        self._not_before: dict[tuple[GroupId, DueId], datetime] = {}

    async def run(self) -> None:
        """Look each second, for ever."""
        while True:
            try:
                await self.look()
            except StoreUnreachableError:
                self._swept = None
            await asyncio.sleep(1)

    def sweep_again(self) -> None:
        """Look into the journal at the next second: Redis' copy may have holes."""
        self._swept = None

    async def look(self) -> None:
        """Fire everything that is due now."""
        now = self._clock.now()
        groups = set(await self._live.due_groups(now))
        if self._swept is None or now - self._swept >= SWEEP:
            groups |= {group for group, _ in await self._journal.due_groups(now)}
            self._swept = now
        for group in sorted(groups):
            try:
                await self._fire(group, now)
            except StoreUnreachableError:
                raise
            except Exception:
                log.exception("group_not_fired", group=group)

    async def _fire(self, name: GroupId, now: datetime) -> None:
        try:
            group = await self._groups.awake(name)
        except UnknownGroupError:
            return
        for due in dues(group.rules, group.state):
            if due.at > now:
                return
            if self._not_before.get((name, due.id), now) > now:
                continue
            answer = await self._play.submit(Request(name, Actor(Role.CLOCK), FallDue(due.id)))
            code = answer.code if isinstance(answer, Refused) else ""
            if code == WAITS_FOR_A_HAND:
                self._not_before[name, due.id] = now + HELD_BACK
            elif code not in ("", "not_due"):
                return
