"""The real stores, for every test that asks: one pair of servers for the run, a fresh database for each test."""

from collections.abc import AsyncIterator, Iterator

import pytest

from game_server.adapters.postgres.migrate import migrate
from game_server.adapters.postgres.session import Database
from tests.stores import Servers, embedded_servers


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """Start the embedded PostgreSQL and Valkey once."""
    with embedded_servers() as running:
        yield running


@pytest.fixture
def postgres_url(servers: Servers) -> Iterator[str]:
    """Give a fresh, empty database, as the ordinary role that owns it."""
    with servers.database.fresh_database() as url:
        yield url


@pytest.fixture
async def database(postgres_url: str) -> AsyncIterator[Database]:
    """Give a fresh database with every table."""
    database = Database(postgres_url)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
def redis_url(servers: Servers) -> str:
    """Give an empty Valkey."""
    return servers.flushed_redis()
