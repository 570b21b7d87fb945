"""Sorts of meetings, each on its own terms; what one may change alone and until when; who replaces whom.

Spec: B4 SC14
"""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from game_server.application.appointments.handing_over import HandingOver
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import MEETING, Booking, Counsellor, Kind, Mode, Reason, Warned
from game_server.application.refusals import RefusedRequest
from tests.appointments.desks import Desk
from tests.appointments.house import House

FIRST = Reason(uuid4(), Kind.FIRST, Mode.ON_SITE, replace(MEETING, minutes=60), timedelta(hours=24))
CALL = Reason(
    uuid4(), Kind.FOLLOW_UP, Mode.PHONE, replace(MEETING, minutes=15, step=timedelta(minutes=15), daily_cap=None)
)


async def with_reasons(house: House) -> tuple[Counsellor, object]:
    counsellor = await house.new_counsellor()
    await house.availability.save_reasons(house.structure, counsellor.id, [FIRST, CALL])
    return counsellor, await house.new_seat(counsellor)


async def book(house: House, seat: object, mode: Mode, place: int = 0) -> Booking:
    slots = (await house.appointments.slots(house.structure, seat)).slots
    offer = [it.token for it in slots if it.reason.mode is mode][place]
    return await house.appointments.book(house.structure, seat, None, offer, f"{mode}{place}")


async def code_of(work: object) -> str:
    with pytest.raises(RefusedRequest) as caught:
        await work
    return caught.value.code


async def test_each_sort_of_meeting_has_its_own_length_and_grid_and_says_how_one_meets(house: House):
    _, seat = await with_reasons(house)
    booked = await book(house, seat, Mode.PHONE)
    assert (booked.during.end - booked.during.start, booked.mode) == (timedelta(minutes=15), Mode.PHONE)
    file = await house.appointments.calendar_file(house.structure, seat, booked.id)
    assert "LOCATION:par téléphone" in file.decode()
    on_site = await book(house, seat, Mode.ON_SITE)
    assert on_site.during.end - on_site.during.start == timedelta(hours=1)


async def test_a_way_to_meet_is_offered_once_as_a_follow_up_to_whoever_has_a_referent(house: House):
    counsellor = await house.new_counsellor()
    both = [replace(FIRST, kind=kind, id=uuid4()) for kind in Kind]
    await house.availability.save_reasons(house.structure, counsellor.id, both)
    for referent, kind in ((counsellor, Kind.FOLLOW_UP), (None, Kind.FIRST)):
        seat = await house.new_seat(referent)
        slots = (await house.appointments.slots(house.structure, seat)).slots
        assert {it.reason.kind for it in slots} == {kind}
        assert len({it.start for it in slots}) == len(slots)


async def test_what_was_offered_stays_valid_when_the_reasons_are_saved_again(house: House):
    counsellor, seat = await with_reasons(house)
    offer = (await house.first_offers(seat))[0]
    again = [replace(it, id=uuid4()) for it in (FIRST, CALL)]
    await house.availability.save_reasons(house.structure, counsellor.id, again)
    assert await house.appointments.book(house.structure, seat, None, offer, "key")


async def test_a_sort_that_is_no_longer_given_cannot_be_booked(house: House):
    counsellor, seat = await with_reasons(house)
    slots = (await house.appointments.slots(house.structure, seat)).slots
    offer = next(it.token for it in slots if it.reason.mode is Mode.PHONE)
    await house.availability.save_reasons(house.structure, counsellor.id, [FIRST])
    assert await code_of(house.appointments.book(house.structure, seat, None, offer, "key")) == "slot_taken"


async def test_after_its_deadline_one_can_no_longer_cancel_or_move_alone_but_can_always_warn(house: House):
    counsellor, seat = await with_reasons(house)
    booked = await book(house, seat, Mode.ON_SITE, 3)
    offer = (await house.first_offers(seat))[-1]
    house.clock.now = booked.during.start - timedelta(hours=23)
    own = house.appointments.own
    assert await code_of(own.cancel(house.structure, seat, booked.id)) == "too_late_alone"

    for _ in range(2):
        warned = await own.warn(house.structure, seat, booked.id, Warned.ABSENT)
    assert warned.warned is Warned.ABSENT
    await house.deliver_all()
    subjects = [it["subject"] for it in house.mailbox.messages() if it["to"] == counsellor.email]
    assert sum("ne pourra pas venir" in it for it in subjects) == 1
    assert await code_of(own.move(house.structure, seat, booked.id, offer)) in ("too_late_alone", "offer_expired")


