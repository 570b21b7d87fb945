"""The counsellor's own calendar, on a real Radicale: written once, never overwritten, read as it stands."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

import httpx
import pytest

from game_server.adapters.caldav.events import busy_times
from game_server.adapters.caldav.local_server import LocalCalendarServer
from game_server.application.appointments.ports import CalendarUnreachable
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import Booking, CaldavAccount, ConflictKind, Counsellor, Status
from game_server.application.refusals import RefusedRequest
from tests.appointments.conftest import House


@dataclass
class Desk:
    """One counsellor with a calendar, and what the counsellor does there with another program."""

    house: House
    counsellor: Counsellor
    account: CaldavAccount
    http: httpx.AsyncClient
    shared: list[str] = field(default_factory=lambda: ["Le permis"])

    async def book(self, place: int = 0, mission: str = "last") -> Booking:
        seat = await self.house.new_seat(self.counsellor)
        offer = (await self.house.first_offers(seat))[place]
        return await self.house.appointments.book(self.house.structure, seat, mission, offer, mission, self.shared)

    async def file(self, uid: str) -> httpx.Response:
        return await self.http.get(f"{self.account.url}{uid}.ics")

    async def write(self, name: str, text: str) -> None:
        answer = await self.http.put(f"{self.account.url}{name}.ics", content=text.encode())
        assert answer.status_code in (201, 204), answer.text

    async def write_event(self, name: str, *lines: str) -> None:
        body = ["BEGIN:VEVENT", f"UID:{name}", "DTSTAMP:20270101T000000Z", "SUMMARY:x", *lines, "END:VEVENT"]
        await self.write(name, "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:t", *body, "END:VCALENDAR", ""]))

    async def uids(self) -> list[str]:
        text = (await self.http.get(self.account.url)).text
        return [line.removeprefix("UID:") for line in text.splitlines() if line.startswith("UID:")]

    async def conflicts(self) -> list[ConflictKind]:
        await self.house.calendars.read(self.counsellor)
        entries = await self.house.desk.appointments(self.house.structure, self.counsellor.id)
        return [it.kind for entry in entries for it in entry.conflicts]

    async def starts(self) -> list[str]:
        await self.house.calendars.read(self.counsellor)
        free = await self.house.desk.free(self.house.structure, self.counsellor.id)
        return [it.start.astimezone(self.house.place.zone).strftime("%d %H:%M") for it in free]


@pytest.fixture
async def desk(house: House, radicale: LocalCalendarServer) -> AsyncIterator[Desk]:
    account = await radicale.make_calendar("nadia", "work")
    counsellor = await house.new_counsellor(account=account)
    async with httpx.AsyncClient(auth=(account.user, account.password), trust_env=False) as http:
        yield Desk(house, counsellor, account, http)


async def test_an_appointment_is_created_moved_and_removed_under_one_uid_with_rising_sequence(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    created = await desk.file(booked.uid)
    assert f"UID:{booked.uid}" in created.text
    assert "SEQUENCE:0" in created.text
    assert "DTSTART;TZID=Europe/Paris:20270323T090000" in created.text
    assert not any(word in created.text for word in ("METHOD", "ORGANIZER", "ATTENDEE"))

    moved = await house.desk.move(
        house.structure, desk.counsellor.id, booked.id, booked.local_start + timedelta(days=7)
    )
    await house.deliver_all()
    assert (moved.uid, moved.sequence) == (booked.uid, 1)
    after = (await desk.file(booked.uid)).text
    assert "SEQUENCE:1" in after
    assert "DTSTART;TZID=Europe/Paris:20270330T090000" in after

    await house.desk.cancel(house.structure, desk.counsellor.id, booked.id)
    await house.deliver_all()
    assert (await desk.file(booked.uid)).status_code == 404
    assert await house.query("SELECT DISTINCT state FROM delivery") == [("done",)]


async def test_by_caldav_the_mail_is_a_notice_without_a_calendar_part(desk: Desk):
    await desk.book()
    await desk.house.deliver_all()
    (mail,) = desk.house.mailbox.messages()
    assert [it.get_content_type() for it in mail.walk()] == ["text/plain"]


async def test_the_event_holds_the_first_name_and_what_was_shared_and_nothing_else_of_the_person(desk: Desk):
    booked = await desk.book()
    await desk.house.deliver_all()
    file = (await desk.file(booked.uid)).text
    assert "SUMMARY:Rendez-vous avec Inès" in file
    assert "DESCRIPTION:Le permis" in file
    assert "+336" not in file
    assert str(booked.seat) not in file


async def test_the_event_is_read_back_from_the_server_itself(desk: Desk):
    house, booked = desk.house, await desk.book()
    assert await house.desk.read_back(house.structure, booked.uid) is None
    await house.deliver_all()
    read = await house.desk.read_back(house.structure, booked.uid)
    assert (read.uid, read.start, read.time_zone) == (booked.uid, booked.local_start, "Europe/Paris")


async def test_an_event_that_the_counsellor_edited_is_not_overwritten_and_shows_as_a_conflict(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    edited = (await desk.file(booked.uid)).text.replace("SUMMARY:Rendez-vous", "SUMMARY:Important - rendez-vous")
    await desk.write(booked.uid, edited)
    house.clock.forward(minutes=1)

    await house.desk.move(house.structure, desk.counsellor.id, booked.id, booked.local_start + timedelta(days=7))
    await house.deliver_all()

    assert "Important" in (await desk.file(booked.uid)).text
    assert ("conflict", "edited_elsewhere") in await house.query("SELECT state, reason FROM delivery")
    assert await desk.conflicts() == [ConflictKind.MOVED]

    await house.desk.settle(house.structure, desk.counsellor.id, booked.id, "ours")
    await house.deliver_all()
    assert "DTSTART;TZID=Europe/Paris:20270330T090000" in (await desk.file(booked.uid)).text
    house.clock.forward(minutes=1)
    assert await desk.conflicts() == []


async def test_an_event_moved_in_the_calendar_is_listed_and_may_move_the_appointment(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    house.clock.forward(minutes=1)
    file = (await desk.file(booked.uid)).text
    await desk.write(booked.uid, file.replace("20270323T09", "20270324T15"))
    assert await desk.conflicts() == [ConflictKind.MOVED]
    assert "24 15:00" not in await desk.starts()

    moved = await house.desk.settle(house.structure, desk.counsellor.id, booked.id, "calendar")
    await house.deliver_all()

    assert moved.local_start.strftime("%d %H:%M") == "24 15:00"
    assert [it.kind.value for it in await house.appointments.notices(house.structure, booked.seat)] == ["moved"]
    house.clock.forward(minutes=1)
    assert await desk.conflicts() == []


async def test_an_event_deleted_in_the_calendar_is_reported_and_not_brought_back(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    house.clock.forward(minutes=1)
    await desk.http.delete(f"{desk.account.url}{booked.uid}.ics")
    assert await desk.conflicts() == [ConflictKind.DELETED]

    await house.desk.move(house.structure, desk.counsellor.id, booked.id, booked.local_start + timedelta(days=7))
    await house.deliver_all()

    assert (await desk.file(booked.uid)).status_code == 404
    assert ("conflict", "deleted_elsewhere") in await house.query("SELECT state, reason FROM delivery")


class CutAfterPut:
    """A proxy that passes one PUT on, then drops the line before the answer; everything after goes through."""

    def __init__(self, port: int) -> None:
        self.upstream = port
        self.cuts = 0
        self.cut_next = True

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            head = await reader.readuntil(b"\r\n\r\n")
            lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            body = await reader.readexactly(int(lengths[0].split(b":")[1])) if lengths else b""
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.upstream)
            far_writer.write(head.replace(b"Connection: keep-alive", b"Connection: close") + body)
            answer = await far_reader.read()
            far_writer.close()
            if head.startswith(b"PUT") and self.cut_next:
                self.cuts, self.cut_next = self.cuts + 1, False
                writer.transport.abort()
                return
            writer.write(answer)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def proxied(port: int) -> AsyncIterator[tuple[CutAfterPut, int]]:
    proxy = CutAfterPut(port)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    try:
        yield proxy, server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def through(desk: Desk, port: int) -> None:
    url = desk.account.url.replace(str(httpx.URL(desk.account.url).port), str(port))
    await desk.house.query("UPDATE counsellor_calendar SET caldav_url = :url RETURNING staff", url=url)


async def test_an_answer_lost_after_the_event_was_stored_makes_no_second_event(
    desk: Desk, radicale: LocalCalendarServer
):
    house, booked = desk.house, await desk.book()
    async with proxied(radicale.port) as (proxy, port):
        await through(desk, port)
        await house.deliver_all()
        assert proxy.cuts == 1
        assert await house.query("SELECT state FROM delivery WHERE channel = 'caldav'") == [("pending",)]
        house.clock.forward(seconds=6)
        await house.deliver_all()

    assert await house.query("SELECT state, reason FROM delivery WHERE channel = 'caldav'") == [
        ("done", "already_there")
    ]
    assert await desk.uids() == [booked.uid]


async def test_a_move_after_a_creation_whose_answer_was_lost_replaces_our_own_older_event(
    desk: Desk, radicale: LocalCalendarServer
):
    house, booked = desk.house, await desk.book()
    async with proxied(radicale.port) as (_, port):
        await through(desk, port)
        await house.deliver_all()
        await house.desk.move(house.structure, desk.counsellor.id, booked.id, booked.local_start + timedelta(days=7))
        await house.deliver_all()

    assert await house.query("SELECT sequence, state FROM delivery WHERE channel = 'caldav' ORDER BY sequence") == [
        (0, "superseded"),
        (1, "done"),
    ]
    assert "20270330T090000" in (await desk.file(booked.uid)).text
    assert await desk.uids() == [booked.uid]


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
    await through(desk, server.sockets[0].getsockname()[1])
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
    assert len(busy_times(texts, window, desk.counsellor)) == 7000


async def test_one_unreadable_event_hides_no_other(desk: Desk):
    good = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    window = Interval(desk.house.clock(), desk.house.clock() + timedelta(days=42))
    texts = ["nothing like a calendar", good.format("not a date"), "", good.format("20270324T090000Z")]
    assert [it.uid for it in busy_times(texts, window, desk.counsellor)] == ["a"]
