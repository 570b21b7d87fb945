"""Phones in a storm: frames dropped, doubled, late and out of order both ways, sockets cut; still one story.

Spec: R8
"""

import random

import pytest

from tests.end_to_end.table import Office
from tests.end_to_end.truth import Stores
from tests.end_to_end.weather import CALM, STORM

SEATS = 3
STEPS = 4
COMMANDS = (
    {"type": "step_aside"},
    {"type": "come_back"},
    {"type": "ask_hint", "mission": "trois-a-bord"},
    {"type": "play", "mission": "trois-a-bord", "step": 0, "action": {"type": "split/propose", "option": "decouvrir"}},
)


@pytest.mark.parametrize("seed", range(10))
async def test_a_storm_on_every_line_loses_and_doubles_nothing(seed: int, office: Office, stores: Stores):
    luck = random.Random(seed)
    async with await office.table(SEATS, luck) as table:
        await table.everyone_is_here()
        await table.accepted({"type": "open_day", "day": 1})
        for page in table.pages():
            await page.comes_into(STORM)
        await table.everyone_says([luck.choice(COMMANDS) for _ in range(STEPS)])
        for page in table.pages():
            await page.comes_into(CALM)
        story = await table.is_one_story(stores)
        asked = sum(page.asked for page in table.phones.values())
        assert asked == SEATS * STEPS
        assert sum(one.actor.id in table.phones for one in story.commits) <= asked