async def test_what_was_shared_is_taken_back_item_by_item_in_the_calendar_too(desk: Desk):
    house = desk.house
    desk.shared = ["Le permis", "Un logement"]
    booked = await desk.book()
    await house.deliver_all()
    await house.appointments.own.share(house.structure, booked.seat, booked.id, ["Un logement"])
    await house.deliver_all()
    file = (await desk.file(booked.uid)).text
    assert "Un logement" in file
    assert "permis" not in file
    (entry,) = await house.desk.appointments(house.structure, desk.counsellor.id)
    assert entry.booking.shared == ("Un logement",)


async def test_an_appointment_handed_over_leaves_one_calendar_reaches_the_other_and_everybody_is_told(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    other = await house.new_counsellor("Omar Petit")
    handing = HandingOver(house.store, house.messages, house.clock)

    given = await handing.give(house.structure, desk.counsellor.id, booked.id, other.id)
    await house.deliver_all()

    assert (given.uid, given.during, given.counsellor) == (booked.uid, booked.during, other.id)
    assert (await desk.file(booked.uid)).status_code == 404
    (invited,) = [it for it in house.mailbox.messages() if it["to"] == other.email]
    assert "text/calendar" in [it.get_content_type() for it in invited.walk()]
    assert [it.kind.value for it in await house.appointments.notices(house.structure, booked.seat)] == ["replaced"]
    refused = handing.give(house.structure, desk.counsellor.id, booked.id, other.id)
    assert await code_of(refused) == "appointment_not_found"


async def test_the_one_who_gave_a_meeting_away_hears_it_even_when_it_changes_again_at_once(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    other = await house.new_counsellor("Omar Petit")
    handing = HandingOver(house.store, house.messages, house.clock)
    await handing.give(house.structure, desk.counsellor.id, booked.id, other.id)
    await house.desk.cancel(house.structure, other.id, booked.id)

    await house.deliver_all()

    assert (await desk.file(booked.uid)).status_code == 404
    assert [it["subject"][:7] for it in house.mailbox.messages() if it["to"] == other.email] == [
        "Annulé\N{NO-BREAK SPACE}"
    ]


async def test_nothing_is_handed_over_to_somebody_who_is_busy_or_receives_nobody(desk: Desk):
    house, booked = desk.house, await desk.book()
    other = await house.new_counsellor("Omar Petit")
    await house.availability.declare_absence(house.structure, other.id, booked.during)
    handing = HandingOver(house.store, house.messages, house.clock)
    assert await code_of(handing.give(house.structure, desk.counsellor.id, booked.id, other.id)) == "slot_taken"
    nobody = handing.give(house.structure, desk.counsellor.id, booked.id, uuid4())
    assert await code_of(nobody) == "colleague_not_found"


async def test_an_absence_gives_each_meeting_to_the_replacement_or_else_to_another_day(house: House):
    away, other = await house.new_counsellor(), await house.new_counsellor("Omar Petit")
    seats = [await house.new_seat(away) for _ in range(2)]
    booked = []
    for place, seat in enumerate(seats):
        offer = (await house.first_offers(seat))[4 * place]
        booked.append(await house.appointments.book(house.structure, seat, "m", offer, "k"))
    await house.availability.declare_absence(house.structure, other.id, booked[1].during)
    day = Interval(booked[0].during.start - timedelta(hours=2), booked[0].during.start + timedelta(hours=12))

    told = await house.availability.declare_absence(house.structure, away.id, day, replaced_by=other.id)

    assert [it.id for it in told.handed_over] == [booked[0].id]
    assert [it.id for it in told.moved] == [booked[1].id]
    for seat, kind in zip(seats, ("replaced", "moved"), strict=True):
        assert [it.kind.value for it in await house.appointments.notices(house.structure, seat)] == [kind]
