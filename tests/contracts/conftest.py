"""Each suite on each store: in memory, on the embedded servers, on the structure's own."""

from collections.abc import AsyncIterator

import pytest

from tests.contracts.stores_under_test import (
    Journals,
    Lives,
    MemoryJournals,
    MemoryLives,
    PostgresJournals,
    RedisLives,
    migrated,
)

MEMORY = pytest.param(None, id="memory")
POSTGRES = (
    pytest.param("postgres_url", id="embedded"),
    pytest.param("own_postgres_url", id="own", marks=pytest.mark.own_stores),
)
REDIS = (
    pytest.param("redis_url", id="embedded"),
    pytest.param("own_redis_url", id="own", marks=pytest.mark.own_stores),
)


@pytest.fixture(params=POSTGRES)
def a_postgres_url(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=REDIS)
def a_redis_url(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=(MEMORY, *POSTGRES))
def journal_store(request: pytest.FixtureRequest) -> str | None:
    return request.param and request.getfixturevalue(request.param)


@pytest.fixture(params=(MEMORY, *REDIS))
def live_store(request: pytest.FixtureRequest) -> str | None:
    return request.param and request.getfixturevalue(request.param)


@pytest.fixture
async def journals(journal_store: str | None) -> AsyncIterator[Journals]:
    if journal_store is None:
        yield MemoryJournals()
        return
    journals = PostgresJournals(await migrated(journal_store))
    yield journals
    await journals.close()


@pytest.fixture
async def postgres_journals(a_postgres_url: str) -> AsyncIterator[PostgresJournals]:
    journals = PostgresJournals(await migrated(a_postgres_url))
    yield journals
    await journals.close()


@pytest.fixture
async def lives(live_store: str | None) -> AsyncIterator[Lives]:
    if live_store is None:
        yield MemoryLives()
        return
    lives = RedisLives(live_store)
    yield lives
    await lives.close()


@pytest.fixture
async def redis_lives(a_redis_url: str) -> AsyncIterator[RedisLives]:
    lives = RedisLives(a_redis_url)
    yield lives
    await lives.close()
