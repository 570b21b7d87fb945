"""Every reply late, half or lost: a message goes at least once, in order, and is the same bytes each time.

Spec: B7 B10
"""

import random
import re
from collections import defaultdict
from datetime import timedelta

import pytest

from game_server.adapters.caldav.local_server import LocalCalendarServer
from game_server.application.appointments.outbox import Outbox
from game_server.application.appointments.words import Booking
from tests.appointments.desks import Desk
from tests.appointments.faults import Fate, Fault, FaultProxy, faulty, once
from tests.appointments.house import House

EVENT = re.compile(rb"BEGIN:VCALENDAR.*?END:VCALENDAR", re.DOTALL)
SEQUENCE = re.compile(rb"\r\nSEQUENCE:(\d+)")
REPLIES_OF_A_MAIL = 7
REPLIES_OF_A_WRITE = 4
FAULTS = [Fault.LATE, Fault.HALF, Fault.LOST]


async def patiently(house: House, outbox: Outbox) -> None:
    """Let every retry come due: five tries, the last after ten minutes."""
    for _ in range(6):
        await outbox.run_once()
        house.clock.forward(minutes=11)


async def chosen(house: House) -> Booking:
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    return await house.appointments.book(house.structure, seat, "last", (await house.first_offers(seat))[0], "key")


async def a_week_later(house: House, booking: Booking) -> Booking:
    return await house.desk.move(
        house.structure, booking.counsellor, booking.id, booking.local_start + timedelta(days=7)
    )


def by_revision(proxy: FaultProxy) -> dict[int, set[bytes]]:
    """What was written to the calendar, whole, by SEQUENCE."""
    written: dict[int, set[bytes]] = defaultdict(set)
    for asked in proxy.asked:
        for event in EVENT.findall(bytes(asked)):
            found = SEQUENCE.search(event)
            assert found
            written[int(found[1])].add(event)
    return dict(written)


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_mail_passes_a_fault_on_any_reply_in_order_and_in_the_same_bytes(house: House, fault: Fault):
    for number in range(REPLIES_OF_A_MAIL):
        booking = await chosen(house)
        for change in (None, a_week_later):
            if change:
                await change(house, booking)
            async with faulty(house.mailbox.port, once(number, fault)) as (proxy, port):
                await patiently(house, house.outbox_to(port))
            assert proxy.replies > number

        named = booking.uid.partition("@")[0]
        mails = [it for it in house.mailbox.messages() if named in it["message-id"]]
        revisions = [int(it["message-id"].split(".")[1]) for it in mails]
        assert revisions == sorted(revisions)
        assert set(revisions) == {0, 1}
        assert len({it.as_bytes() for it in mails}) == 2
    assert {state for (state,) in await house.query("SELECT state FROM delivery")} == {"done"}


@pytest.mark.parametrize("fault", FAULTS)
async def test_an_event_passes_a_fault_on_any_reply_and_is_there_once_then_moved_then_gone(
    desk: Desk, radicale: LocalCalendarServer, fault: Fault
):
    for number in range(REPLIES_OF_A_WRITE):
        await through_every_change(desk, radicale, once(number, fault))


@pytest.mark.parametrize("seed", range(6))
async def test_an_event_passes_a_line_that_fails_one_time_in_three(
    desk: Desk, radicale: LocalCalendarServer, seed: int
):
    luck = random.Random(seed)
    await through_every_change(
        desk, radicale, lambda reply: luck.choice([Fault.PASSED] * 6 + FAULTS) if reply < 9 else Fault.PASSED
    )


async def through_every_change(desk: Desk, radicale: LocalCalendarServer, fate: Fate) -> None:
    """Book, move and cancel through such a line, which fails anew at each change."""
    house, booked = desk.house, await desk.book(mission=str(house_age(desk)))
    moved = booked
    for change in ("booked", "moved", "cancelled"):
        if change == "moved":
            moved = await a_week_later(house, booked)
        if change == "cancelled":
            await house.desk.cancel(house.structure, desk.counsellor.id, booked.id)
        async with faulty(radicale.port, fate) as (proxy, port):
            await desk.reach_through(port)
            await patiently(house, house.outbox)
            await desk.reach_through(radicale.port)
        assert all(len(copies) == 1 for copies in by_revision(proxy).values())
        uids = await desk.uids()
        assert uids == ([] if change == "cancelled" else [booked.uid])
        if uids:
            assert f"{moved.local_start:%Y%m%dT%H%M%S}" in (await desk.file(booked.uid)).text
    assert await house.query("SELECT reason FROM delivery WHERE state NOT IN ('done', 'superseded')") == []


def house_age(desk: Desk) -> float:
    """A word for each time: the clock never says the same twice."""
    return desk.house.clock().timestamp()
