"""What every journal promises, whatever it is made of.

Spec: S1 S2
"""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from game_server.application.ports import Entry, Journal, StaleVersionError
from game_server.core.ids import GroupId, WordId
from tests.contracts.samples import NOON, commit, entry, new_group, word
from tests.contracts.stores_under_test import Journals

GROUPS = 8
APPENDS = 200


class TestJournal:
    async def test_what_was_appended_is_read_back_equal_and_in_order(self, journals: Journals):
        journal, group = await journals.open(), new_group()
        stored = [commit(group, 1), commit(group, 2, device=None, counter=None), commit(group, 3)]
        for one in stored:
            await journal.append(Entry(one, (), None))
        assert list(await journal.tail(group, 0)) == stored
        assert list(await journal.tail(group, 2)) == stored[2:]
        assert list(await journal.tail(new_group(), 0)) == []

    async def test_a_stale_version_is_refused_and_nothing_of_it_is_stored(self, journals: Journals):
        journal, group = await journals.open(), await journals.known_group()
        await journal.append(entry(group, 1, word("first")))
        with pytest.raises(StaleVersionError):
            await journal.append(Entry(commit(group, 1, counter=99), (word("second"),), NOON))
        assert list(await journal.tail(group, 0)) == [commit(group, 1)]
        assert set(await journal.words(group, [WordId("first"), WordId("second")])) == {"first"}
        assert list(await journal.due_groups(NOON)) == []

    async def test_a_stale_version_among_many_voids_only_its_own_group(self, journals: Journals):
        journal, late, others = await journals.open(), new_group(), [new_group() for _ in range(5)]
        await journal.append(entry(late, 1))
        answers = await asyncio.gather(
            journal.append(entry(late, 1, word("lost"))),
            *(journal.append(entry(group, 1, word("kept"))) for group in others),
            return_exceptions=True,
        )
        assert [type(one) for one in answers] == [StaleVersionError] + [type(None)] * 5
        assert await journal.words(late, [WordId("lost")]) == {}
        for group in others:
            assert await journal.words(group, [WordId("kept")]) == {"kept": "Bonjour"}

    async def test_two_hundred_groups_append_at_once(self, journals: Journals):
        journal, groups = await journals.open(), [new_group() for _ in range(200)]
        await asyncio.gather(*(journal.append(entry(group, 1)) for group in groups))
        assert await journal.versions([*groups, new_group()]) == dict.fromkeys(groups, 1)

    async def test_versions_tells_the_highest_of_each_group(self, journals: Journals):
        journal, one, other = await journals.open(), new_group(), new_group()
        for version in (1, 2, 3):
            await journal.append(entry(one, version))
        await journal.append(entry(other, 1))
        assert await journal.versions([one, other]) == {one: 3, other: 1}
        assert await journal.versions([]) == {}

    async def test_words_come_back_by_their_ids_and_only_within_their_group(self, journals: Journals):
        journal, group = await journals.open(), new_group()
        await journal.append(entry(group, 1, word("a", "L’éclat « œ »"), word("b", kept=timedelta(days=7))))
        asked = [WordId("a"), WordId("b"), WordId("unknown")]
        assert await journal.words(group, asked) == {"a": "L’éclat « œ »", "b": "Bonjour"}
        assert await journal.words(new_group(), asked) == {}

    async def test_an_erased_word_is_left_out(self, journals: Journals):
        journal, group = await journals.open(), new_group()
        await journal.append(entry(group, 1, word("mine"), word("theirs", owner=None)))
        await journals.erase_words(group)
        assert set(await journal.words(group, [WordId("mine"), WordId("theirs")])) == {"theirs"}

    async def test_the_next_due_time_of_a_group_is_that_of_its_last_commit(self, journals: Journals):
        journal, one, other = await journals.open(), await journals.known_group(), await journals.known_group()
        await journal.append(entry(one, 1, next_due=NOON))
        await journal.append(entry(other, 1, next_due=NOON - timedelta(hours=1)))
        assert list(await journal.due_groups(NOON)) == [(other, NOON - timedelta(hours=1)), (one, NOON)]
        await journal.append(entry(other, 2))
        await journal.append(entry(one, 2, next_due=NOON + timedelta(microseconds=1)))
        assert list(await journal.due_groups(NOON)) == []

    async def test_the_epoch_is_the_same_for_every_process(self, journals: Journals):
        one, other = await journals.open(), await journals.open()
        assert await one.epoch() == await other.epoch() != ""

    async def test_two_processes_racing_on_the_same_groups_store_each_version_exactly_once(self, journals: Journals):
        one, other = await journals.open(), await journals.open()
        groups = [new_group() for _ in range(GROUPS)]
        half = APPENDS // 2
        await asyncio.gather(
            *(race(one, group, "one", half) for group in groups),
            *(race(other, group, "other", half) for group in groups),
        )
        for group in groups:
            commits = await one.tail(group, 0)
            assert [commit.version for commit in commits] == list(range(1, APPENDS + 1))
            told = Counter((commit.device, commit.counter) for commit in commits)
            assert set(told) == {(device, counter) for device in ("one", "other") for counter in range(half)}


async def race(journal: Journal, group: GroupId, device: str, appends: int) -> None:
    """Append as a process does: one at a time, catching up when another was faster."""
    version = counter = 0
    while counter < appends:
        try:
            await journal.append(Entry(commit(group, version + 1, device=device, counter=counter), (), None))
        except StaleVersionError:
            version = (await journal.tail(group, version))[-1].version
        else:
            version, counter = version + 1, counter + 1
