"""Everything that the stores and the logs of a running server hold, as text, to look for what must not be there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import asyncpg
from redis.asyncio import Redis
from redis.exceptions import RedisError

from game_server.build import Wiring
from tests.end_to_end.kit import Server

LOGS = ("postgres.log", "valkey.log")


class Kept:
    """Reads beside the server; what passes through Redis is heard from the start."""

    def __init__(self, server: Server, wiring: Wiring, database: asyncpg.Connection, redis: Redis) -> None:
        self._server, self._wiring, self._database, self._redis = server, wiring, database, redis
        self.passed: list[str] = []

    async def tables(self) -> dict[str, str]:
        """Every row of every table."""
        names = await self._database.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        rows = {one[0]: await self._database.fetch(f'SELECT t::text FROM "{one[0]}" t') for one in names}  # noqa: S608
        return {name: "\n".join(row[0] for row in found) for name, found in rows.items()}

    async def redis(self) -> str:
        """Every key and value, and every command that was sent."""
        held = []
        async for key in self._redis.scan_iter():
            kind = (await self._redis.type(key)).decode()
            read = {
                "hash": self._redis.hgetall,
                "set": self._redis.smembers,
                "string": self._redis.get,
                "zset": lambda name: self._redis.zrange(name, 0, -1, withscores=True),
            }[kind]
            held.append(f"{key!r} {await read(key)!r}")
        return "\n".join((*held, *self.passed))

    def logs(self) -> str:
        """What the server, its workers and its stores wrote."""
        files = [self._server.words, *(self._server.folder / name for name in LOGS)]
        return "\n".join(Path(file).read_text() for file in files)

    async def listen(self) -> None:
        """Keep every command that Redis is sent, until cancelled."""
        with suppress(RedisError):
            async with self._redis.monitor() as monitor:
                async for command in monitor.listen():
                    self.passed.append(repr(command))


@asynccontextmanager
async def kept_by(server: Server) -> AsyncIterator[Kept]:
    """Read beside this server."""
    wiring = server.wiring()
    database = await asyncpg.connect(wiring.database_url, server_settings={"app.structure": "operator"})
    async with Redis.from_url(wiring.redis_url) as redis:
        kept = Kept(server, wiring, database, redis)
        listening = asyncio.create_task(kept.listen())
        yield kept
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    await database.close()
