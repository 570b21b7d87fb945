"""Booking: never two meetings at one time, one answer per request, and nothing taken from the client on trust.

Spec: B1 B2 B3 B6
"""

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from itsdangerous import URLSafeSerializer
from sqlalchemy import text

from game_server.application.appointments.offers import LIFE, Offered, OfferSigner
from game_server.application.appointments.ports import SlotTaken
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import MEETING, Status
from game_server.application.refusals import RefusedRequest
from tests.appointments.house import House


async def refusal(work: object) -> RefusedRequest:
    with pytest.raises(RefusedRequest) as caught:
        await work
    return caught.value


OVERLAPS = "SELECT count(*) FROM booking a JOIN booking b ON a.id < b.id AND a.blocked && b.blocked"


async def test_fifty_young_people_on_a_quarter_hour_grid_never_overlap_and_none_fails_otherwise(house: House):
    quarter_grid = replace(MEETING, step=timedelta(minutes=15))
    counsellor = await house.new_counsellor(terms=quarter_grid)
    seats = [await house.new_seat(counsellor) for _ in range(50)]
    offers = [(await house.first_offers(seat))[place % 6] for place, seat in enumerate(seats)]

    async def try_one(place: int) -> str:
        try:
            await house.appointments.book(house.structure, seats[place], "last", offers[place], f"key-{place}")
        except RefusedRequest as refused:
            return refused.code
        return "booked"

    answers = await asyncio.gather(*(try_one(place) for place in range(50)))

    assert await house.query(OVERLAPS) == [(0,)]
    assert answers.count("booked") >= 1
    assert set(answers) <= {"booked", "slot_taken"}


async def test_fifty_meetings_of_two_lengths_written_at_once_never_overlap(house: House):
    counsellor = await house.new_counsellor()
    seats = [await house.new_seat(counsellor) for _ in range(51)]
    model = await house.appointments.book(
        house.structure, seats[50], "last", (await house.first_offers(seats[50]))[0], "model"
    )

    async def write(place: int) -> bool:
        start = model.during.start + timedelta(days=1, minutes=15 * (place % 3))
        during = Interval(start, start + timedelta(minutes=30 + 30 * (place % 2)))
        key = str(place)
        meeting = replace(
            model, id=uuid4(), seat=seats[place], during=during, blocked=during, uid=key, idem_key=key, mission=key
        )
        try:
            async with house.store.within(house.structure) as rows:
                await rows.lock([counsellor.id], [seats[place]], house.clock())
                await rows.save(meeting, "booked", by_staff=False, at=house.clock())
        except SlotTaken:
            return False
        return True

    accepted = await asyncio.gather(*(write(place) for place in range(50)))

    assert await house.query(OVERLAPS) == [(0,)]
    assert any(accepted)


async def test_the_database_alone_refuses_an_overlap_of_counsellor_or_of_seat(house: House):
    counsellor, other = await house.new_counsellor(), await house.new_counsellor("Omar Petit")
    seat, second = await house.new_seat(counsellor), await house.new_seat(counsellor)
    booking = await house.appointments.book(house.structure, seat, "last", (await house.first_offers(seat))[0], "one")
    for changed in ({"seat": second}, {"counsellor": other.id}):
        again = replace(booking, id=uuid4(), uid=str(uuid4()), idem_key="two", mission="another", **changed)
        with pytest.raises(SlotTaken):
            async with house.store.within(house.structure) as rows:
                await rows.save(again, "booked", by_staff=False, at=house.clock())


