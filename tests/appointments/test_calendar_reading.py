"""Reading the counsellor's own calendar: what keeps them busy, what contradicts a booking, and when it is silent."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from game_server.adapters.caldav.events import busy_times
from game_server.adapters.caldav.local_server import LocalCalendarServer
from game_server.application.appointments.ports import CalendarUnreachable
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import ConflictKind, Status
from game_server.application.refusals import RefusedRequest
from tests.appointments.desks import Desk


@pytest.mark.parametrize(
    ("lines", "busy"),
    [
        (["DTSTART;VALUE=DATE:20270324"], ["24 09:00", "24 16:30"]),
        (["DTSTART:20270324T100000", "DTEND:20270324T103000"], ["24 10:00"]),
        (["DTSTART:20270324T090000Z", "DTEND:20270324T093000Z"], ["24 10:00"]),
        (["DTSTART:20270324T101500"], ["24 10:00"]),
        (["DTSTART:20270324T100000", "DURATION:PT1H"], ["24 10:00", "24 10:30"]),
        (["DTSTART:20270310T100000", "DTEND:20270310T103000", "RRULE:FREQ=WEEKLY"], ["24 10:00", "31 10:00"]),
    ],
    ids=["whole day", "floating", "utc", "no end", "duration", "weekly without TRANSP"],
)
async def test_what_keeps_the_counsellor_busy_is_not_offered(desk: Desk, lines: list[str], busy: list[str]):
    before = await desk.starts()
    await desk.write_event("own-event", *lines)
    after = await desk.starts()
    assert set(busy) <= set(before)
    assert not set(busy) & set(after)


@pytest.mark.parametrize(
    "line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "ATTENDEE;PARTSTAT=DECLINED:mailto:{email}"]
)
async def test_what_is_free_cancelled_or_declined_keeps_nobody_busy(desk: Desk, line: str):
    before = await desk.starts()
    times = ("DTSTART:20270324T090000Z", "DTEND:20270324T160000Z")
    await desk.write_event("own-event", *times, line.format(email=desk.counsellor.email))
    assert await desk.starts() == before


async def test_one_occurrence_moved_by_hand_frees_its_old_time_and_takes_the_new_one(desk: Desk):
    series = ["DTSTART:20270310T100000", "DTEND:20270310T103000", "RRULE:FREQ=WEEKLY"]
    moved = ["RECURRENCE-ID:20270324T100000", "DTSTART:20270324T140000", "DTEND:20270324T143000"]
    common = ["UID:series", "DTSTAMP:20270101T000000Z", "SUMMARY:x"]
    events = ["BEGIN:VEVENT", *common, *series, "END:VEVENT", "BEGIN:VEVENT", *common, *moved, "END:VEVENT"]
    await desk.write(
        "series", "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:t", *events, "END:VCALENDAR", ""])
    )
    starts = await desk.starts()
    assert "24 10:00" in starts
    assert "24 14:00" not in starts
    assert "31 10:00" not in starts


async def test_an_event_that_becomes_free_gives_its_time_back(desk: Desk):
    times = ("DTSTART:20270324T090000Z", "DTEND:20270324T093000Z")
    await desk.write_event("own-event", *times)
    assert "24 10:00" not in await desk.starts()
    await desk.write_event("own-event", *times, "TRANSP:TRANSPARENT")
    assert "24 10:00" in await desk.starts()


async def test_an_outside_event_over_an_appointment_is_told_to_both_once(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    await desk.write_event("own-event", "DTSTART:20270323T080000Z", "DTEND:20270323T090000Z")
    house.clock.forward(minutes=2)

    for _ in range(3):
        await house.calendars.read_stale()
        house.clock.forward(minutes=2)
    await house.deliver_all()

    assert await desk.conflicts() == [ConflictKind.OVERLAP]
    assert [it.kind.value for it in await house.appointments.notices(house.structure, booked.seat)] == ["may_change"]
    assert [it["subject"].startswith("À vérifier") for it in house.mailbox.messages()].count(True) == 1


async def test_an_event_added_after_the_slots_were_shown_is_seen_before_booking(desk: Desk):
    house = desk.house
    seat = await house.new_seat(desk.counsellor)
    offer = (await house.first_offers(seat))[0]
    await desk.write_event("own-event", "DTSTART:20270323T080000Z", "DTEND:20270323T090000Z")
    house.clock.forward(minutes=3)

    with pytest.raises(RefusedRequest) as caught:
        await house.appointments.book(house.structure, seat, "last", offer, "a")

    assert caught.value.code == "slot_taken"
    assert await house.query("SELECT count(*) FROM booking") == [(0,)]


async def test_a_calendar_that_does_not_answer_stops_no_booking_and_is_marked(desk: Desk):
    house = desk.house

    async def silent(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    await desk.reach_through(server.sockets[0].getsockname()[1])
    booked = await desk.book()
    server.close()
    assert booked.calendar_checked is False
    assert booked.status is Status.BOOKED
    assert await house.query("SELECT state FROM delivery WHERE channel = 'caldav'") == [("pending",)]


async def test_a_wrong_password_is_refused_at_set_up_and_ends_deliveries_later(desk: Desk):
    house = desk.house
    wrong = replace(desk.counsellor, account=replace(desk.account, password="wrong"))
    with pytest.raises(RefusedRequest) as caught:
        await house.availability.save_calendar(wrong)
    assert caught.value.details["reason"] == "refused"

    async with house.store.within(house.structure) as rows:
        await rows.save_counsellor(wrong)
    await desk.book()
    await house.deliver_all()
    assert ("caldav", "dead", "refused") in await house.query("SELECT channel, state, reason FROM delivery")


async def test_an_address_that_is_no_calendar_is_said_so(desk: Desk, radicale: LocalCalendarServer):
    page = replace(desk.account, url=f"{radicale.url}.web/")
    with pytest.raises(CalendarUnreachable):
        await desk.house.server.check(page)


async def test_the_password_is_sealed_in_the_database_and_absent_from_words(desk: Desk):
    ((secret,),) = await desk.house.query("SELECT caldav_secret FROM counsellor_calendar")
    assert desk.account.password not in secret
    assert desk.account.password not in repr(desk.counsellor)


async def test_seven_thousand_events_are_all_read(desk: Desk):
    body = ["BEGIN:VEVENT", "UID:{uid}", "DTSTAMP:20270101T000000Z", "DTSTART:{at:%Y%m%dT%H%M%SZ}", "END:VEVENT"]
    file = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:t", *body, "END:VCALENDAR", ""])
    start = desk.house.clock()
    texts = [file.format(uid=place, at=start + timedelta(minutes=5 * place)) for place in range(7000)]
    window = Interval(start, start + timedelta(days=42))
    assert len(busy_times([(it, None) for it in texts], window, desk.counsellor)) == 7000


async def test_one_unreadable_event_hides_no_other(desk: Desk):
    good = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    window = Interval(desk.house.clock(), desk.house.clock() + timedelta(days=42))
    texts = ["nothing like a calendar", good.format("not a date"), "", good.format("20270324T090000Z")]
    assert [it.uid for it in busy_times([(it, None) for it in texts], window, desk.counsellor)] == ["a"]
