"""What waits to be read in the inbox of a process."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

from game_server.application.ports import FeedItem

LONGEST = 10_000
COMPARE = FeedItem(None)


class Feed:
    """A bounded queue for one reader: when too much waits, all of it is replaced by one order to compare versions."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._items: deque[FeedItem] = deque()
        self._some = asyncio.Event()
        self._closed = False

    def put(self, item: FeedItem) -> None:
        """Add a commit."""
        if len(self._items) >= self._longest:
            self._items.clear()
            item = COMPARE
        self._items.append(item)
        self._some.set()

    def compare(self) -> None:
        """Add the order to compare versions, unless it is the last thing that waits."""
        if not self._items or self._items[-1] is not COMPARE:
            self.put(COMPARE)

    def close(self) -> None:
        """Let the reader end once it has read what waits."""
        self._closed = True
        self._some.set()

    async def items(self) -> AsyncIterator[FeedItem]:
        """Everything, in order, as it comes."""
        while True:
            while self._items:
                yield self._items.popleft()
            if self._closed:
                return
            self._some.clear()
            await self._some.wait()
