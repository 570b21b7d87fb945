"""The counsellor's own acts, the young person who is told, and scene 14: away on the chosen day.

Spec: B12 SC14
"""

from datetime import datetime, timedelta

import pytest

from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import Booking, Counsellor, Status
from game_server.application.refusals import RefusedRequest
from tests.appointments.house import House


async def booked(house: House) -> tuple[Counsellor, Booking]:
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offer = (await house.first_offers(seat))[0]
    return counsellor, await house.appointments.book(house.structure, seat, "last", offer, "a", ["Le permis"])


async def told(house: House, booking: Booking) -> list[str]:
    return [it.kind.value for it in await house.appointments.notices(house.structure, booking.seat)]


async def code_of(work: object) -> str:
    with pytest.raises(RefusedRequest) as caught:
        await work
    return caught.value.code


async def test_scene_14_an_absence_is_said_beside_the_slots_and_offers_none_in_it(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    monday = datetime(2027, 3, 24, tzinfo=house.place.zone)
    away = Interval(monday, monday + timedelta(days=5))
    await house.availability.declare_absence(house.structure, counsellor.id, away)

    page = await house.appointments.slots(house.structure, seat)

    assert [it.sentence for it in page.away] == [
        "Nadia Ferrand n’est pas là jusqu’au lundi 29 mars 2027. Les créneaux affichés en tiennent compte."
    ]
    assert page.slots
    assert not any(away.start <= slot.start < away.end for slot in page.slots)


async def test_scene_14_a_booked_meeting_is_moved_after_the_absence_and_both_are_told(house: House):
    counsellor, booking = await booked(house)
    await house.deliver_all()
    day = booking.local_start.replace(hour=0, minute=0)
    declared = await house.availability.declare_absence(
        house.structure, counsellor.id, Interval(day, day + timedelta(days=2))
    )

    (moved,) = declared.moved
    assert moved.local_start == datetime(2027, 3, 25, 9, 0, tzinfo=house.place.zone)
    assert (moved.uid, moved.sequence, declared.to_settle) == (booking.uid, 1, [])
    assert await told(house, booking) == ["moved"]
    await house.deliver_all()
    first, second = house.mailbox.messages()
    assert second["subject"].startswith("Mis à jour")
    assert "jeudi 25 mars 2027" in second["subject"].replace("\N{NO-BREAK SPACE}", " ")
    assert first["message-id"] != second["message-id"]


async def test_an_absence_without_moving_leaves_the_meetings_to_be_settled(house: House):
    counsellor, booking = await booked(house)
    around = Interval(booking.during.start - timedelta(hours=1), booking.during.end)
    declared = await house.availability.declare_absence(house.structure, counsellor.id, around, move=False)
    assert [it.id for it in declared.to_settle] == [booking.id]
    assert await told(house, booking) == []


async def test_a_confirmation_is_told_once_and_sends_nothing(house: House):
    counsellor, booking = await booked(house)
    for _ in range(2):
        confirmed = await house.desk.confirm(house.structure, counsellor.id, booking.id)
    assert confirmed.sequence == 0
    assert await told(house, booking) == ["confirmed"]
    assert await house.query("SELECT count(*) FROM delivery") == [(1,)]


async def test_a_notice_seen_is_not_shown_again(house: House):
    counsellor, booking = await booked(house)
    await house.desk.cancel(house.structure, counsellor.id, booking.id)
    (notice,) = await house.appointments.notices(house.structure, booking.seat)
    await house.appointments.seen(house.structure, booking.seat, [notice.id])
    assert await told(house, booking) == []


async def test_a_meeting_cannot_be_moved_onto_another_or_into_the_past(house: House):
    counsellor, booking = await booked(house)
    seat = await house.new_seat(counsellor)
    other = await house.appointments.book(house.structure, seat, "last", (await house.first_offers(seat))[0], "b")
    move = house.desk.move
    taken = await code_of(move(house.structure, counsellor.id, booking.id, other.during.start))
    past = await code_of(move(house.structure, counsellor.id, booking.id, house.clock() - timedelta(hours=1)))
    assert (taken, past) == ("slot_taken", "moment_not_valid")
    assert await told(house, booking) == []


async def test_the_outcome_is_noted_once_it_has_begun_and_can_be_corrected(house: House):
    counsellor, booking = await booked(house)
    mark = house.desk.mark
    assert await code_of(mark(house.structure, counsellor.id, booking.id, Status.ATTENDED)) == "too_early"
    house.clock.now = booking.during.end
    assert (await mark(house.structure, counsellor.id, booking.id, Status.NO_SHOW)).status is Status.NO_SHOW
    assert (await mark(house.structure, counsellor.id, booking.id, Status.ATTENDED)).status is Status.ATTENDED
    assert await code_of(mark(house.structure, counsellor.id, booking.id, Status.HELD)) == "outcome_not_valid"
    assert await told(house, booking) == []


async def test_another_counsellor_finds_nothing_to_change(house: House):
    _, booking = await booked(house)
    other = await house.new_counsellor("Omar Petit")
    for work in (
        house.desk.confirm(house.structure, other.id, booking.id),
        house.desk.cancel(house.structure, other.id, booking.id),
        house.desk.mark(house.structure, other.id, booking.id, Status.ATTENDED),
    ):
        assert await code_of(work) == "appointment_not_found"


async def test_forgetting_takes_what_was_shared_back_from_the_counsellor_too(house: House):
    counsellor, booking = await booked(house)
    await house.deliver_all()
    await house.appointments.forget_shared(house.structure, booking.seat)
    await house.deliver_all()

    (entry,) = await house.desk.appointments(house.structure, counsellor.id)
    assert (entry.booking.shared, entry.booking.status, entry.booking.sequence) == ((), Status.BOOKED, 1)
    assert "Le permis" not in house.mailbox.messages()[1].as_string()
    assert await house.query("SELECT count(*) FROM booking WHERE 'Le permis' = ANY (shared)") == [(0,)]


async def test_wrong_hours_are_refused_with_a_sentence(house: House):
    counsellor = await house.new_counsellor()
    now = house.clock()
    wrong = house.availability.declare_absence(house.structure, counsellor.id, Interval(now, now))
    assert await code_of(wrong) == "hours_not_valid"
