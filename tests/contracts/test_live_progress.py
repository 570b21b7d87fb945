"""What every live progress promises, whatever it is made of.

Spec: S1 S5 S7
"""

from dataclasses import replace
from datetime import timedelta

from game_server.application.ports import FeedItem
from game_server.core.ids import SeatId
from tests.contracts.samples import NOON, new_group, projection
from tests.contracts.stores_under_test import Lives, next_commit, told_to_compare

ANNA, BILAL = SeatId("anna"), SeatId("bilal")


class TestProgress:
    async def test_what_one_process_shows_every_process_reads(self, lives: Lives):
        one, other, group = await lives.open(), await lives.open(), new_group()
        await one.project([projection(group, 3, eclats=2)])
        assert await other.progress(group) == {"eclats": "2", "day": "1", "version": "3"}
        assert await other.progress(new_group()) == {}
        assert one.progress_key(group) == other.progress_key(group) != one.progress_key(new_group())

    async def test_an_older_version_never_replaces_a_newer_one(self, lives: Lives):
        live, group = await lives.open(), new_group()
        await live.project([projection(group, 5, eclats=4, snapshot=b"five", next_due=NOON)])
        await live.project([projection(group, 4, eclats=3, snapshot=b"four"), projection(group, 5, eclats=9)])
        assert (await live.progress(group))["eclats"] == "4"
        assert await live.snapshot(group) == (5, b"five")
        assert list(await live.due_groups(NOON)) == [group]

    async def test_a_field_that_is_no_longer_shown_is_gone(self, lives: Lives):
        live, group = await lives.open(), new_group()
        await live.project([replace(projection(group, 1), fields={"flame": "1"})])
        await live.project([projection(group, 2)])
        assert set(await live.progress(group)) == {"eclats", "day", "version"}

    async def test_a_snapshot_stays_until_a_newer_one(self, lives: Lives):
        live, group = await lives.open(), new_group()
        assert await live.snapshot(group) is None
        await live.project([projection(group, 1, snapshot=b"\x00one\xff")])
        await live.project([projection(group, 2)])
        assert await live.snapshot(group) == (1, b"\x00one\xff")

    async def test_a_group_that_falls_quiet_gets_the_snapshot_of_the_version_it_already_shows(self, lives: Lives):
        live, group = await lives.open(), new_group()
        await live.project([projection(group, 7)])
        await live.project([projection(group, 7, snapshot=b"seven")])
        assert await live.snapshot(group) == (7, b"seven")

    async def test_groups_are_due_in_order_and_no_longer_once_they_are_not(self, lives: Lives):
        live, soon, later, never = await lives.open(), new_group(), new_group(), new_group()
        await live.project([projection(later, 1, next_due=NOON), projection(never, 1)])
        await live.project([projection(soon, 1, next_due=NOON - timedelta(minutes=1))])
        assert list(await live.due_groups(NOON)) == [soon, later]
        assert list(await live.due_groups(NOON - timedelta(microseconds=1))) == [soon]
        await live.project([projection(soon, 2)])
        assert list(await live.due_groups(NOON)) == [later]

    async def test_another_epoch_sees_nothing_of_this_one(self, lives: Lives):
        before, after, group = await lives.open("before"), await lives.open("after"), new_group()
        await before.project([projection(group, 9, snapshot=b"nine", next_due=NOON)])
        await before.seen(group, [ANNA], NOON)
        assert await after.progress(group) == {}
        assert await after.snapshot(group) is None
        assert list(await after.due_groups(NOON)) == []
        assert await after.present(group, NOON) == frozenset()
        await after.project([projection(group, 1, eclats=1)])
        assert (await after.progress(group))["version"] == "1"

    async def test_all_that_was_forgotten_is_there_again_once_projected_again(self, lives: Lives):
        live, group = await lives.open(), new_group()
        await live.project([projection(group, 3, eclats=2, snapshot=b"three")])
        await lives.wipe()
        assert await live.progress(group) == {}
        assert await live.snapshot(group) is None
        await live.project([projection(group, 3, eclats=2, snapshot=b"three")])
        assert (await live.progress(group))["eclats"] == "2"
        assert await live.snapshot(group) == (3, b"three")


class TestPresence:
    async def test_a_seat_seen_by_any_process_is_present_until_it_was_last_seen_too_long_ago(self, lives: Lives):
        one, other, group = await lives.open(), await lives.open(), new_group()
        await one.seen(group, [ANNA], NOON)
        await other.seen(group, [BILAL], NOON + timedelta(seconds=30))
        await other.seen(group, [], NOON)
        assert await one.present(group, NOON) == {ANNA, BILAL}
        assert await one.present(group, NOON + timedelta(seconds=1)) == {BILAL}
        assert await one.present(new_group(), NOON) == frozenset()

    async def test_a_seat_that_left_is_present_nowhere_until_it_is_seen_again(self, lives: Lives):
        one, other, group = await lives.open(), await lives.open(), new_group()
        await one.seen(group, [ANNA, BILAL], NOON)
        await other.gone(group, ANNA)
        assert await one.present(group, NOON) == {BILAL}
        await one.seen(group, [ANNA], NOON)
        assert await other.present(group, NOON) == {ANNA, BILAL}

    async def test_a_late_word_of_an_earlier_moment_takes_nobody_away(self, lives: Lives):
        live, group = await lives.open(), new_group()
        await live.seen(group, [ANNA], NOON)
        await live.seen(group, [ANNA], NOON - timedelta(minutes=1))
        assert await live.present(group, NOON) == {ANNA}


class TestFeed:
    async def test_a_new_connection_says_to_compare_versions(self, lives: Lives):
        live = await lives.open()
        await told_to_compare(live.feed())

    async def test_a_commit_reaches_the_other_processes_once_and_never_its_own(self, lives: Lives):
        one, other, group = await lives.open(), await lives.open(), new_group()
        await one.follow(group)
        await other.follow(group)
        to_one, to_other = one.feed(), other.feed()
        await one.project([projection(group, 1)])
        await one.project([projection(group, 1)])
        await one.project([projection(group, 2)])
        await other.project([projection(group, 3)])
        assert await next_commit(to_other) == FeedItem(group, 1, b"commit 1")
        assert await next_commit(to_other) == FeedItem(group, 2, b"commit 2")
        assert await next_commit(to_one) == FeedItem(group, 3, b"commit 3")

    async def test_only_followed_groups_are_heard_of(self, lives: Lives):
        one, other = await lives.open(), await lives.open()
        unknown, left, followed = new_group(), new_group(), new_group()
        await other.follow(left)
        await other.follow(followed)
        await other.unfollow(left)
        await one.project([projection(unknown, 1), projection(left, 1), projection(followed, 1)])
        assert (await next_commit(other.feed())).group == followed

    async def test_a_flush_says_to_compare_versions_and_the_feed_goes_on(self, lives: Lives):
        one, other, group = await lives.open(), await lives.open(), new_group()
        await other.follow(group)
        feed = other.feed()
        await one.project([projection(group, 1)])
        assert (await next_commit(feed)).version == 1
        await lives.wipe()
        await told_to_compare(feed)
        await one.project([projection(group, 2)])
        assert (await next_commit(feed)).version == 2

    async def test_the_feed_ends_when_the_process_leaves(self, lives: Lives):
        live = await lives.open()
        feed = live.feed()
        await told_to_compare(feed)
        await live.close()
        assert [item async for item in feed] == []
