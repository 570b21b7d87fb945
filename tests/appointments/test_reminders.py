"""Reminders: tied to the revision they announce, chosen by the person, never at night, discreet.

Spec: B10
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from game_server.application.appointments.reminders import ReminderChoice, ReminderMoment, ReminderWay, awake
from game_server.application.appointments.words import MEETING, Booking, Progress, Status
from game_server.application.refusals import RefusedRequest
from tests.appointments.house import House

ALL = tuple(ReminderMoment)


async def book_ahead(house: House, days: int) -> Booking:
    """A meeting more than so many days ahead."""
    counsellor = await house.new_counsellor(terms=replace(MEETING, step=timedelta(hours=4)))
    seat = await house.new_seat(counsellor)
    slots = (await house.appointments.slots(house.structure, seat)).slots
    offer = next(it.token for it in slots if it.start - house.clock() > timedelta(days=days))
    return await house.appointments.book(house.structure, seat, "last", offer, "key")


async def kinds(house: House, booking: Booking) -> list[str]:
    return [it.kind.value for it in await house.appointments.notices(house.structure, booking.seat)]


async def live_through(house: House, until: datetime) -> list[datetime]:
    """Let the hours pass one by one; when something was sent."""
    sent = []
    while house.clock() < until:
        house.clock.forward(hours=1)
        if await house.reminding.run_once():
            sent.append(house.clock())
        await house.deliver_all()
    return sent


async def test_seven_days_two_days_and_the_morning_itself_in_the_app_and_by_mail(house: House):
    booked = await book_ahead(house, 7)
    choice = ReminderChoice((ReminderWay.APP, ReminderWay.EMAIL), ALL, email="ines@mail.example")
    await house.reminding.choose(house.structure, booked.seat, choice)

    sent = await live_through(house, booked.during.start)

    before = [round((booked.during.start - it) / timedelta(days=1)) for it in sent]
    assert before == [7, 2, 0]
    assert sent[-1].astimezone(house.place.zone).hour == 8
    assert await kinds(house, booked) == ["reminder"] * 3
    mails = [it for it in house.mailbox.messages() if it["to"] == "ines@mail.example"]
    assert len(mails) == 3
    for mail in mails:
        assert not any(word in mail.as_string() for word in ("Nadia", "Ferrand", "Mission Locale", "Inès"))


async def test_a_meeting_that_was_moved_is_announced_only_at_its_new_time(house: House):
    booked = await book_ahead(house, 3)
    later = booked.during.start + timedelta(days=14)
    await house.desk.move(house.structure, booked.counsellor, booked.id, later)

    sent = await live_through(house, later)

    assert all(it > booked.during.start for it in sent)
    assert [(later - it) < timedelta(days=3) for it in sent] == [True, True]


async def test_a_meeting_that_was_cancelled_is_never_announced_even_when_the_mail_was_already_waiting(house: House):
    booked = await book_ahead(house, 3)
    choice = ReminderChoice((ReminderWay.EMAIL,), ALL, email="ines@mail.example")
    await house.reminding.choose(house.structure, booked.seat, choice)
    house.clock.now = booked.during.start - timedelta(days=2)
    assert await house.reminding.run_once() == 1
    await house.appointments.own.cancel(house.structure, booked.seat, booked.id)

    await live_through(house, booked.during.start)

    assert [it for it in house.mailbox.messages() if it["to"] == "ines@mail.example"] == []


async def test_what_was_due_while_the_server_was_away_waits_for_the_morning_or_is_dropped(house: House):
    booked = await book_ahead(house, 3)
    due = booked.during.start - timedelta(days=2)
    house.clock.now = datetime.combine(due.date(), time(21, 30), tzinfo=UTC)
    assert await house.reminding.run_once() == 0
    assert await kinds(house, booked) == []
    await live_through(house, house.clock() + timedelta(hours=13))
    assert len(await kinds(house, booked)) <= 1


async def test_nothing_is_planned_for_a_meeting_so_near_that_its_booking_is_the_reminder(house: House):
    booked = await book_ahead(house, 1)
    moments = await house.query("SELECT moment FROM reminder WHERE booking = :it", it=booked.id)
    assert moments == [("morning",)]


async def test_a_way_without_an_address_is_refused(house: House):
    booked = await book_ahead(house, 3)
    with pytest.raises(RefusedRequest) as caught:
        await house.reminding.choose(house.structure, booked.seat, ReminderChoice((ReminderWay.SMS,), ALL))
    assert caught.value.code == "contact_missing"


@pytest.mark.parametrize(
    ("local", "expected"),
    [("2027-03-23T07:59", "2027-03-23T08:00"), ("2027-03-23T20:00", "2027-03-24T08:00"), ("2027-03-23T12:00", None)],
)
def test_the_night_ends_at_eight_in_the_place_itself(local: str, expected: str | None):
    zone = ZoneInfo("Indian/Reunion")
    instant = datetime.fromisoformat(local).replace(tzinfo=zone)
    assert awake(instant, zone) == datetime.fromisoformat(expected or local).replace(tzinfo=zone)


async def test_what_was_decided_is_asked_again_after_seven_and_thirty_days(house: House):
    booked = await book_ahead(house, 1)
    house.clock.now = booked.during.end
    await house.desk.mark(house.structure, booked.counsellor, booked.id, Status.ATTENDED, "Appeler l’auto-école")
    house.clock.forward(days=8)
    await house.reminding.run_once()
    (question,) = await house.reminding.follow_ups(house.structure, booked.seat)
    assert (question.days, question.what) == (7, "Appeler l’auto-école")
    await house.reminding.answer(house.structure, booked.seat, question.id, Progress.UNDER_WAY)
    assert await house.reminding.follow_ups(house.structure, booked.seat) == []
    house.clock.forward(days=22)
    await house.reminding.run_once()
    assert [it.days for it in await house.reminding.follow_ups(house.structure, booked.seat)] == [30]
    assert await kinds(house, booked) == ["follow_up", "follow_up"]


async def test_somebody_who_did_not_come_is_asked_nothing_and_may_book_again(house: House):
    booked = await book_ahead(house, 1)
    house.clock.now = booked.during.end
    await house.desk.mark(house.structure, booked.counsellor, booked.id, Status.NO_SHOW)
    offer = (await house.first_offers(booked.seat))[0]
    again = await house.appointments.book(house.structure, booked.seat, None, offer, "again")
    assert again.status is Status.BOOKED
    assert await house.query("SELECT count(*) FROM follow_up") == [(0,)]