async def test_the_same_request_sent_forty_times_makes_one_booking_and_gets_one_answer(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offer = (await house.first_offers(seat))[0]

    answers = await asyncio.gather(
        *(house.appointments.book(house.structure, seat, "last", offer, "key", ["Le permis"]) for _ in range(40))
    )

    assert len({answer.id for answer in answers}) == 1
    assert await house.query("SELECT count(*) FROM booking") == [(1,)]
    assert await house.query("SELECT count(*) FROM delivery") == [(1,)]
    assert await house.query("SELECT count(*) FROM facts_to_tell") == [(1,)]


async def test_a_request_repeated_after_its_offer_expired_still_gets_its_booking(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offer = (await house.first_offers(seat))[0]
    booked = await house.appointments.book(house.structure, seat, "last", offer, "key")
    house.clock.now += 2 * LIFE

    again = await house.appointments.book(house.structure, seat, "last", offer, "key")

    assert again.id == booked.id


async def test_a_connection_cut_after_the_commit_is_answered_with_the_booking_that_was_made(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offer = (await house.first_offers(seat))[0]
    working = asyncio.create_task(house.appointments.book(house.structure, seat, "last", offer, "key"))
    while await house.query("SELECT count(*) FROM booking") == [(0,)]:  # noqa: ASYNC110 - another process commits
        await asyncio.sleep(0)
    working.cancel()
    await asyncio.wait([working])

    booked = await house.appointments.book(house.structure, seat, "last", offer, "key")

    assert await house.query("SELECT id FROM booking") == [(booked.id,)]


async def test_a_key_used_for_another_request_is_refused(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offers = await house.first_offers(seat)
    await house.appointments.book(house.structure, seat, "last", offers[0], "key")

    refused = await refusal(house.appointments.book(house.structure, seat, "last", offers[3], "key"))

    assert refused.code == "key_reused"


async def test_one_young_person_in_two_tabs_with_two_counsellors_gets_one_booking(house: House):
    await house.new_counsellor()
    await house.new_counsellor("Omar Petit")
    seat = await house.new_seat(None)
    page = await house.appointments.slots(house.structure, seat)
    same_time = [slot for slot in page.slots if slot.start == page.slots[0].start]
    assert len({slot.counsellor for slot in same_time}) == 2

    answers = await asyncio.gather(
        *(
            house.appointments.book(house.structure, seat, mission, slot.token, mission)
            for slot, mission in zip(same_time, ("last", "free"), strict=True)
        ),
        return_exceptions=True,
    )

    assert await house.query("SELECT count(*) FROM booking") == [(1,)]
    assert [it.code for it in answers if isinstance(it, RefusedRequest)] == ["seat_busy"]


async def test_a_second_booking_of_the_same_slot_is_refused_with_three_others(house: House):
    counsellor = await house.new_counsellor()
    seats = [await house.new_seat(counsellor) for _ in range(2)]
    offers = [(await house.first_offers(seat))[0] for seat in seats]
    booked = await house.appointments.book(house.structure, seats[0], "last", offers[0], "a")

    refused = await refusal(house.appointments.book(house.structure, seats[1], "last", offers[1], "b"))

    assert refused.code == "slot_taken"
    others = refused.details["slots"]
    assert len(others) == 3
    assert await house.query("SELECT count(*) FROM booking") == [(1,)]
    assert all(it["start"] != booked.local_start.isoformat() for it in others)
    second = await house.appointments.book(house.structure, seats[1], "last", others[0]["offer"], "c")
    assert second.local_start.isoformat() == others[0]["start"]


async def test_an_offer_changed_by_the_client_or_made_for_somebody_else_is_refused(house: House):
    counsellor, other = await house.new_counsellor(), await house.new_counsellor("Omar Petit")
    seat, neighbour = await house.new_seat(counsellor), await house.new_seat(other)
    offer = (await house.first_offers(seat))[0]
    payload = URLSafeSerializer("unknown").loads_unsafe(offer)[1]
    longer = [*payload[:5], 240, payload[6]]
    elsewhere = [payload[0], str(other.id), *payload[2:]]
    for changed in (longer, elsewhere):
        body = base64.urlsafe_b64encode(json.dumps(changed).encode()).rstrip(b"=").decode()
        forged = f"{body}.{offer.rpartition('.')[2]}"
        code = (await refusal(house.appointments.book(house.structure, seat, "last", forged, "k"))).code
        assert code == "offer_not_valid"
    stolen = await refusal(house.appointments.book(house.structure, neighbour, "last", offer, "k"))
    assert stolen.code == "offer_not_valid"
    assert await house.query("SELECT count(*) FROM booking") == [(0,)]


async def test_an_offer_from_another_installation_or_after_its_life_is_refused(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    slot = (await house.appointments.slots(house.structure, seat)).slots[0]
    during = MEETING.meeting(slot.start)
    offered = Offered(seat, counsellor.id, counsellor.place.id, during, counsellor.id, house.clock() + LIFE)
    foreign = OfferSigner("another key").sign(offered)
    assert (await refusal(house.appointments.book(house.structure, seat, "m", foreign, "a"))).code == "offer_not_valid"
    house.clock.now += LIFE + timedelta(seconds=1)
    late = await refusal(house.appointments.book(house.structure, seat, "m", slot.token, "b"))
    assert late.code == "offer_expired"


async def test_a_meeting_longer_than_the_counsellor_gives_is_refused_even_when_signed(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    start = (await house.appointments.slots(house.structure, seat)).slots[0].start
    during = Interval(start, start + timedelta(hours=2))
    until = house.clock() + LIFE
    token = house.signer.sign(Offered(seat, counsellor.id, counsellor.place.id, during, counsellor.id, until))

    assert (await refusal(house.appointments.book(house.structure, seat, "m", token, "a"))).code == "slot_taken"


async def test_each_way_to_end_the_mission_leaves_the_same_fact(house: House):
    counsellor = await house.new_counsellor()
    seats = [await house.new_seat(counsellor) for _ in range(3)]
    offer = (await house.first_offers(seats[0]))[0]
    await house.appointments.book(house.structure, seats[0], "last", offer, "a", ["Mon projet"])
    await house.appointments.call_back(house.structure, seats[1], "last", ["Le soir plutôt"])
    await house.appointments.not_now(house.structure, seats[2], "last")

    facts = [json.loads(fact) for (fact,) in await house.query("SELECT fact FROM facts_to_tell ORDER BY created_at")]

    assert sorted(facts, key=lambda it: it["seat"]) == sorted(
        ({"action": "appointment/decided", "seat": str(seat), "mission": "last"} for seat in seats),
        key=lambda it: it["seat"],
    )
    assert {row[0] for row in await house.query("SELECT choice FROM choice")} == {"slot", "call_back", "not_now"}
    waiting = await house.desk.call_backs(house.structure, counsellor.id)
    assert [(it.first_name, it.shared) for it in waiting] == [("Inès", ("Le soir plutôt",))]


async def test_asking_twice_to_be_called_sends_one_mail_and_one_fact(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    for _ in range(2):
        await house.appointments.call_back(house.structure, seat, "last", ["Le soir"])
    await house.deliver_all()
    (mail,) = house.mailbox.messages()
    assert mail["subject"] == "Inès demande un appel"
    assert "Le soir" in mail.get_content()
    assert await house.query("SELECT count(*) FROM facts_to_tell") == [(1,)]


async def test_a_refused_booking_leaves_no_fact_no_message_and_no_choice(house: House):
    counsellor = await house.new_counsellor()
    seats = [await house.new_seat(counsellor) for _ in range(2)]
    offers = [(await house.first_offers(seat))[0] for seat in seats]
    await house.appointments.book(house.structure, seats[0], "last", offers[0], "a")
    await refusal(house.appointments.book(house.structure, seats[1], "last", offers[1], "b"))

    for table in ("booking", "delivery", "facts_to_tell", "choice"):
        assert await house.query(f"SELECT count(*) FROM {table}") == [(1,)]  # noqa: S608


async def test_a_cancelled_time_can_be_booked_again_at_once(house: House):
    counsellor = await house.new_counsellor()
    seats = [await house.new_seat(counsellor) for _ in range(2)]
    offers = [(await house.first_offers(seat))[0] for seat in seats]
    booked = await house.appointments.book(house.structure, seats[0], "last", offers[0], "a")
    cancelled = await house.appointments.own.cancel(house.structure, seats[0], booked.id)
    assert (cancelled.status, cancelled.uid, cancelled.sequence) == (Status.CANCELLED_BY_YOUTH, booked.uid, 1)

    again = await house.appointments.book(house.structure, seats[1], "last", offers[1], "b")

    assert again.during == booked.during


async def test_another_structure_sees_and_changes_nothing(make_house: Callable[..., object]):
    house, stranger = await make_house(), await make_house()
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    booked = await house.appointments.book(house.structure, seat, "last", (await house.first_offers(seat))[0], "a")

    assert await house.appointments.mine(stranger.structure, seat) == []
    assert await house.desk.appointments(stranger.structure, counsellor.id) == []
    refused = await refusal(house.desk.cancel(stranger.structure, counsellor.id, booked.id))
    assert refused.code == "appointment_not_found"
    refused = await refusal(house.appointments.own.cancel(stranger.structure, seat, booked.id))
    assert refused.code == "appointment_not_found"
    async with house.database.within(stranger.structure) as session:
        for table in ("booking", "delivery", "choice", "counsellor_calendar", "booking_event", "availability_rule"):
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608
