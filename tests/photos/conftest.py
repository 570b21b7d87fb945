"""Fixtures of the tests of photos."""

from collections.abc import AsyncIterator

import pytest

from game_server.adapters.memory.clock import MemoryClock
from game_server.adapters.memory.journal import MemoryJournal
from game_server.adapters.memory.live import MemoryHub, MemoryLive
from game_server.adapters.postgres.session import Database
from game_server.application.game import Game
from tests.application.process import FixedLuck
from tests.core.small_game import START
from tests.people.world import World
from tests.photos.studio import CODEC, LIBRARY, Studio, opened


@pytest.fixture
async def studio(database: Database) -> AsyncIterator[Studio]:
    journal, live = MemoryJournal(), MemoryLive(MemoryHub())
    game = Game(journal, live, CODEC, LIBRARY, MemoryClock(START), FixedLuck())
    await live.start(await journal.epoch())
    yield await opened(await World(database).house(), game)
    await live.close()
