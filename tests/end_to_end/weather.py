"""What a bad network does to the frames of one socket, both ways, as luck decides.

A socket keeps its order until it breaks. What the server says between a welcome and the slices that follow it may therefore
come late or be cut off, but is never lost or overtaken alone; everything else may be.
"""

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed


@dataclass(frozen=True)
class Weather:
    """The chance of each mishap, for each frame."""

    drop: float = 0.0
    double: float = 0.0
    late: float = 0.0
    """A late frame comes after those that follow it."""
    cut: float = 0.0
    longest_delay: float = 0.05


CALM = Weather()
STORM = Weather(drop=0.06, double=0.08, late=0.12, cut=0.02)


class Line:
    """A socket seen through the weather."""

    def __init__(self, connection: ClientConnection, weather: Weather, luck: random.Random) -> None:
        self._connection, self._weather, self._luck = connection, weather, luck
        self._heard: asyncio.Queue[str | None] = asyncio.Queue()
        self._under_way: set[asyncio.Task[None]] = set()
        self._talk, self._settled = 0, False
        self._begin(self._listen())

    @property
    def port(self) -> int:
        """Our port."""
        return int(self._connection.local_address[1])

    def begins_a_talk(self) -> None:
        """A hello was said: what was late before it no longer comes."""
        self._talk, self._settled = self._talk + 1, False

    def settles(self) -> None:
        """The slices that answer the hello have come."""
        self._settled = True

    async def say(self, text: str) -> None:
        """Send one frame, or lose it, or send it twice, or later."""
        for delay in self._fate():
            if delay:
                self._begin(self._say_late(text, delay))
            else:
                await self._connection.send(text)

    async def hear(self) -> str:
        """The next frame. Raises ConnectionClosed when the line is cut."""
        text = await self._heard.get()
        if text is None:
            raise ConnectionClosed(None, None)
        return text

    async def cut(self) -> None:
        """End it without a word, as a dead network does."""
        self._connection.transport.abort()
        for task in self._under_way:
            task.cancel()
        self._heard.put_nowait(None)
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _listen(self) -> None:
        with suppress(ConnectionClosed):
            async for text in self._connection:
                for delay in self._fate() if self._settled else self._fate_of_a_beginning():
                    if delay:
                        self._begin(self._hear_late(str(text), delay, self._talk))
                    else:
                        self._heard.put_nowait(str(text))
        self._heard.put_nowait(None)

    def _fate(self) -> list[float]:
        """The delays of the copies of one frame; none when it is lost."""
        weather, luck = self._weather, self._luck
        if luck.random() < weather.cut:
            self._connection.transport.abort()
            return []
        if luck.random() < weather.drop:
            return []
        copies = 2 if luck.random() < weather.double else 1
        return [
            luck.uniform(0.001, weather.longest_delay) if luck.random() < weather.late else 0 for _ in range(copies)
        ]

    def _fate_of_a_beginning(self) -> list[float]:
        if self._luck.random() < self._weather.cut:
            self._connection.transport.abort()
            return []
        return [0]

    async def _say_late(self, text: str, delay: float) -> None:
        await asyncio.sleep(delay)
        with suppress(ConnectionClosed):
            await self._connection.send(text)

    async def _hear_late(self, text: str, delay: float, talk: int) -> None:
        await asyncio.sleep(delay)
        if talk == self._talk:
            self._heard.put_nowait(text)

    def _begin(self, work: object) -> None:
        task = asyncio.ensure_future(work)  # type: ignore[arg-type]
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
