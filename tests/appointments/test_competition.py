"""Two hundred and fifty who compete: nobody overlaps, and nobody is refused a time that was free.

Spec: B1 B2
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from game_server.application.appointments.booking_round import HOLD
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import MEETING, Booking, Counsellor, Status
from game_server.application.refusals import RefusedRequest
from tests.appointments.house import House

QUARTERS = replace(MEETING, step=timedelta(minutes=15), daily_cap=None, after=timedelta(0))
OVERLAPS = "SELECT count(*) FROM booking a JOIN booking b ON a.id < b.id AND a.blocked && b.blocked AND {whose}"


async def many_offers(house: House, team: Sequence[Counsellor], number: int) -> list[tuple[UUID, str, Interval]]:
    """So many people, spread over a team, each before one of three starts that overlap."""
    found = []
    for place in range(number):
        seat = await house.new_seat(team[place % len(team)])
        slots = (await house.appointments.slots(house.structure, seat)).slots
        slot = slots[place // len(team) % 3]
        found.append((seat, slot.token, QUARTERS.meeting(slot.start)))
    return found


async def book(house: House, seat: UUID, offer: str, key: str = "key") -> Booking | RefusedRequest:
    try:
        return await house.appointments.book(house.structure, seat, "last", offer, key)
    except RefusedRequest as refused:
        return refused


@pytest.mark.parametrize("counsellors", [1, 5])
async def test_of_two_hundred_and_fifty_who_compete_none_overlaps_and_none_is_refused_for_nothing(
    house: House, counsellors: int
):
    for burst in range(5):
        team = [await house.new_counsellor(f"Personne {burst} {n}", terms=QUARTERS) for n in range(counsellors)]
        asked = await many_offers(house, team, 50)

        answers = await asyncio.gather(*(book(house, seat, offer) for seat, offer, _ in asked))

        kept = [it for it in answers if isinstance(it, Booking)]
        assert kept
        for place, answer in enumerate(answers):
            if isinstance(answer, RefusedRequest):
                assert answer.code == "slot_taken"
                assert len(answer.details["slots"]) == 3
                whose = team[place % counsellors].id
                assert any(it.counsellor == whose and it.blocked.meets(asked[place][2]) for it in kept)
    assert await house.query(OVERLAPS.format(whose="a.counsellor = b.counsellor")) == [(0,)]
    assert await house.query("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()") == [(0,)]


async def test_forty_who_ask_for_forty_free_times_all_get_theirs(house: House):
    counsellor = await house.new_counsellor(terms=replace(MEETING, daily_cap=None, after=timedelta(0)))
    seats = [await house.new_seat(counsellor) for _ in range(40)]
    offers = [(await house.first_offers(seat))[place] for place, seat in enumerate(seats)]

    answers = await asyncio.gather(*(book(house, *pair) for pair in zip(seats, offers, strict=True)))

    assert all(isinstance(it, Booking) for it in answers)
    assert await house.query("SELECT count(*) FROM delivery") == [(40,)]
    assert await house.query("SELECT count(*) FROM facts_to_tell") == [(40,)]


async def test_the_three_slots_proposed_instead_are_the_nearest_before_and_after(house: House):
    counsellor = await house.new_counsellor()
    seats = [await house.new_seat(counsellor) for _ in range(2)]
    shown = [(await house.appointments.slots(house.structure, seat)).slots for seat in seats]
    taken = await house.appointments.book(house.structure, seats[0], "last", shown[0][4].token, "a")

    refused = await book(house, seats[1], shown[1][4].token, "b")

    assert isinstance(refused, RefusedRequest)
    others = [it["start"] for it in refused.details["slots"]]
    # Half an hour and ten minutes of rest: neither the slot before nor the slot after is free.
    assert others == [shown[1][place].start.isoformat() for place in (1, 2, 6)]
    assert taken.local_start == shown[1][4].start


async def test_a_hold_keeps_the_time_for_five_minutes_and_the_booking_is_the_same_row(house: House):
    counsellor = await house.new_counsellor()
    seat, neighbour = [await house.new_seat(counsellor) for _ in range(2)]
    mine, theirs = (await house.first_offers(seat))[0], (await house.first_offers(neighbour))[0]

    held = await house.appointments.hold(house.structure, seat, "last", mine, "key")
    again = await house.appointments.hold(house.structure, seat, "last", mine, "key")
    refused = await book(house, neighbour, theirs)
    booked = await house.appointments.book(house.structure, seat, "last", mine, "key", ["Le permis"])

    assert (held.id, held.status, again.id) == (booked.id, Status.HELD, booked.id)
    assert isinstance(refused, RefusedRequest)
    assert refused.code == "slot_taken"
    assert await house.query("SELECT id, status, held_until FROM booking") == [(booked.id, "booked", None)]
    assert await house.query("SELECT count(*) FROM delivery") == [(1,)]


async def test_nobody_is_told_of_a_hold_and_it_is_no_appointment(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    await house.appointments.hold(house.structure, seat, "last", (await house.first_offers(seat))[0], "key")

    assert await house.query("SELECT count(*) FROM delivery") == [(0,)]
    assert await house.query("SELECT count(*) FROM facts_to_tell") == [(0,)]
    assert await house.appointments.mine(house.structure, seat) == []
    assert await house.desk.appointments(house.structure, counsellor.id) == []


async def test_a_hold_that_lapsed_is_for_whoever_comes_next(house: House):
    counsellor = await house.new_counsellor()
    seat, neighbour = [await house.new_seat(counsellor) for _ in range(2)]
    mine, theirs = (await house.first_offers(seat))[4], (await house.first_offers(neighbour))[4]
    await house.appointments.hold(house.structure, seat, "last", mine, "key")
    house.clock.now += HOLD

    booked = await book(house, neighbour, theirs)
    late = await book(house, seat, mine)

    assert isinstance(booked, Booking)
    assert isinstance(late, RefusedRequest)
    assert late.code == "slot_taken"


async def test_who_holds_another_time_gives_the_first_one_back(house: House):
    counsellor = await house.new_counsellor()
    seat, neighbour = [await house.new_seat(counsellor) for _ in range(2)]
    first, _, second, *_ = await house.first_offers(seat)
    theirs = (await house.first_offers(neighbour))[0]
    await house.appointments.hold(house.structure, seat, "last", first, "one")
    await house.appointments.hold(house.structure, seat, "last", second, "two")

    assert isinstance(await book(house, neighbour, theirs), Booking)
    assert await house.query("SELECT count(*) FROM booking WHERE status = 'held'") == [(1,)]


async def test_a_hold_and_its_booking_asked_at_the_same_instant_make_one_appointment(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offer = (await house.first_offers(seat))[0]
    await asyncio.gather(
        house.appointments.hold(house.structure, seat, "last", offer, "key"),
        house.appointments.book(house.structure, seat, "last", offer, "key"),
    )

    assert await house.query("SELECT status FROM booking") == [("booked",)]
