"""The embedded stores: real servers, real kills.

Spec: S8 S9 S10
"""

import asyncio
import os
import pwd
import signal
import stat
import subprocess
from pathlib import Path

import asyncpg
import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError

from game_server.adapters.embedded.account import SYSTEM_FOLDER, reachable_folder
from tests.embedded.supervisors import supervisors
from tests.stores import stores_folder

PATIENCE = 30
PARENT_MODE = 0o751
ALONE = ["unshare", "--user", "--map-root-user"]  # a root who knows no other account, as in some containers


@pytest.fixture(scope="module")
def running():
    """Give one supervisor that no test disturbs."""
    with stores_folder() as folder, supervisors(folder) as begin:
        folder.parent.chmod(PARENT_MODE)
        yield begin()


async def remember(supervisor, value: int) -> None:
    connection = await asyncpg.connect(supervisor.database_url)
    await connection.execute("CREATE TABLE IF NOT EXISTS kept (value int)")
    await connection.execute("INSERT INTO kept VALUES ($1)", value)
    await connection.close()
    async with Redis.from_url(supervisor.redis_url) as client:
        await client.rpush("kept", value)


async def recall(supervisor) -> tuple[list[int], list[int]]:
    connection = await asyncpg.connect(supervisor.database_url)
    rows = [row["value"] for row in await connection.fetch("SELECT value FROM kept ORDER BY value")]
    await connection.close()
    async with Redis.from_url(supervisor.redis_url) as client:
        return rows, [int(value) for value in await client.lrange("kept", 0, -1)]


async def recall_when_back(supervisor) -> tuple[list[int], list[int]]:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                return await recall(supervisor)
            except (OSError, asyncpg.PostgresError, RedisError):
                await asyncio.sleep(0.1)


def owner_of_process(pid: int) -> int:
    return Path(f"/proc/{pid}").stat().st_uid


async def test_the_first_start_gives_an_ordinary_role_that_may_use_ranges_in_exclusions(running):
    connection = await asyncpg.connect(running.database_url)
    assert await connection.fetchval("SELECT current_user::text") == "eclats"
    assert await connection.fetchval("SELECT NOT rolsuper FROM pg_roles WHERE rolname = current_user")
    await connection.execute("CREATE EXTENSION btree_gist")
    await connection.close()


async def test_what_was_stored_is_there_at_the_second_start(supervise):
    first = supervise()
    await remember(first, 1)
    first.stop()
    assert await recall(supervise()) == ([1], [1])


def test_leaving_stops_both_stores(supervise):
    supervisor = supervise()
    supervisor.stop()
    assert not [pid for pid in supervisor.process_ids.values() if Path(f"/proc/{pid}").exists()]


@pytest.mark.parametrize("name", ["PostgreSQL", "Valkey"])
async def test_a_store_that_is_killed_comes_back_by_itself_with_its_data(supervise, name):
    supervisor = supervise()
    await remember(supervisor, 1)
    os.kill(supervisor.process_ids[name], signal.SIGKILL)
    assert await recall_when_back(supervisor) == ([1], [1])


async def test_a_new_supervisor_adopts_the_living_children_of_a_killed_one(supervise):
    killed = supervise()
    await remember(killed, 1)
    killed.kill()
    heir = supervise()
    assert heir.process_ids == killed.process_ids
    assert await recall(heir) == ([1], [1])


async def test_an_adopted_store_that_is_killed_comes_back_too(supervise):
    killed = supervise()
    await remember(killed, 1)
    killed.kill()
    heir = supervise()
    os.kill(heir.process_ids["Valkey"], signal.SIGKILL)
    os.kill(heir.process_ids["PostgreSQL"], signal.SIGKILL)
    assert await recall_when_back(heir) == ([1], [1])


async def test_after_everything_was_killed_a_new_start_recovers_the_data(supervise):
    killed = supervise()
    await remember(killed, 1)
    killed.kill()
    for pid in killed.process_ids.values():
        os.kill(pid, signal.SIGKILL)
    assert await recall(supervise()) == ([1], [1])


