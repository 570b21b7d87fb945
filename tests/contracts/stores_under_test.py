"""What the suites need beside the ports: to open one more process, to make a group known, to empty a store."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Protocol, TypeVar
from uuid import uuid4

import asyncpg
from redis.asyncio import Redis

from game_server.adapters.memory import MemoryHub, MemoryJournal, MemoryLive
from game_server.adapters.postgres.journal import PostgresJournal
from game_server.adapters.postgres.migrate import migrate
from game_server.adapters.postgres.session import Database
from game_server.adapters.redis import RedisLive
from game_server.application.codec import Codec
from game_server.application.ports import FeedItem, Journal, LiveProgress
from game_server.core.ids import GroupId
from tests.contracts.samples import SEAT, new_group

LONG_ENOUGH = 30.0
Found = TypeVar("Found")


class Journals(Protocol):
    async def open(self) -> Journal: ...
    async def known_group(self) -> GroupId: ...
    async def erase_words(self, group: GroupId) -> None: ...


class Lives(Protocol):
    async def open(self, epoch: str = "first") -> LiveProgress: ...
    async def wipe(self) -> None: ...


class MemoryJournals:
    def __init__(self) -> None:
        self._journal = MemoryJournal()

    async def open(self) -> Journal:
        return self._journal

    async def known_group(self) -> GroupId:
        return new_group()

    async def erase_words(self, group: GroupId) -> None:
        self._journal.erase(group, SEAT)


class PostgresJournals:
    def __init__(self, url: str) -> None:
        self._url = url
        self._leaving = AsyncExitStack()

    async def open(self) -> PostgresJournal:
        journal = await self.open_apart()
        self._leaving.push_async_callback(journal.close)
        return journal

    async def open_apart(self) -> PostgresJournal:
        """One that the test closes itself."""
        journal = PostgresJournal(self._url, Codec({}, ()))
        await journal.start()
        return journal

    async def known_group(self) -> GroupId:
        group = new_group()
        async with self.connection() as connection:
            structure, site = uuid4(), uuid4()
            await connection.execute("INSERT INTO structure VALUES ($1, 'Ici', 'Europe/Paris', 'metropole')", structure)
            await connection.execute("INSERT INTO site VALUES ($1, $2, 'Ici', '', 'Europe/Paris', '')", site, structure)
            await connection.execute(
                "INSERT INTO game_group (id, structure, site, name, pack, edition, first_day, time_zone, seed,"
                " group_code, created_at) VALUES ($1, $2, $3, 'G', 'p', '1', '2027-03-01', 'Europe/Paris', 1, $4, now())",
                group, structure, site, group,
            )  # fmt: skip
        return group

    async def erase_words(self, group: GroupId) -> None:
        async with self.connection() as connection:
            await connection.execute("DELETE FROM word WHERE group_id = $1 AND owner = $2", group, SEAT)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator["asyncpg.Connection"]:
        connection = await asyncpg.connect(self._url, server_settings={"app.structure": "operator"})
        try:
            yield connection
        finally:
            await connection.close()

    async def close(self) -> None:
        await self._leaving.aclose()


class MemoryLives:
    def __init__(self) -> None:
        self._hub = MemoryHub()

    async def open(self, epoch: str = "first") -> LiveProgress:
        live = MemoryLive(self._hub)
        await live.start(epoch)
        return live

    async def wipe(self) -> None:
        self._hub.flush()


class RedisLives:
    def __init__(self, url: str) -> None:
        self.client = Redis.from_url(url)
        self._url = url
        self._leaving = AsyncExitStack()

    async def open(self, epoch: str = "first") -> RedisLive:
        live = RedisLive(self._url)
        await live.start(epoch)
        self._leaving.push_async_callback(live.close)
        return live

    async def wipe(self) -> None:
        await self.client.flushall()

    async def close(self) -> None:
        await self._leaving.aclose()
        await self.client.aclose()


async def migrated(url: str) -> str:
    database = Database(url)
    await migrate(database)
    await database.close()
    return url


async def soon(answer: Awaitable[Found]) -> Found:
    return await asyncio.wait_for(answer, LONG_ENOUGH)


async def until(holds: Callable[[], Awaitable[object]]) -> None:
    """Wait for what another process does, of which nothing tells us."""
    async with asyncio.timeout(LONG_ENOUGH):
        while not await holds():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def next_commit(feed: AsyncIterator[FeedItem]) -> FeedItem:
    """Skip the orders to compare versions: they may come at any time."""
    while (item := await soon(anext(feed))).group is None:
        pass
    return item


async def told_to_compare(feed: AsyncIterator[FeedItem]) -> None:
    while (await soon(anext(feed))).group is not None:
        pass
