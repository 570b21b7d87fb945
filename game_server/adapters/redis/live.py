"""The live progress in Redis: what the board, a wake-up and the other processes read of a group.

Everything here is a copy of the journal and may vanish at any time. No name, no typed text and no private answer ever
enters Redis: the caller gives ids, counts, chosen options and verdicts only.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha1
from pathlib import Path
from typing import Any
from uuid import uuid4

from redis.asyncio import Redis
from redis.exceptions import NoScriptError

from game_server.adapters.redis.inbox import RedisInbox
from game_server.adapters.redis.keys import Keys
from game_server.adapters.redis.link import ANSWER_WITHIN, FAILED, RedisLink
from game_server.application.ports import FeedItem, Projection
from game_server.core.ids import GroupId, SeatId

SCRIPT = (Path(__file__).parent / "project.lua").read_text()
NAME_OF_SCRIPT = sha1(SCRIPT.encode(), usedforsecurity=False).hexdigest()
ROUND_TRIP = 200
"""Groups shown in one round trip: a hundred snapshots at once must not hold Redis up."""
KEPT = int(timedelta(days=40).total_seconds())
"""Seconds after the last commit that a group is shown: longer than any pause between two days of a game."""
PRESENCE_KEPT = int(timedelta(hours=1).total_seconds())


class RedisLive:
    """One process's view of the live groups. No call raises for Redis, and none waits for a Redis that is away."""

    def __init__(self, url: str) -> None:
        """Take a `redis://`, `rediss://` or `unix://` address; nothing is opened before `start`."""
        self._link = RedisLink(url)
        self._process = uuid4().hex

    @property
    def reachable(self) -> bool:
        """Whether the connection stands."""
        return self._link.up

    @property
    def left_out(self) -> int:
        """Calls that Redis did not carry out since the start."""
        return self._link.left_out

    async def start(self, epoch: str) -> None:
        """Register under the name of a journal; a Redis that does not answer within a second is sought meanwhile."""
        self._keys = Keys(epoch)
        self._inbox = RedisInbox(self._link, self._keys, self._process, KEPT)
        self._reader = asyncio.create_task(self._inbox.run(), name="live progress inbox")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._inbox.registered.wait(), ANSWER_WITHIN)

    async def close(self) -> None:
        """Leave the feed, and give the connections back."""
        self._reader.cancel()
        await asyncio.gather(self._reader, return_exceptions=True)
        if self._link.up:
            with contextlib.suppress(*FAILED):
                await self._inbox.leave()
        await self._link.client.aclose()
        self._inbox.feed.close()

    async def project(self, projections: Sequence[Projection]) -> None:
        """Show these groups, an older version never over a newer one, and hand their commits on."""
        for start in range(0, len(projections), ROUND_TRIP):
            calls = [self._call(one) for one in projections[start : start + ROUND_TRIP]]
            await self._link.ask(partial(_run, calls=calls), None)

    async def snapshot(self, group: GroupId) -> tuple[int, bytes] | None:
        """The last whole snapshot and its version; None when there is none or Redis is away."""
        key = self._keys.snapshot(group)
        found: list[bytes | None] = await self._link.ask(lambda client: client.hmget(key, ["version", "state"]), [])
        version, state = found or (None, None)
        return None if version is None or state is None else (int(version), state)

    async def progress(self, group: GroupId) -> Mapping[str, str]:
        """The progress fields, `version` among them; empty when nothing is shown or Redis is away."""
        key = self._keys.progress(group)
        fields: Mapping[bytes, bytes] = await self._link.ask(lambda client: client.hgetall(key), {})
        return {name.decode(): value.decode() for name, value in fields.items()}

    def progress_key(self, group: GroupId) -> str:
        """The key of the hash that `progress` reads."""
        return self._keys.progress(group)

    async def follow(self, group: GroupId) -> None:
        """Let the commits of this group come to this inbox, now or as soon as Redis is there."""
        await self._inbox.follow(group)

    async def unfollow(self, group: GroupId) -> None:
        """No longer."""
        await self._inbox.unfollow(group)

    def feed(self) -> AsyncIterator[FeedItem]:
        """Commits of other processes, and group None at each (re)connection, after a flush, and each 2 s without Redis.

        One reader; ends with `close`.
        """
        return self._inbox.feed.items()

    async def seen(self, group: GroupId, seats: Sequence[SeatId], at: datetime) -> None:
        """These seats have an open page in this process."""
        if seats:
            key = self._keys.present(group)
            await self._link.ask(lambda client: _see(client, key, {str(seat): at.timestamp() for seat in seats}), None)

    async def gone(self, group: GroupId, seat: SeatId) -> None:
        """This seat left: nothing seen of it before counts."""
        key = self._keys.present(group)
        await self._link.ask(lambda client: client.zrem(key, str(seat)), 0)

    async def present(self, group: GroupId, since: datetime) -> frozenset[SeatId]:
        """Seats seen by any process at or after that instant; empty when Redis is away."""
        key = self._keys.present(group)
        seats: list[bytes] = await self._link.ask(
            lambda client: client.zrangebyscore(key, since.timestamp(), "+inf"), []
        )
        return frozenset(SeatId(seat.decode()) for seat in seats)

    async def due_groups(self, until: datetime) -> Sequence[GroupId]:
        """Groups due at or before `until`, the soonest first; empty when Redis is away."""
        groups: list[bytes] = await self._link.ask(
            lambda client: client.zrangebyscore(self._keys.due, "-inf", until.timestamp()), []
        )
        return [GroupId(group.decode()) for group in groups]

    def _call(self, one: Projection) -> list[Any]:
        keys = self._keys
        group, due = one.group, one.next_due
        named = [keys.progress(group), keys.snapshot(group), keys.followers(group), keys.due]
        told = [one.version, group, "" if due is None else due.timestamp(), one.snapshot or b"", one.commit]
        fields = [text for field in {**one.fields, "version": str(one.version)}.items() for text in field]
        return [len(named), *named, *told, self._process, keys.inboxes, KEPT, *fields]


async def _run(client: Redis, calls: Sequence[Sequence[Any]]) -> None:
    try:
        await _run_known(client, calls)
    except NoScriptError:
        # all of them once more: what was shown already is left out by its version
        await client.script_load(SCRIPT)
        await _run_known(client, calls)


async def _run_known(client: Redis, calls: Sequence[Sequence[Any]]) -> None:
    pipe = client.pipeline(transaction=False)
    for call in calls:
        pipe.evalsha(NAME_OF_SCRIPT, *call)
    await pipe.execute()


async def _see(client: Redis, key: str, seats: Mapping[str, float]) -> None:
    pipe = client.pipeline(transaction=False)
    pipe.zadd(key, dict(seats), gt=True)
    pipe.expire(key, PRESENCE_KEPT)
    await pipe.execute()
