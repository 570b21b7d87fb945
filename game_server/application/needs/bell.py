"""Tells the open consoles that the list changed for a reason that no frame says: a call for help, a colleague's hand."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from game_server.application.door import Door
from game_server.application.live_groups import LiveGroups
from game_server.core.view import STAFF

LISTEN_EVERY = 0.6
RINGS = {"type": "needs"}


class Marks(Protocol):
    """What changes with the open calls and the tasks."""

    async def marks(self, groups: Sequence[UUID]) -> Mapping[UUID, str]:
        """Return a mark of each group's structure."""
        ...


class Bell:
    """Looks at the store, and rings on the pages of this process."""

    def __init__(self, store: Marks, groups: LiveGroups, door: Door) -> None:
        """Take the store and the groups awake here."""
        self._store, self._groups, self._door = store, groups, door
        self._heard: dict[UUID, str] = {}

    async def run(self) -> None:
        """Listen for ever."""
        while True:
            await asyncio.sleep(LISTEN_EVERY)
            await self.listen()

    async def listen(self) -> None:
        """Ring on the consoles of each group whose structure has changed; asks nothing while no console is open."""
        watched = {
            UUID(group.id): group
            for group in self._groups.held()
            if any(STAFF in page.audiences for page in group.pages)
        }
        marks = await self._store.marks(tuple(watched)) if watched else {}
        for name, mark in marks.items():
            if self._heard.get(name, mark) != mark:
                self._door.tell(watched[name], RINGS, STAFF)
        self._heard = dict(marks)
