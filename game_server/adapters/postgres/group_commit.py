"""Group commit: what many groups append at the same time goes to disk together, in one statement."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import structlog

from game_server.adapters.postgres.journal_link import BROKEN, JournalLink
from game_server.application.codec import Codec
from game_server.application.ports import Entry, StaleVersionError, StoreUnreachableError, UncertainCommitError
from game_server.core.ids import GroupId

PACE = 0.002
"""Seconds between the beginnings of two batches."""
LARGEST_BATCH = 512
LONGEST_QUEUE = 10_000
# One statement is one transaction and one round trip. Its main part runs first, and in the order of its rows: two
# processes that write the same groups wait for each other at the first one, and never in a circle.
STORE = """
WITH word_kept AS (
    INSERT INTO word (group_id, id, owner, text, expires_at)
    SELECT * FROM unnest($8::uuid[], $9::text[], $10::text[], $11::text[], $12::timestamptz[])
), due_told AS (
    UPDATE game_group SET next_due = told.next_due
    FROM unnest($13::uuid[], $14::timestamptz[]) AS told (group_id, next_due)
    WHERE game_group.id = told.group_id AND game_group.next_due IS DISTINCT FROM told.next_due
)
INSERT INTO journal_commit (group_id, version, device, counter, actor, at, events)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[], $7::text[])
"""
SURELY_REFUSED = (asyncpg.PostgresError, ValueError, TypeError)
"""PostgreSQL said no, or the entry never left: nothing was stored."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """An entry, and who waits for it."""

    entry: Entry
    stored: asyncio.Future[None]

    @property
    def place(self) -> tuple[GroupId, int]:
        """Where it goes in the journal."""
        return self.entry.commit.group, self.entry.commit.version


class GroupCommit:
    """A bounded queue, and the one task that empties it batch by batch."""

    def __init__(self, link: JournalLink, codec: Codec) -> None:
        self._link, self._codec = link, codec
        self._queue: list[Waiting] = []
        self._some = asyncio.Event()
        self._closing = False
        self._began = 0.0

    async def append(self, entry: Entry) -> None:
        """Wait until the entry is stored. Raises what `Journal.append` raises."""
        if self._closing or len(self._queue) >= LONGEST_QUEUE:
            raise StoreUnreachableError
        waiting = Waiting(entry, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        self._some.set()
        await waiting.stored

    async def run(self) -> None:
        """Store what is queued until `finish`; a failure reaches those who wait, and nothing else stops."""
        while self._queue or not self._closing:
            await self._some.wait()
            await asyncio.sleep(max(0.0, self._began + PACE - time.monotonic()))
            self._began = time.monotonic()
            await self._store(self._batch())

    def finish(self) -> None:
        """Take nothing new; `run` ends when the queue is empty."""
        self._closing = True
        self._some.set()

    def _batch(self) -> list[Waiting]:
        taken, self._queue = self._queue[:LARGEST_BATCH], self._queue[LARGEST_BATCH:]
        if not self._queue and not self._closing:
            self._some.clear()
        return sorted((one for one in taken if not one.stored.cancelled()), key=lambda one: one.place)

    async def _store(self, batch: Sequence[Waiting]) -> None:
        if not batch:
            return
        try:
            connection = await self._link.connection()
            await connection.execute(STORE, *self._columns([one.entry for one in batch]))
        except StoreUnreachableError:
            _fail(batch, StoreUnreachableError)
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told and the writer goes on
            if isinstance(error, SURELY_REFUSED) and not isinstance(error, BROKEN):
                await self._find_guilty(batch, error)
            else:
                self._link.drop()
                log.warning("journal_commit_uncertain", reason=type(error).__name__, groups=_groups(batch))
                _fail(batch, UncertainCommitError)
        else:
            for one in batch:
                if not one.stored.done():
                    one.stored.set_result(None)

    async def _find_guilty(self, batch: Sequence[Waiting], error: Exception) -> None:
        groups = _groups(batch)
        if len(groups) > 1:
            for group in groups:
                await self._store([one for one in batch if one.entry.commit.group == group])
            return
        if not isinstance(meaning := _meaning(error), StaleVersionError):
            log.error("journal_refused", reason=type(error).__name__, group=groups[0])
        _fail(batch, lambda: meaning)

    def _columns(self, entries: Sequence[Entry]) -> list[list[Any]]:
        return [*self._commits(entries), *_words(entries), *_due(entries)]

    def _commits(self, entries: Sequence[Entry]) -> list[list[Any]]:
        commits = [entry.commit for entry in entries]
        return [
            [UUID(one.group) for one in commits],
            [one.version for one in commits],
            [one.device for one in commits],
            [one.counter for one in commits],
            [f"{one.actor.role}:{one.actor.id}" for one in commits],
            [one.at for one in commits],
            [self._codec.events_text(one) for one in commits],
        ]


def _words(entries: Sequence[Entry]) -> list[list[Any]]:
    words = [(entry.commit, word) for entry in entries for word in entry.words]
    return [
        [UUID(commit.group) for commit, _ in words],
        [word.id for _, word in words],
        [word.owner for _, word in words],
        [word.text for _, word in words],
        [None if word.kept is None else commit.at + word.kept for commit, word in words],
    ]


def _due(entries: Sequence[Entry]) -> list[list[Any]]:
    last = {UUID(entry.commit.group): entry.next_due for entry in entries}
    return [list(last), list(last.values())]


def _groups(batch: Sequence[Waiting]) -> list[GroupId]:
    return sorted({one.entry.commit.group for one in batch})


def _meaning(error: Exception) -> Exception:
    """What the refusal of one group's statement means for its sender; in every case nothing of it was stored."""
    if isinstance(error, asyncpg.UniqueViolationError) and error.constraint_name == "journal_commit_pkey":
        return StaleVersionError()
    if isinstance(error, asyncpg.TransactionRollbackError):  # a deadlock, or a stricter isolation than the usual
        return StaleVersionError()
    if isinstance(error, asyncpg.InsufficientResourcesError | asyncpg.InvalidTransactionStateError):
        return StoreUnreachableError()
    return error


def _fail(batch: Sequence[Waiting], make: Callable[[], Exception]) -> None:
    for one in batch:
        if not one.stored.done():
            one.stored.set_exception(make())
