"""The structure's own PostgreSQL and Redis hold what the house asks of any store.

Spec: S11 S12
"""

import asyncpg
import pytest
from redis.asyncio import Redis
from sqlalchemy import text

from game_server.adapters.postgres.migrate import migrate
from game_server.adapters.postgres.session import Database

pytestmark = pytest.mark.own_stores


async def test_every_table_is_made_on_postgresql_15_and_making_them_again_changes_nothing(own_postgres_url):
    database = Database(own_postgres_url)
    await migrate(database)
    await migrate(database)
    async with database.as_operator() as session:
        assert (await session.scalar(text("SHOW server_version"))).startswith("15.")
        assert await session.scalar(text("SELECT count(*) FROM pg_policies WHERE policyname = 'one_structure'")) > 0
    await database.close()


async def test_two_ranges_of_one_counsellor_that_overlap_are_refused_by_postgresql_15(own_postgres_url):
    connection = await asyncpg.connect(own_postgres_url)
    await connection.execute("CREATE EXTENSION btree_gist")
    await connection.execute("CREATE TABLE t (who text, at int4range, EXCLUDE USING gist (who WITH =, at WITH &&))")
    await connection.execute("INSERT INTO t VALUES ('a', '[1,3)'), ('b', '[1,3)'), ('a', '[3,5)')")
    with pytest.raises(asyncpg.ExclusionViolationError):
        await connection.execute("INSERT INTO t VALUES ('a', '[2,4)')")
    await connection.close()


async def test_the_rows_of_another_structure_are_hidden_from_the_owner_by_postgresql_15(own_postgres_url):
    connection = await asyncpg.connect(own_postgres_url)
    await connection.execute("CREATE TABLE t (structure text); ALTER TABLE t ENABLE ROW LEVEL SECURITY")
    await connection.execute("ALTER TABLE t FORCE ROW LEVEL SECURITY")
    await connection.execute("CREATE POLICY p ON t USING (structure = current_setting('app.structure', true))")
    async with connection.transaction():
        await connection.execute("SELECT set_config('app.structure', 'lille', true)")
        await connection.execute("INSERT INTO t VALUES ('lille')")
    async with connection.transaction():
        await connection.execute("SELECT set_config('app.structure', 'brest', true)")
        assert await connection.fetchval("SELECT count(*) FROM t") == 0
    await connection.close()


async def test_redis_7_runs_a_script_and_refuses_a_write_rather_than_forget(own_redis_url):
    async with Redis.from_url(own_redis_url, decode_responses=True) as client:
        assert (await client.info("server"))["redis_version"].startswith("7.")
        assert await client.eval("redis.call('HSET', KEYS[1], 'eclats', ARGV[1]) return 1", 1, "group", 3) == 1
        assert await client.hget("group", "eclats") == "3"
        assert (await client.config_get("maxmemory-policy"))["maxmemory-policy"] == "noeviction"
