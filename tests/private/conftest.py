"""Fixtures of the tests of the private store and of retention."""

import pytest

from game_server.adapters.postgres.session import Database
from tests.people.world import House, World


@pytest.fixture
def world(database: Database) -> World:
    return World(database)


@pytest.fixture
async def house(world: World) -> House:
    return await world.house()