async def test_a_process_id_that_another_program_now_has_is_not_taken_for_ours(supervise, embedded_folder):
    killed = supervise()
    await remember(killed, 1)
    killed.kill()
    for pid in killed.process_ids.values():
        os.kill(pid, signal.SIGKILL)
    for pid_file in (embedded_folder / "postgres" / "postmaster.pid", embedded_folder / "valkey" / "valkey.pid"):
        lines = pid_file.read_text().splitlines(keepends=True)
        pid_file.write_text("".join([f"{os.getpid()}\n", *lines[1:]]))
    assert await recall(supervise()) == ([1], [1])


def test_a_second_supervisor_of_one_folder_is_refused_and_told_who_holds_it(supervise, embedded_folder):
    first = supervise()
    second = supervise()
    assert second.said["code"] == "folder_in_use"
    assert str(first.process.pid) in second.said["sentence"]


def test_the_folder_and_all_it_holds_are_closed_to_others(running):
    folder = running.folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for inside in ("postgres", "valkey", "sockets"):
        assert stat.S_IMODE((folder / inside).stat().st_mode) == 0o700
    for secret in ("passwords", "lock", "postgres.log", "valkey.log"):
        assert stat.S_IMODE((folder / secret).stat().st_mode) == 0o600
    assert not (folder / "initdb.password").exists()


def test_parent_folders_keep_their_modes(running):
    assert stat.S_IMODE(running.folder.parent.stat().st_mode) == PARENT_MODE


async def test_no_tcp_port_is_opened(running):
    connection = await asyncpg.connect(running.database_url)
    assert await connection.fetchval("SHOW listen_addresses") == ""
    await connection.close()
    async with Redis.from_url(running.redis_url) as client:
        assert (await client.info("server"))["tcp_port"] == 0


async def test_a_wrong_password_opens_neither_store(running):
    password = running.database_url.split("@")[0].rpartition(":")[2]
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(running.database_url.replace(password, "x"))
    password = running.redis_url.split("@")[0].rpartition(":")[2]
    async with Redis.from_url(running.redis_url.replace(password, "x")) as client:
        with pytest.raises(RedisError, match="password"):
            await client.ping()


@pytest.mark.parametrize("name", ["x" * 90, "à l’étage, 100 %"])
def test_a_folder_too_long_or_too_odd_for_a_socket_serves_all_the_same(supervise, embedded_folder, name):
    supervisor = supervise(embedded_folder / name)
    asyncio.run(remember(supervisor, 1))
    assert asyncio.run(recall(supervisor)) == ([1], [1])
    sockets = Path(supervisor.database_url.partition("?host=")[2])
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    supervisor.stop()
    assert not sockets.exists()


def test_data_of_another_major_version_is_refused(supervise, embedded_folder):
    supervise().stop()
    (embedded_folder / "postgres" / "PG_VERSION").write_text("17\n")
    assert supervise().said["code"] == "other_major_version"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives up its rights")
class TestAsRoot:
    def test_the_stores_run_as_an_unprivileged_account(self, running):
        nobody = pwd.getpwnam("nobody").pw_uid
        assert {owner_of_process(pid) for pid in running.process_ids.values()} == {nobody}

    def test_the_passwords_stay_with_root(self, running):
        assert (running.folder / "passwords").stat().st_uid == 0

    def test_a_folder_that_root_hides_has_a_stand_in(self, tmp_path):
        tmp_path.chmod(0o700)
        assert reachable_folder(tmp_path / "stores").parent == SYSTEM_FOLDER

    @pytest.mark.skipif(subprocess.run([*ALONE, "true"], check=False).returncode != 0, reason="no user namespaces here")
    def test_a_machine_where_the_account_cannot_change_is_refused_clearly(self, supervise):
        refused = supervise(prefix=ALONE).said
        assert refused["code"] == "account_cannot_change"
        assert "DATABASE_URL" in refused["sentence"]
