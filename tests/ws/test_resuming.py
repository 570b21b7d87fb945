"""Hello: a page comes back by epoch and version, as often as it likes, while the others go on.

Spec: R6
"""

import asyncio
import random
from contextlib import suppress

import pytest

from game_server.application.attendance import LOOK_EVERY
from tests.end_to_end.phone import PATIENCE
from tests.end_to_end.table import Office, Table, in_time
from tests.end_to_end.truth import Stores
from tests.http.browser import Socket

EVERY_SLICE = {"group", "seats", "verriere", "mission", "offers", "mine"}
HELLOS = 50
TWO_LOOKS = 2 * LOOK_EVERY
"""Seconds in which every process says twice whose page is open."""


async def beside(table: Table) -> Socket:
    """A second page of the first phone."""
    phone = next(iter(table.phones.values()))
    return await phone.browser.open(phone.path)


async def come_and_go(table: Table) -> None:
    phone = list(table.phones.values())[-1]
    while True:
        await phone.submit({"type": "step_aside"})
        await phone.submit({"type": "come_back"})


async def test_the_first_frame_after_a_welcome_is_whole_however_busy_the_group_is(office: Office):
    async with await office.table(2, random.Random(1)) as table:
        page = await beside(table)
        busy = asyncio.create_task(come_and_go(table))
        for _ in range(HELLOS):
            await page.say({"type": "hello", "epoch": None, "last_seen": None})
            await page.hear("welcome")
            assert set((await page.hear("frame"))["slices"]) >= EVERY_SLICE
        busy.cancel()
        with suppress(asyncio.CancelledError):
            await busy
        await page.close()


@pytest.mark.parametrize("ahead", [False, True])
async def test_a_page_of_this_epoch_gets_no_slice_when_it_has_the_version_and_all_when_it_has_another(
    ahead: bool, office: Office
):
    async with await office.table(1, random.Random(2)) as table:
        page = await beside(table)
        first = await page.hello()
        for epoch, seen, whole in (
            (first["epoch"], first["version"], False),
            (first["epoch"], first["version"] + (5 if ahead else -1), True),
            ("an older journal", first["version"], True),
            (first["epoch"], "three", True),
            (first["epoch"], -1, True),
            (None, None, True),
        ):
            await page.say({"type": "hello", "epoch": epoch, "last_seen": seen})
            frame = await page.hear("frame")
            assert frame["version"] == first["version"]
            assert (set(frame["slices"]) >= EVERY_SLICE) == whole, (epoch, seen)
        await page.close()


async def test_a_page_that_said_hello_three_times_is_gone_once_it_closes(office: Office, stores: Stores):
    async with await office.table(2, random.Random(4)) as table:
        await table.everyone_is_here()
        gone, stays = table.phones
        page = await beside(table)
        for _ in range(3):
            await page.hello()
        await table.phones[gone].leave()
        await page.close()
        closed_at = (await stores.last_seen(table.id))[stays]
        await in_time(PATIENCE, lambda: stores.last_seen(table.id), lambda seen: seen[stays] >= closed_at + TWO_LOOKS)
        seen = await stores.last_seen(table.id)
        assert seen[stays] >= closed_at + TWO_LOOKS
        assert seen[gone] < closed_at + TWO_LOOKS / 2
