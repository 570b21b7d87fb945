"""The journal in PostgreSQL: one row a commit, its words beside it, durable before anybody sees it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

import asyncpg

from game_server.adapters.postgres.group_commit import GroupCommit
from game_server.adapters.postgres.journal_link import ANSWER_WITHIN, BROKEN, CONNECT_WITHIN, SETTINGS, JournalLink
from game_server.application.codec import Codec
from game_server.application.ports import Entry, StoreUnreachableError
from game_server.core.ids import GroupId, WordId
from game_server.core.messages import Commit

READERS = 4
TAIL = """
SELECT group_id AS "group", version, device, counter, actor, at, events
FROM journal_commit WHERE group_id = $1 AND version > $2 ORDER BY version
"""
VERSIONS = """
SELECT held.group_id, newest.version
FROM unnest($1::uuid[]) AS held (group_id)
CROSS JOIN LATERAL (
    SELECT version FROM journal_commit WHERE group_id = held.group_id ORDER BY version DESC LIMIT 1
) AS newest
"""
WORDS = "SELECT id, text FROM word WHERE group_id = $1 AND id = ANY($2::text[])"
DUE = "SELECT id, next_due FROM game_group WHERE next_due <= $1 ORDER BY next_due"
EPOCH = "SELECT value FROM epoch WHERE id = 1"
NAME_IT = "INSERT INTO epoch (id, value) VALUES (1, $1) ON CONFLICT DO NOTHING"


class PostgresJournal:
    """The journal of a migrated database. One writer a process, a few readers; both come back by themselves."""

    def __init__(self, url: str, codec: Codec) -> None:
        """Take a `postgresql://` address; nothing is opened before `start`."""
        self._url, self._codec = url, codec
        self._link = JournalLink(url)
        self._commits = GroupCommit(self._link, codec)

    async def start(self) -> None:
        """Begin to write. An unreachable store is no error yet: whoever appends or reads is told."""
        self._readers = await asyncpg.create_pool(
            self._url,
            min_size=0,
            max_size=READERS,
            timeout=CONNECT_WITHIN,
            command_timeout=ANSWER_WITHIN,
            server_settings=SETTINGS,
        )
        self._writer = asyncio.create_task(self._commits.run(), name="journal writer")

    async def close(self) -> None:
        """Store what is queued, then part from PostgreSQL."""
        self._commits.finish()
        await self._writer
        await self._link.close()
        await self._readers.close()

    async def append(self, entry: Entry) -> None:
        """Store durably, together with what other groups append now: see `Journal.append`."""
        await self._commits.append(entry)

    async def tail(self, group: GroupId, after: int) -> Sequence[Commit]:
        """Commits of the group with a version above `after`, in order. Raises StoreUnreachableError."""
        return [self._codec.commit_from_row(row) for row in await self._read(TAIL, UUID(group), after)]

    async def versions(self, groups: Sequence[GroupId]) -> Mapping[GroupId, int]:
        """The highest version stored of each group that has one. Raises StoreUnreachableError."""
        rows = await self._read(VERSIONS, [UUID(group) for group in groups])
        return {GroupId(str(row["group_id"])): row["version"] for row in rows}

    async def words(self, group: GroupId, ids: Sequence[WordId]) -> Mapping[WordId, str]:
        """The texts that still exist among these. Raises StoreUnreachableError."""
        return {row["id"]: row["text"] for row in await self._read(WORDS, UUID(group), list(ids))}

    async def due_groups(self, until: datetime) -> Sequence[tuple[GroupId, datetime]]:
        """Groups due at or before `until`, the soonest first. Raises StoreUnreachableError."""
        return [(GroupId(str(row["id"])), row["next_due"]) for row in await self._read(DUE, until)]

    async def epoch(self) -> str:
        """The name of this journal, given at the first question. Raises StoreUnreachableError."""
        await self._read(NAME_IT, str(uuid4()))
        rows = await self._read(EPOCH)
        return str(rows[0]["value"])

    async def _read(self, query: str, *values: object) -> Sequence[asyncpg.Record]:
        # the first failure may be that of a connection that broke while it rested in the pool
        for last in (False, True):
            try:
                return list(await self._readers.fetch(query, *values))
            except BROKEN as error:
                if last:
                    raise StoreUnreachableError from error
        raise AssertionError
