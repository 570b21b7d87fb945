"""A page as the browser keeps it: one numbered queue, sent again until answered; a socket made again; gaps noticed."""

import asyncio
import json
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.end_to_end.weather import CALM, Line, Weather
from tests.http.browser import Browser

DOUBT_AFTER = 1.0
"""Seconds without the answer of an action after which the socket is left (the browser: 8)."""
PATIENCE = 60.0
ANSWERS = ("receipt", "refusal", "settled")
AWAY = (OSError, ConnectionClosed, InvalidHandshake, TimeoutError)


@dataclass
class Entry:
    """An action in the queue."""

    counter: int
    command: dict[str, Any]
    answer: asyncio.Future[dict[str, Any]]


@dataclass
class Conversation:
    """One hello and the frames that followed it, as they came."""

    versions: list[int] = field(default_factory=list)


class Page:
    """One open page: a seat's or a console's."""

    def __init__(self, browser: Browser, path: str, luck: random.Random, weather: Weather = CALM) -> None:
        self.browser, self.path, self.device = browser, path, uuid4().hex
        self.slices: dict[str, Any] = {}
        self.epoch: str | None = None
        self.version = 0
        self.here: list[str] = []
        self.acknowledged: dict[int, int] = {}
        """The version that the receipt of each counter named."""
        self.conversations: list[Conversation] = []
        self.closed: list[tuple[int, str]] = []
        self.told: list[dict[str, Any]] = []
        """Every message, in the order it came."""
        self.weather = weather
        self._luck = luck
        self._queue: deque[Entry] = deque()
        self._counter = 0
        self._line: Line | None = None
        self._sent_at: float | None = None
        self._resuming = ""
        self._changed = asyncio.Condition()
        self._living: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to live, and wait for the first slices."""
        self._living = asyncio.create_task(self._live())
        await self.until(lambda: self.version > 0)

    async def leave(self) -> None:
        """Close the page for good."""
        if self._living is not None:
            self._living.cancel()
            await asyncio.gather(self._living, return_exceptions=True)

    async def submit(self, command: dict[str, Any]) -> dict[str, Any]:
        """Queue one action and wait for its answer, over as many sockets as it takes."""
        self._counter += 1
        entry = Entry(self._counter, command, asyncio.get_running_loop().create_future())
        self._queue.append(entry)
        await self._pump()
        async with asyncio.timeout(PATIENCE):
            return await entry.answer

    async def until(self, true: Callable[[], Any], within: float = PATIENCE) -> None:
        """Wait until what this page shows makes `true` true. Raises TimeoutError."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(true)

    async def change(self, within: float) -> None:
        """Wait for the next frame or presence, `within` seconds at most."""
        seen = len(self.told)
        with suppress(TimeoutError):
            await self.until(lambda: len(self.told) > seen, within)

    @property
    def port(self) -> int | None:
        """Our port of the open socket."""
        return self._line.port if self._line is not None and not self._resuming else None

    def in_words(self) -> str:
        """Where this page is, for the reader of a test that failed."""
        last = [(one["type"], one.get("version") or one.get("code")) for one in self.told[-8:]]
        waits = [entry.command for entry in self._queue]
        state = self._resuming or ("cut" if self._line is None else "settled")
        place = f"{self.path[-12:]} {state} at {self.version}, here {len(self.here)}"
        return f"{place}, waits {waits}, closed {self.closed[-2:]}, {last}"

    @property
    def asked(self) -> int:
        """How many actions were submitted."""
        return self._counter

    async def comes_into(self, weather: Weather) -> None:
        """From the next socket on, the network is like that."""
        self.weather = weather
        await self.look_again()

    async def look_again(self) -> None:
        """What the browser does when the page is seen again: leave a socket that may be dead."""
        if self._line is not None:
            await self._line.cut()

    async def _live(self) -> None:
        while True:
            try:
                socket = await self.browser.open(self.path)
            except AWAY:
                await asyncio.sleep(self._luck.uniform(0.05, 0.4))
                continue
            self._line = Line(socket.connection, self.weather, self._luck)
            try:
                await self._hello()
                await self._converse(self._line)
            except AWAY:
                self.closed.append((socket.connection.close_code or 0, socket.connection.close_reason or ""))
            finally:
                line, self._line, self._sent_at = self._line, None, None
                await line.cut()
            await asyncio.sleep(self._luck.uniform(0.02, 0.2))

    async def _converse(self, line: Line) -> None:
        while True:
            try:
                async with asyncio.timeout(DOUBT_AFTER / 4):
                    text = await line.hear()
            except TimeoutError:
                if self._resuming or (self._sent_at and time.monotonic() - self._sent_at > DOUBT_AFTER):
                    return
                continue
            await self._take(json.loads(text))

    async def _hello(self) -> None:
        self._resuming = "waiting"
        if self._line is not None:
            self._line.begins_a_talk()
        self.conversations.append(Conversation())
        await self._say({"type": "hello", "epoch": self.epoch, "last_seen": self.version or None})

    async def _take(self, message: dict[str, Any]) -> None:
        take: dict[str, Callable[[dict[str, Any]], Awaitable[None]]] = {
            "welcome": self._welcomed,
            "frame": self._frame,
            "slow_down": self._slow_down,
        }
        if message["type"] in ANSWERS:
            await self._answered(message)
        elif message["type"] in take:
            await take[message["type"]](message)
        elif message["type"] == "presence":
            self.here = message["here"]
        self.told.append(message)
        async with self._changed:
            self._changed.notify_all()

    async def _welcomed(self, message: dict[str, Any]) -> None:
        if message["epoch"] != self.epoch:
            self.slices = {}
        self.epoch, self._resuming = message["epoch"], "welcomed"
        await self._pump()

    async def _frame(self, frame: dict[str, Any]) -> None:
        if self._resuming == "waiting":
            return
        version = frame["version"]
        self.conversations[-1].versions.append(version)
        if not self._resuming and version > self.version + 1:
            await self._hello()
        elif self._resuming or version > self.version:
            self.slices = {**self.slices, **frame["slices"]}
            self.version, self._resuming = version, ""
            if self._line is not None:
                self._line.settles()

    async def _slow_down(self, message: dict[str, Any]) -> None:
        self._sent_at = None
        asyncio.get_running_loop().call_later(message["seconds"] / 4, lambda: asyncio.ensure_future(self._pump()))

    async def _answered(self, answer: dict[str, Any]) -> None:
        if answer["type"] == "receipt":
            self.acknowledged.setdefault(answer["counter"], answer["version"])
        if self._queue and self._queue[0].counter == answer["counter"]:
            entry, self._sent_at = self._queue.popleft(), None
            if not entry.answer.done():
                entry.answer.set_result(answer)
            await self._pump()

    async def _pump(self) -> None:
        if not self._queue or self._sent_at is not None or self._resuming == "waiting" or self._line is None:
            return
        entry, self._sent_at = self._queue[0], time.monotonic()
        submission = {"type": "submit", "device": self.device, "counter": entry.counter, "command": entry.command}
        with suppress(*AWAY):
            await self._say(submission)

    async def _say(self, message: dict[str, Any]) -> None:
        if self._line is not None:
            await self._line.say(json.dumps(message))
