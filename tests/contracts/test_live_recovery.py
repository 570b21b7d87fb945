"""What the live progress in Redis promises when Redis does not hold: no error, no waiting, back by itself.

Spec: S6 S7
"""

import asyncio
import os
import signal
from pathlib import Path

from game_server.adapters.embedded import EmbeddedStores
from game_server.adapters.memory.feed import Feed
from game_server.adapters.redis import RedisLive
from game_server.application.ports import FeedItem
from game_server.core.ids import GroupId, SeatId
from tests.contracts.samples import NOON, new_group, projection
from tests.contracts.stores_under_test import LONG_ENOUGH, RedisLives, next_commit, told_to_compare, until


async def shown_again(live: RedisLive, version: int) -> None:
    """As a process does: told to compare, it projects its groups again."""
    group = new_group()
    async with asyncio.timeout(LONG_ENOUGH):
        while not await live.progress(group):
            await live.project([projection(group, version)])
            await asyncio.sleep(0.02)


async def followed(lives: RedisLives, live: RedisLive, group: GroupId) -> None:
    await until(lambda: lives.client.sismember(live._keys.followers(group), live._process))


class TestRedisAway:
    async def test_without_redis_every_call_answers_at_once_with_nothing(self, tmp_path: Path):
        live, group = RedisLive(f"unix://{tmp_path}/nobody.sock"), new_group()
        await live.start("first")
        async with asyncio.timeout(LONG_ENOUGH):
            for version in range(1, 1001):
                await live.project([projection(group, version, snapshot=b"x")])
        await live.follow(group)
        await live.seen(group, [SeatId("anna")], NOON)
        assert await live.progress(group) == {}
        assert await live.snapshot(group) is None
        assert await live.present(group, NOON) == frozenset()
        assert list(await live.due_groups(NOON)) == []
        assert live.left_out > 1000
        await live.close()

    async def test_without_redis_the_feed_says_again_and_again_to_compare_versions(self, tmp_path: Path):
        live = RedisLive(f"unix://{tmp_path}/nobody.sock")
        await live.start("first")
        feed = live.feed()
        await told_to_compare(feed)
        await told_to_compare(feed)
        await live.close()

    async def test_a_redis_killed_and_started_again_is_found_again_with_its_followers(self, embedded_folder: Path):
        async with EmbeddedStores(embedded_folder, durable=False) as stores:
            lives = RedisLives(stores.redis_url)
            one, other, group = await lives.open(), await lives.open(), new_group()
            await other.follow(group)
            feed = other.feed()
            await one.project([projection(group, 1)])
            assert (await next_commit(feed)).version == 1
            os.kill(stores.process_ids["Valkey"], signal.SIGKILL)
            await one.project([projection(group, 2)])
            assert await one.progress(group) == {}
            await told_to_compare(feed)
            await stores._keepers[1].bring_up()
            await shown_again(one, 1)
            await followed(lives, other, group)
            await one.project([projection(group, 3)])
            assert (await next_commit(feed)).version == 3
            await lives.close()


class TestRedisTroubled:
    async def test_a_server_that_forgot_the_script_learns_it_again(self, redis_lives: RedisLives):
        live, group = await redis_lives.open(), new_group()
        await live.project([projection(group, 1)])
        await redis_lives.client.script_flush()
        await live.project([projection(group, 2), projection(group, 3)])
        assert (await live.progress(group))["version"] == "3"

    async def test_connections_that_are_cut_come_back_and_the_feed_goes_on(self, redis_lives: RedisLives):
        one, other, group = await redis_lives.open(), await redis_lives.open(), new_group()
        await other.follow(group)
        feed = other.feed()
        await told_to_compare(feed)
        await redis_lives.client.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
        await told_to_compare(feed)
        await redis_lives.client.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        await shown_again(one, 1)
        await followed(redis_lives, other, group)
        await one.project([projection(group, 1)])
        assert (await next_commit(feed)).version == 1

    async def test_a_full_memory_is_no_error_and_what_was_left_out_is_asked_for_again(self, redis_lives: RedisLives):
        live, group = await redis_lives.open(), new_group()
        feed = live.feed()
        await told_to_compare(feed)
        await redis_lives.client.config_set("maxmemory", "1")
        try:
            await live.project([projection(group, 1)])
            assert live.left_out == 1
        finally:
            await redis_lives.client.config_set("maxmemory", "0")
        await told_to_compare(feed)
        await live.project([projection(group, 1)])
        assert (await live.progress(group))["version"] == "1"

    async def test_a_process_that_vanished_is_followed_by_nobody_after_the_next_commit(self, redis_lives: RedisLives):
        live, group = await redis_lives.open(), new_group()
        followers = live._keys.followers(group)
        await live.follow(group)
        await redis_lives.client.sadd(followers, "a process that was killed")
        await live.project([projection(group, 1)])
        assert await redis_lives.client.smembers(followers) == {live._process.encode()}

    async def test_nothing_in_redis_stays_for_ever(self, redis_lives: RedisLives):
        live, group = await redis_lives.open(), new_group()
        await live.follow(group)
        await live.seen(group, [SeatId("anna")], NOON)
        await live.project([projection(group, 1, next_due=NOON, snapshot=b"one")])
        keys = [key async for key in redis_lives.client.scan_iter()]
        assert len(keys) == 6
        for key in keys:
            assert key.startswith(b"eclats:first:")
            assert await redis_lives.client.ttl(key) > 0

    async def test_who_leaves_takes_its_name_out_of_redis(self, redis_lives: RedisLives):
        live = RedisLive(redis_lives._url)
        await live.start("first")
        await live.follow(new_group())
        await live.close()
        assert [key async for key in redis_lives.client.scan_iter()] == []


class TestFullInbox:
    async def test_an_inbox_that_nobody_reads_is_replaced_by_one_order_to_compare(self):
        feed, group = Feed(longest=3), new_group()
        for version in range(1, 6):
            feed.put(FeedItem(group, version))
        feed.close()
        assert [(item.group, item.version) async for item in feed.items()] == [(None, 0), (group, 5)]
