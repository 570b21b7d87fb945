"""What the journal in PostgreSQL promises when PostgreSQL does not hold: never a false success, and back by itself.

Spec: S3 S4 R3
"""

import asyncio
import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from game_server.adapters.embedded import EmbeddedStores
from game_server.adapters.postgres import group_commit
from game_server.adapters.postgres.journal import PostgresJournal
from game_server.application.codec import Codec
from game_server.application.ports import Entry, StoreUnreachableError, UncertainCommitError
from game_server.core.ids import GroupId, WordId
from tests.contracts.samples import NOON, entry, new_group, word
from tests.contracts.stores_under_test import LONG_ENOUGH, PostgresJournals, migrated, soon, until

END_SESSIONS = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE application_name = 'eclats journal' AND datname = current_database()"
)
WAITING_FOR_A_LOCK = (
    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'eclats journal'"
    " AND datname = current_database() AND wait_event_type = 'Lock'"
)
AWAY = (StoreUnreachableError, UncertainCommitError)


async def append_until_stored(journal: PostgresJournal, what: Entry) -> None:
    """As a sender does: keep the action and try again."""
    async with asyncio.timeout(LONG_ENOUGH):
        while True:
            try:
                return await journal.append(what)
            except AWAY:
                await asyncio.sleep(0.02)


class Sender:
    """Appends to a group of its own without a pause, and remembers what it was told."""

    def __init__(self, journal: PostgresJournal) -> None:
        self._journal, self._group = journal, new_group()
        self._stored: set[int] = set()
        self._unsure: set[int] = set()
        self._going_on = True
        self._task = asyncio.create_task(self._append())

    async def ends_with_what_was_acknowledged(self) -> None:
        self._going_on = False
        await soon(self._task)
        versions = {commit.version for commit in await self._journal.tail(self._group, 0)}
        assert self._stored <= versions <= self._stored | self._unsure
        assert self._stored

    async def _append(self) -> None:
        version = 0
        while self._going_on:
            version += 1
            try:
                await self._journal.append(entry(self._group, version))
                self._stored.add(version)
            except UncertainCommitError:
                self._unsure.add(version)
            except StoreUnreachableError:
                await asyncio.sleep(0.02)


