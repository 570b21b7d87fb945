"""The real stores, for every test that asks: one pair of servers for the run, a fresh database for each test."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from game_server.adapters.postgres.migrate import migrate
from game_server.adapters.postgres.session import Database
from tests.own_servers import own_postgres, own_redis
from tests.stores import DatabaseServer, Servers, embedded_servers, flushed, stores_folder


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """Start the embedded PostgreSQL and Valkey once."""
    with embedded_servers() as running:
        yield running


@pytest.fixture
def embedded_folder() -> Iterator[Path]:
    """Give a data folder for EmbeddedStores of the test's own, to be killed at will; gone with the test."""
    with stores_folder() as folder:
        yield folder


@pytest.fixture
def postgres_url(servers: Servers) -> Iterator[str]:
    """Give a fresh, empty database, as the ordinary role that owns it."""
    with servers.database.fresh_database() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_template(servers: Servers) -> Iterator[str]:
    """Migrate one database, from which the others are copied."""
    with servers.database.fresh_database() as url:
        asyncio.run(_migrated(url))
        yield urlsplit(url).path.strip("/")


async def _migrated(url: str) -> None:
    database = Database(url)
    await migrate(database)
    await database.close()


@pytest.fixture
def migrated_url(servers: Servers, migrated_template: str) -> Iterator[str]:
    """Give the address of a fresh database with every table."""
    with servers.database.fresh_database(migrated_template) as url:
        yield url


@pytest.fixture
async def database(migrated_url: str) -> AsyncIterator[Database]:
    """Give a fresh database with every table."""
    database = Database(migrated_url)
    yield database
    await database.close()


@pytest.fixture
def redis_url(servers: Servers) -> str:
    """Give an empty Valkey."""
    return flushed(servers.redis_url)


@pytest.fixture(scope="session")
def own_postgres_server() -> Iterator[DatabaseServer]:
    """Start Debian's PostgreSQL 15 once, or skip with the reason."""
    with own_postgres() as server:
        yield server


@pytest.fixture
def own_postgres_url(own_postgres_server: DatabaseServer) -> Iterator[str]:
    """Give a fresh, empty database of the structure's own PostgreSQL; mark the test `own_stores`."""
    with own_postgres_server.fresh_database() as url:
        yield url


@pytest.fixture(scope="session")
def own_redis_server() -> Iterator[str]:
    """Start Debian's Redis 7 once, or skip with the reason."""
    with own_redis() as url:
        yield url


@pytest.fixture
def own_redis_url(own_redis_server: str) -> str:
    """Give the structure's own Redis, empty; mark the test `own_stores`."""
    return flushed(own_redis_server)
