"""What the stores hold of a group, read beside the servers: the journal, the state that it makes, and Redis."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff

from game_server.adapters.postgres.journal import PostgresJournal
from game_server.adapters.redis.keys import Keys
from game_server.application.codec import Codec, slice_bytes, word_ids
from game_server.application.live_groups import Library
from game_server.application.plug_ins import find_kinds, find_rewards
from game_server.application.projector import progress_fields
from game_server.build import Wiring, library_of
from game_server.core.evolve import evolve
from game_server.core.ids import GroupId, WordId
from game_server.core.messages import Commit
from game_server.core.rules import Rules
from game_server.core.state import GroupState
from game_server.core.view import slices

PACK = ("le_quai_des_possibles", 1)


@cache
def library() -> Library:
    """The packs that are installed."""
    return library_of(find_kinds())


@cache
def codec() -> Codec:
    """The names of every value of the game."""
    return Codec(find_kinds(), find_rewards())


@dataclass(frozen=True)
class Story:
    """One group as its journal tells it."""

    group: GroupId
    commits: tuple[Commit, ...]
    words: Mapping[WordId, str]

    @property
    def rules(self) -> Rules:
        """The rules of its edition."""
        return library()[PACK]

    def state(self, version: int | None = None) -> GroupState:
        """The state rebuilt from the first commit."""
        state = None
        for commit in self.commits[:version]:
            state = evolve(self.rules, state, commit)
        assert state is not None
        return state

    def shown(self, *audiences: str) -> dict[str, Any]:
        """The slices that pages of these audiences must show."""
        state = self.state()
        wanted = [rule for rule in slices(self.rules, state) if rule.audience in audiences]
        return {rule.name: json.loads(slice_bytes(rule.build(self.rules, state), self.words)) for rule in wanted}


class Stores:
    """The journal and Redis of a running server."""

    def __init__(self, journal: PostgresJournal, redis: Redis, epoch: str) -> None:
        self.journal, self.redis, self._keys = journal, redis, Keys(epoch)

    async def version(self, group: str) -> int:
        """The newest version in the journal."""
        return (await self.journal.versions([GroupId(group)])).get(GroupId(group), 0)

    async def story(self, group: str) -> Story:
        """The whole journal of a group, with the words of its slices."""
        name = GroupId(group)
        commits = tuple(await self.journal.tail(name, 0))
        story = Story(name, commits, {})
        state = story.state()
        named = set().union(*(word_ids(rule.build(story.rules, state)) for rule in slices(story.rules, state)))
        return Story(name, commits, await self.journal.words(name, [WordId(one) for one in named]))

    async def progress(self, group: str) -> dict[str, str]:
        """The progress hash in Redis."""
        found = await self.redis.hgetall(self._keys.progress(GroupId(group)))
        return {name.decode(): value.decode() for name, value in found.items()}

    async def snapshot(self, group: str) -> GroupState | None:
        """The snapshot in Redis."""
        found = await self.redis.hget(self._keys.snapshot(GroupId(group)), "state")
        return codec().state(found) if found else None

    async def last_seen(self, group: str) -> dict[str, float]:
        """When a page of each seat was last seen open, by the second."""
        found = await self.redis.zrange(self._keys.present(GroupId(group)), 0, -1, withscores=True)
        return {seat.decode(): at for seat, at in found}

    def wanted_progress(self, story: Story) -> dict[str, str]:
        """What the progress hash must hold."""
        return dict(progress_fields(story.rules, story.state()))


@asynccontextmanager
async def stores_of(wiring: Wiring) -> AsyncIterator[Stores]:
    """Read beside the servers, by connections of our own."""
    journal = PostgresJournal(wiring.database_url, codec())
    await journal.start()
    try:
        # a store that was killed a moment ago is asked again
        again = Retry(ConstantBackoff(0.2), 100)
        async with Redis.from_url(wiring.redis_url, retry=again) as redis:
            yield Stores(journal, redis, await journal.epoch())
    finally:
        await journal.close()