class TestGroupCommit:
    async def test_what_many_groups_append_at_once_goes_to_disk_in_a_few_transactions(
        self, postgres_journals: PostgresJournals
    ):
        journal = await postgres_journals.open()
        await asyncio.gather(*(journal.append(entry(new_group(), 1)) for _ in range(200)))
        async with postgres_journals.connection() as connection:
            assert await connection.fetchval("SELECT count(DISTINCT xmin::text) FROM journal_commit") < 20

    async def test_an_entry_that_the_store_cannot_hold_fails_alone(self, postgres_journals: PostgresJournals):
        journal, bad, good = await postgres_journals.open(), new_group(), new_group()
        answers = await asyncio.gather(
            journal.append(entry(bad, 1, word("w", "nul \0"))),
            journal.append(entry(good, 1)),
            journal.append(entry(GroupId("not a uuid"), 1)),
            return_exceptions=True,
        )
        assert [isinstance(one, Exception) for one in answers] == [True, False, True]
        assert await journal.versions([bad, good]) == {good: 1}

    async def test_a_word_ends_with_its_own_time_counted_from_its_commit(self, postgres_journals: PostgresJournals):
        journal, group = await postgres_journals.open(), new_group()
        week = timedelta(days=7)
        await journal.append(entry(group, 1, word("answer", kept=week), word("name")))
        async with postgres_journals.connection() as connection:
            ends = dict(await connection.fetch("SELECT id, expires_at FROM word"))
        assert ends == {"answer": NOON + timedelta(seconds=1) + week, "name": None}

    async def test_a_full_queue_says_so_at_once(
        self, postgres_journals: PostgresJournals, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(group_commit, "LONGEST_QUEUE", 3)
        journal = await postgres_journals.open()
        answers = await asyncio.gather(
            *(journal.append(entry(new_group(), 1)) for _ in range(5)), return_exceptions=True
        )
        assert [type(one) for one in answers] == [type(None)] * 3 + [StoreUnreachableError] * 2

    async def test_what_is_queued_is_stored_before_the_journal_closes(self, postgres_journals: PostgresJournals):
        journal, group = await postgres_journals.open_apart(), new_group()
        last = asyncio.create_task(journal.append(entry(group, 1)))
        await asyncio.sleep(0)
        await journal.close()
        await last
        assert await (await postgres_journals.open()).versions([group]) == {group: 1}
        with pytest.raises(StoreUnreachableError):
            await journal.append(entry(group, 2))


class TestRecovery:
    async def test_a_session_ended_while_it_commits_leaves_the_commit_uncertain(
        self, postgres_journals: PostgresJournals
    ):
        journal, group = await postgres_journals.open(), new_group()
        connection = postgres_journals.connection
        async with connection() as holder, connection() as other, holder.transaction():
            await holder.execute("LOCK TABLE journal_commit IN EXCLUSIVE MODE")
            answer = asyncio.create_task(journal.append(entry(group, 1, word("w"))))
            await until(lambda: other.fetchval(WAITING_FOR_A_LOCK))
            await other.execute(END_SESSIONS)
            with pytest.raises(UncertainCommitError):
                await soon(answer)
        assert list(await journal.tail(group, 0)) == []
        await journal.append(entry(group, 1, word("w")))
        assert await journal.words(group, [WordId("w")]) == {"w": "Bonjour"}

    async def test_sessions_ended_again_and_again_lose_and_double_nothing_that_was_acknowledged(
        self, postgres_journals: PostgresJournals
    ):
        journal = await postgres_journals.open()
        senders = [Sender(journal) for _ in range(8)]
        async with postgres_journals.connection() as other:
            for _ in range(20):
                await asyncio.sleep(0.05)
                await other.execute(END_SESSIONS)
        for sender in senders:
            await sender.ends_with_what_was_acknowledged()

    async def test_a_database_killed_in_the_middle_loses_and_doubles_nothing_that_was_acknowledged(
        self, embedded_folder: Path
    ):
        async with EmbeddedStores(embedded_folder) as stores:
            journals = PostgresJournals(await migrated(stores.database_url))
            journal = await journals.open()
            senders = [Sender(journal) for _ in range(8)]
            for _ in range(2):
                await asyncio.sleep(0.3)
                os.kill(stores.process_ids["PostgreSQL"], signal.SIGKILL)
                await stores._keepers[0].bring_up()
            await append_until_stored(journal, entry(new_group(), 1))
            for sender in senders:
                await sender.ends_with_what_was_acknowledged()
            await journals.close()

    async def test_a_read_survives_the_end_of_its_session(self, postgres_journals: PostgresJournals):
        journal, group = await postgres_journals.open(), new_group()
        await journal.append(entry(group, 1))
        assert await journal.versions([group]) == {group: 1}
        async with postgres_journals.connection() as other:
            await other.execute(END_SESSIONS)
        assert await journal.versions([group]) == {group: 1}

    async def test_a_database_stopped_and_started_again_is_found_again(self, embedded_folder: Path):
        async with EmbeddedStores(embedded_folder, durable=False) as stores:
            journals = PostgresJournals(await migrated(stores.database_url))
            journal, group = await journals.open(), new_group()
            await journal.append(entry(group, 1))
            keeper = stores._keepers[0]
            await keeper.stop()
            for _ in range(3):
                with pytest.raises(StoreUnreachableError):
                    await journal.append(entry(group, 2))
                with pytest.raises(StoreUnreachableError):
                    await journal.tail(group, 0)
            await keeper.bring_up()
            await append_until_stored(journal, entry(group, 2))
            assert await journal.versions([group]) == {group: 2}
            await journals.close()

    async def test_a_database_that_is_not_there_at_the_start_is_no_error_until_somebody_asks(self, tmp_path: Path):
        journal = PostgresJournal(f"postgresql://eclats@/eclats?host={tmp_path}", Codec({}, ()))
        await journal.start()
        with pytest.raises(StoreUnreachableError):
            await journal.append(entry(new_group(), 1))
        with pytest.raises(StoreUnreachableError):
            await journal.epoch()
        await journal.close()
