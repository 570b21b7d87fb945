"""The game's own parts in one process, joined over any journal and any live progress."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from game_server.application.codec import Codec
from game_server.application.door import Door
from game_server.application.live_groups import Library, LiveGroups
from game_server.application.play import PlayService
from game_server.application.ports import Clock, FeedItem, Journal, LiveProgress, Luck, StoreUnreachableError
from game_server.application.presence import Presence
from game_server.application.projector import Projector
from game_server.application.timekeeper import Timekeeper

QUIET = timedelta(seconds=2)
ASLEEP_AFTER = timedelta(minutes=10)
LOOK_EVERY = 60.0


class Game:
    """Everything that the road of one action passes through."""

    def __init__(
        self, journal: Journal, live: LiveProgress, codec: Codec, library: Library, clock: Clock, luck: Luck
    ) -> None:
        """Join the parts; nothing runs yet."""
        self.journal, self.live, self.codec, self.library, self.clock = journal, live, codec, library, clock
        self.projector = Projector(live, codec)
        self.groups = LiveGroups(journal, live, codec, library, self.projector.show_again)
        self.door = Door(self.groups, journal, codec)
        self.presence = Presence()
        self.play = PlayService(self.groups, self.door, journal, self.projector, self.presence, clock, luck)
        self.timekeeper = Timekeeper(self.play, self.groups, journal, live, clock)

    async def let_quiet_groups_sleep(self) -> None:
        """Keep a whole snapshot of a group that nobody looks at, and let it go; it wakes up at the next action."""
        for group in self.groups.held():
            quiet = group.touched is None or self.clock.now() - group.touched > ASLEEP_AFTER
            if quiet and not group.pages:
                self.projector.show_whole(group)
                await self.groups.sleep(group)
        await asyncio.sleep(LOOK_EVERY)

    def workers(self) -> tuple[Callable[[], Awaitable[None]], ...]:
        """What runs beside: the projection, the timekeeper, the ear for other processes, and sleep."""
        return (self.projector.run, self.timekeeper.run, self.listen, self.let_quiet_groups_sleep)

    def is_quiet(self) -> bool:
        """Whether nobody has acted here for a moment."""
        now = self.clock.now()
        return all(group.touched is None or now - group.touched > QUIET for group in self.groups.held())

    async def listen(self) -> None:
        """Take what other processes stored; on a new connection show every group again and compare versions."""
        async for item in self.live.feed():
            if item.group is None and self.live.reachable:
                for group in self.groups.held():
                    self.projector.show_whole(group)
                self.timekeeper.sweep_again()
            await self._hear(item)

    async def _hear(self, item: FeedItem) -> None:
        while True:
            try:
                return await self.door.hear(item)
            except StoreUnreachableError:
                item = FeedItem(None)
                await asyncio.sleep(1)
