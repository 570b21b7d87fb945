"""Learns from each mission that a group has done how long it stood still in it."""

import asyncio
from datetime import datetime
from typing import Protocol
from uuid import UUID

from game_server.application.live_groups import LiveGroup
from game_server.application.needs.paces import longest_silence
from game_server.application.ports import Clock, Journal
from game_server.core.group_events import MissionDone
from game_server.core.ids import GroupId, MissionId
from game_server.core.messages import Commit


class Lessons(Protocol):
    """Where what was learnt is kept."""

    async def learn(self, group: UUID, mission: str, seconds: float, at: datetime) -> None: ...  # noqa: D102


class PaceLearner:
    """Hears each commit stored here, and reads the journal beside the game."""

    def __init__(self, store: Lessons, journal: Journal, clock: Clock) -> None:
        """Take the store, the journal and the clock."""
        self._store, self._journal, self._clock = store, journal, clock
        self._done: asyncio.Queue[tuple[GroupId, MissionId]] = asyncio.Queue()

    def hears(self, group: LiveGroup, commit: Commit) -> None:
        """A commit was stored."""
        for event in commit.events:
            if isinstance(event, MissionDone):
                self._done.put_nowait((group.id, event.mission))

    async def run(self) -> None:
        """Learn from each mission as it is done, for ever."""
        while True:
            await self.learn_one()

    async def learn_one(self) -> None:
        """Learn from the next mission that was done."""
        group, mission = await self._done.get()
        silence = longest_silence(await self._journal.tail(group, 0), mission)
        if silence is not None:
            await self._store.learn(UUID(group), mission, silence, self._clock.now())
