"""Databases and caches for the tests: fresh ones on real servers, at the price of milliseconds."""

import asyncio
import shutil
import tempfile
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
from redis import Redis

from game_server.adapters.embedded import EmbeddedStores, StoresRefused

Made = TypeVar("Made")
PREFIX = "eclats-tests-"


class Background:
    """A loop in a thread of its own, so that servers outlive the loop of each test."""

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def wait(self, work: Coroutine[Any, Any, Made]) -> Made:
        """Run `work` there and return its result here."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


@dataclass(frozen=True)
class DatabaseServer:
    """A PostgreSQL, where the superuser makes databases that an ordinary role owns."""

    superuser_url: str
    role_url: str

    @contextmanager
    def fresh_database(self, template: str = "template1") -> Iterator[str]:
        """Make a database like `template` (an empty one), give its address for the ordinary role, drop it afterwards."""
        name = f"test_{uuid4().hex[:12]}"
        owner = urlsplit(self.role_url).username
        asyncio.run(self.execute(f"CREATE DATABASE {name} OWNER {owner} TEMPLATE {template}"))
        try:
            yield urlsplit(self.role_url)._replace(path=f"/{name}").geturl()
        finally:
            asyncio.run(self.execute(f"DROP DATABASE {name} WITH (FORCE)"))

    async def execute(self, statement: str) -> None:
        """Run one statement as the superuser."""
        connection = await asyncpg.connect(self.superuser_url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@dataclass(frozen=True)
class Servers:
    """The two servers of a test run."""

    database: DatabaseServer
    redis_url: str


def flushed(redis_url: str) -> str:
    """Empty a Redis or Valkey and give its address."""
    with Redis.from_url(redis_url) as client:
        client.flushall()
    return redis_url


@contextmanager
def stores_folder() -> Iterator[Path]:
    """Give a data folder that is not made yet, in a parent that every account can cross, unlike pytest's own."""
    parent = Path(tempfile.mkdtemp(prefix="eclats-test-"))
    parent.chmod(0o755)
    yield parent / "stores"
    shutil.rmtree(parent)


@contextmanager
def embedded_servers() -> Iterator[Servers]:
    """Run the embedded stores over a folder that goes with them; what they hold is not worth a disk's pace."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _deserted(left):
            with suppress(StoresRefused), _served(left):
                pass
    with _served(Path(tempfile.mkdtemp(prefix=PREFIX))) as stores:
        database = DatabaseServer(stores.postgres.url("postgres", superuser=True), stores.database_url)
        yield Servers(database, stores.redis_url)


def _deserted(folder: Path) -> bool:
    # a test run that was killed leaves its stores alive: the next one adopts them, to stop them
    lock = folder / "lock"
    holder = lock.read_text().strip() if lock.exists() else ""
    return bool(holder) and not Path(f"/proc/{holder}").exists()


@contextmanager
def _served(folder: Path) -> Iterator[EmbeddedStores]:
    stores = EmbeddedStores(folder, durable=False)
    with Background() as background:
        background.wait(stores.__aenter__())
        try:
            yield stores
        finally:
            background.wait(stores.__aexit__(None, None, None))
            for used in {folder, stores.folder}:
                shutil.rmtree(used, ignore_errors=True)
