"""The stores that a structure may already have, as Debian 12 ships them: PostgreSQL 15 and Redis 7, on loopback."""

import asyncio
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe

import asyncpg
import pytest
from redis import Redis
from redis.exceptions import RedisError

from game_server.adapters.embedded.account import Account, account_for
from game_server.adapters.embedded.process import Process, start
from tests.stores import DatabaseServer

POSTGRES = Path("/usr/lib/postgresql/15/bin")
REDIS = Path("/usr/bin/redis-server")
PATIENCE = 30.0


def need(program: Path, package: str) -> None:
    """Skip the test, with the reason, where Debian's package is not installed."""
    if not program.exists():
        pytest.skip(f"own stores not run: {package} is not installed (as root, `make test` installs it by apt)")


@contextmanager
def own_postgres() -> Iterator[DatabaseServer]:
    """Run a new cluster of Debian's PostgreSQL 15, not its service."""
    need(POSTGRES / "postgres", "postgresql-15")
    with _folder() as (folder, account):
        password, port = token_urlsafe(16), _free_port()
        _make_cluster(folder, account, password)
        options = ["-c", f"port={port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
        command = [str(POSTGRES / "postgres"), "-D", str(folder / "data"), *options, "-c", "fsync=off"]
        address = f"{password}@127.0.0.1:{port}"
        server = DatabaseServer(f"postgresql://postgres:{address}/postgres", f"postgresql://eclats:{address}/postgres")
        role = f"CREATE ROLE eclats LOGIN PASSWORD '{password}'"
        with _running(command, folder, account, lambda: asyncio.run(server.execute(role))):
            yield server


@contextmanager
def own_redis() -> Iterator[str]:
    """Run Debian's Redis 7, not its service, and give its address."""
    need(REDIS, "redis-server")
    with _folder() as (folder, account):
        password, port = token_urlsafe(16), _free_port()
        command = [str(REDIS), "--port", str(port), "--bind", "127.0.0.1", "--requirepass", password]
        command += ["--dir", str(folder), "--save", "", "--appendonly", "yes"]
        url = f"redis://:{password}@127.0.0.1:{port}/0"
        with _running(command, folder, account, lambda: _ping(url)):
            yield url


def _make_cluster(folder: Path, account: Account, password: str) -> None:
    secret = folder / "password"
    secret.write_text(password)
    account.give(secret)
    command = [str(POSTGRES / "initdb"), "-D", str(folder / "data"), "-U", "postgres", f"--pwfile={secret}"]
    making = start(
        [*command, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"], account, folder / "log"
    ).child
    assert making.wait(timeout=60) == 0, (folder / "log").read_text()


def _ping(url: str) -> None:
    with Redis.from_url(url) as client:
        client.ping()


@contextmanager
def _running(command: list[str], folder: Path, account: Account, ready: Callable[[], None]) -> Iterator[None]:
    process = start(command, account, folder / "log")
    try:
        _wait(process, ready, folder / "log")
        yield
    finally:
        process.send(signal.SIGINT)
        process.child.wait(timeout=PATIENCE)


def _wait(process: Process, ready: Callable[[], None], log: Path) -> None:
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            return ready()
        except (OSError, asyncpg.CannotConnectNowError, RedisError):
            assert process.alive(), log.read_text()
            assert time.monotonic() < limit, log.read_text()
            time.sleep(0.05)


@contextmanager
def _folder() -> Iterator[tuple[Path, Account]]:
    folder = Path(tempfile.mkdtemp(prefix="eclats-own-"))
    account = account_for(folder)
    account.give(folder)
    yield folder, account
    shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
