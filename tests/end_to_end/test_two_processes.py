"""Two server processes on one address: a group's phones land on both and see one story.

Spec: R4
"""

import random

from tests.end_to_end.kit import Server
from tests.end_to_end.table import Office
from tests.end_to_end.truth import Stores

SEATS = 8


async def test_every_page_of_both_processes_sees_each_version_once_in_order(
    server: Server, office: Office, stores: Stores
):
    async with await office.table(SEATS, random.Random(7)) as table:
        await table.reach_both(server)
        await table.begin()
        await table.end()
        story = await table.is_one_story(stores)
        assert {one.actor.id for one in story.commits if one.device} >= set(table.phones)
        for page in table.pages():
            versions = page.conversations[-1].versions
            assert versions == list(range(versions[0], len(story.commits) + 1))
