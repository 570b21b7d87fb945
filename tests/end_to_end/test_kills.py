"""kill -9 in the middle of a play: no acknowledged action is lost or doubled, and the play goes on.

Spec: R1 R3 S4 S8
"""

import asyncio
import random
from collections.abc import Callable

import pytest

from tests.end_to_end.kit import Server
from tests.end_to_end.table import Office
from tests.end_to_end.truth import Stores

SEATS = 5
KILLS: dict[str, Callable[[Server, random.Random], None]] = {
    "one server process": lambda server, luck: server.kill_a_worker(luck.randrange(2)),
    "every server process": lambda server, _: server.kill_all_workers(),
    "the supervising process": lambda server, _: server.kill_itself(),
    "Valkey": lambda server, _: server.kill_store("Valkey"),
    "PostgreSQL": lambda server, _: server.kill_store("PostgreSQL"),
}


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("killed", KILLS)
async def test_no_acknowledged_action_is_lost_or_doubled_by_killing(
    killed: str, times: int, server: Server, office: Office, stores: Stores
):
    luck = random.Random(f"{killed} {times}")
    async with await office.table(SEATS, luck) as table:
        await table.begin()
        at = table.console.version
        for moment in sorted(luck.sample(range(2, 14), times)):
            await table.reached(at + moment)
            await asyncio.to_thread(KILLS[killed], server, luck)
        await table.end()
        story = await table.is_one_story(stores)
        assert story.state().day_status == "ended"
        assert len({one.device for one in story.commits if one.device}) == SEATS + 1
