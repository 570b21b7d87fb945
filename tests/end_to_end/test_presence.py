"""Who was here a moment ago still is, whatever restarts: nobody loses a piece or a voice to the death of a process.

Spec: R5 S5
"""

import asyncio
import random

from tests.end_to_end.kit import Server
from tests.end_to_end.table import Office
from tests.end_to_end.truth import Stores

VOTE = "l-affiche-du-quai"
BALLOT = {"type": "vote/cast", "option": "velos", "round": 1}


async def test_a_round_of_a_vote_waits_for_the_others_when_every_server_process_dies(server: Server, office: Office):
    async with await office.table(3, random.Random(5)) as table:
        await table.everyone_is_here()
        for command in (
            {"type": "open_day", "day": 1},
            {"type": "end_day", "day": 1},
            {"type": "open_day", "day": 2},
            {"type": "force_step", "mission": VOTE},
        ):
            await table.accepted(command)
        voter, *others = table.phones.values()
        await voter.until(lambda: (voter.slices["mission"] or {}).get("kind") == "vote")
        for other in others:
            await other.leave()
        cast = {"type": "play", "mission": VOTE, "step": 1, "action": BALLOT}
        assert (await voter.submit(cast))["type"] == "receipt"
        talks = len(voter.conversations)
        await asyncio.to_thread(server.kill_all_workers)
        await voter.until(lambda: len(voter.conversations) > talks and voter.port)
        assert len(voter.here) == 3
        assert (await voter.submit(cast))["type"] == "receipt"
        assert voter.slices["mission"]["shared"]["round"] == 1
        assert voter.slices["mission"]["shared"]["voted"] == 1


async def test_progress_that_redis_lost_while_nobody_served_is_shown_again_when_the_group_wakes_up(
    server: Server, office: Office, stores: Stores
):
    async with await office.table(2, random.Random(6)) as table:
        await table.everyone_is_here()
        await table.accepted({"type": "open_day", "day": 1})
        with server.without_workers():
            await stores.redis.flushall()
        await table.is_one_story(stores)
