"""Fixtures of the tests of the board."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import pytest

from game_server.adapters.memory.journal import MemoryJournal
from game_server.adapters.memory.live import MemoryHub, MemoryLive
from game_server.adapters.postgres.session import Database
from game_server.application.game import Game
from tests.application.process import FixedLuck
from tests.board.hall import CODEC, Hall, library
from tests.people.world import World

Opens = Callable[..., Awaitable[Hall]]
WEDNESDAY = datetime(2027, 3, 3, 13, 30, tzinfo=UTC)
"""Half an hour after the first day's opening hour, in Paris."""


@pytest.fixture
async def opens(database: Database) -> AsyncIterator[Opens]:
    """Opens a hall whose groups play these kinds on their first day."""
    async with AsyncExitStack() as leaving:

        async def hall(*kinds: str) -> Hall:
            world = World(database)
            world.clock.at = WEDNESDAY
            live = MemoryLive(MemoryHub())
            game = Game(MemoryJournal(), live, CODEC, library(*kinds), world.clock, FixedLuck())
            await live.start(await game.journal.epoch())
            leaving.push_async_callback(live.close)
            return Hall(await world.house(), game)

        yield hall
