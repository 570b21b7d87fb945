"""The inbox of one process in Redis: one channel, one reader, and the registration that makes others write to it."""

import asyncio
import random
import time
from collections.abc import Iterable
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import ConnectionError as RedisConnectionError

from game_server.adapters.memory.feed import Feed
from game_server.adapters.redis.keys import Keys
from game_server.adapters.redis.link import FAILED, RedisLink
from game_server.application.ports import FeedItem
from game_server.core.ids import GroupId

BEAT = 1.0
"""Seconds between two looks at whether Redis still knows this process."""
SILENCE = 2.0
"""Seconds without any word from Redis after which the connection counts as broken, and versions are compared."""
REGISTERED_FOR = 15
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 1.0


class RedisInbox:
    """Keeps the process registered and its feed filled, through cuts, restarts and flushes of Redis."""

    def __init__(self, link: RedisLink, keys: Keys, process: str, kept: int) -> None:
        self._link, self._keys, self._process, self._kept = link, keys, process, kept
        self.feed = Feed()
        self.followed: set[GroupId] = set()
        self.registered = asyncio.Event()
        self._compared = time.monotonic()

    async def run(self) -> None:
        """Connect and read, again and again, until cancelled."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self._read_until_it_breaks()
            except FAILED as error:
                pause = FIRST_PAUSE if self._link.up else min(pause * 2, LONGEST_PAUSE)
                self._link.lost(error)
            if time.monotonic() - self._compared >= SILENCE:
                self._compare()
            await asyncio.sleep(random.uniform(pause / 2, pause))  # noqa: S311 - no secret

    async def follow(self, group: GroupId) -> None:
        """Have the commits of this group written here, now or as soon as Redis is there."""
        self.followed.add(group)
        await self._link.ask(lambda client: self._announce(client, [group]), None)

    async def unfollow(self, group: GroupId) -> None:
        """No longer."""
        self.followed.discard(group)
        key = self._keys.followers(group)
        await self._link.ask(lambda client: client.srem(key, self._process), 0)

    async def leave(self) -> None:
        """Let nobody write here any more."""
        pipe = self._link.client.pipeline(transaction=False)
        for group in self.followed:
            pipe.srem(self._keys.followers(group), self._process)
        pipe.delete(self._keys.process(self._process))
        await pipe.execute()

    async def _read_until_it_breaks(self) -> None:
        async with self._link.client.pubsub() as pubsub:
            await pubsub.subscribe(self._keys.inboxes + self._process)
            if await pubsub.get_message(timeout=SILENCE) is None:
                raise RedisConnectionError("the subscription was not confirmed")
            await self._register()
            await self._read(pubsub)

    async def _read(self, pubsub: PubSub) -> None:
        heard = beaten = time.monotonic()
        while True:
            message = await pubsub.get_message(timeout=BEAT)
            now = time.monotonic()
            if message is not None:
                heard = now
                self._deliver(message)
            if now - heard >= SILENCE:
                raise RedisConnectionError("silent")
            if now - beaten >= BEAT:
                beaten = now
                await pubsub.ping()
                await self._beat()

    def _deliver(self, message: dict[str, Any]) -> None:
        if message["type"] == "message":
            group, version, commit = message["data"].split(b" ", 2)
            self.feed.put(FeedItem(GroupId(group.decode()), int(version), commit))

    async def _beat(self) -> None:
        # a registration that is missing means that Redis was emptied; a link that is down, that something was left out
        key = self._keys.process(self._process)
        renewed = await self._link.client.set(key, "1", ex=REGISTERED_FOR, xx=True)
        if not renewed or not self._link.up:
            await self._register()

    async def _register(self) -> None:
        await self._link.client.set(self._keys.process(self._process), "1", ex=REGISTERED_FOR)
        told: set[GroupId] = set()
        while missing := self.followed - told:  # one more may be followed while these are announced
            await self._announce(self._link.client, missing)
            told |= missing
        self._link.found()
        self.registered.set()
        self._compare()

    async def _announce(self, client: Redis, groups: Iterable[GroupId]) -> None:
        pipe = client.pipeline(transaction=False)
        for key in map(self._keys.followers, groups):
            pipe.sadd(key, self._process)
            pipe.expire(key, self._kept)
        await pipe.execute()

    def _compare(self) -> None:
        self._compared = time.monotonic()
        self.feed.compare()
