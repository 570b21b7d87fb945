"""One server process without sockets: the real road over the memory journal, and pages that keep what they are sent."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from game_server.adapters.memory.clock import MemoryClock
from game_server.adapters.memory.journal import MemoryJournal
from game_server.adapters.memory.live import MemoryHub, MemoryLive
from game_server.application.codec import Codec
from game_server.application.game import Game
from game_server.application.play import Request
from game_server.application.ports import Journal, LiveProgress
from game_server.background import running
from game_server.core import group_commands as c
from game_server.core.ids import DeviceId, GroupId, SeatId
from game_server.core.messages import Actor, Role
from tests.core.small_game import COUNT, CREATE, KNOCK, RULES, STAFF, START, SYSTEM

GROUP = GroupId("6f9a1c52-4a7e-4a53-9a53-0d6c6b0f7f11")
LIBRARY = {("petit", 1): RULES}
SEATS = (SeatId("ana"), SeatId("bilal"), SeatId("chloe"))


class FixedLuck:
    """Always the same number."""

    def seed(self) -> int:
        return 42


class KeptPage:
    """An open page that keeps every frame."""

    def __init__(self, *audiences: str) -> None:
        self.audiences = frozenset(audiences)
        self.frames: list[dict[str, Any]] = []

    def send(self, frame: bytes) -> None:
        self.frames.append(json.loads(frame))

    @property
    def slices(self) -> dict[str, Any]:
        """What the page shows now."""
        shown: dict[str, Any] = {}
        for frame in self.frames:
            shown |= frame.get("slices", {})
        return shown

    @property
    def versions(self) -> list[int]:
        return [frame["version"] for frame in self.frames if frame["type"] == "frame"]


@asynccontextmanager
async def process(journal: Journal, live: LiveProgress, clock: MemoryClock) -> AsyncIterator[Game]:
    """A process that projects and listens, until left."""
    codec = Codec({"knock": KNOCK}, (COUNT,))
    game = Game(journal, live, codec, LIBRARY, clock, FixedLuck())
    game.door.epoch = await journal.epoch()
    await live.start(game.door.epoch)
    async with running(game.projector.run, game.listen):
        yield game
    await live.close()


@asynccontextmanager
async def processes(count: int) -> AsyncIterator[tuple[list[Game], MemoryClock, MemoryHub]]:
    """Several processes of one journal and one hub."""
    journal, hub, clock = MemoryJournal(), MemoryHub(), MemoryClock(START)
    opened = [process(journal, MemoryLive(hub), clock) for _ in range(count)]
    games = [await one.__aenter__() for one in opened]
    try:
        yield games, clock, hub
    finally:
        for one in opened:
            await one.__aexit__(None, None, None)


async def a_table(game: Game, clock: MemoryClock) -> None:
    """The group created, three people admitted and here, day 1 open."""
    await game.play.create(GROUP, CREATE, STAFF)
    for seat in SEATS:
        await game.play.submit(Request(GROUP, SYSTEM, c.AskSeat(seat, seat.title(), 1)))
        await game.play.submit(Request(GROUP, STAFF, c.AdmitSeat(seat)))
        game.presence.opened(GROUP, seat, clock.now())
    await game.play.submit(Request(GROUP, STAFF, c.OpenDay(1)))


def from_phone(seat: SeatId, counter: int, command: c.GroupCommand) -> Request:
    """An action of a seat's phone."""
    return Request(GROUP, Actor(Role.PLAYER, seat), command, DeviceId("phone"), counter)


async def settled() -> None:
    """Let every task that is ready run."""
    for _ in range(20):
        await asyncio.sleep(0)
