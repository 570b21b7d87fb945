"""Writing to the counsellor's own calendar, a real Radicale: once, in order, and nothing of theirs overwritten.

Spec: B7 B8 B9 B11
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from game_server.adapters.caldav.local_server import LocalCalendarServer
from game_server.application.appointments.words import ConflictKind
from tests.appointments.desks import Desk


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


async def test_an_event_that_the_counsellor_moves_in_the_calendar_moves_the_appointment_and_is_not_overwritten(
    desk: Desk,
):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    house.clock.forward(minutes=2)
    file = (
        (await desk.file(booked.uid)).text.replace("20270323T09", "20270324T15").replace("SUMMARY:", "SUMMARY:À moi ")
    )
    await desk.write(booked.uid, file)

    assert await house.calendars.read_stale() == 1

    (mine,) = await house.appointments.mine(house.structure, booked.seat)
    assert (mine.uid, mine.local_start.strftime("%d %H:%M")) == (booked.uid, "24 15:00")
    assert [it.kind.value for it in await house.appointments.notices(house.structure, booked.seat)] == ["moved"]
    proofs = await house.appointments.proofs(house.structure, [mine], {desk.counsellor.id: "Odile Petit"})
    assert proofs[mine.id].replace("\N{NO-BREAK SPACE}", " ") == (
        "Dans l’agenda d’Odile Petit depuis le 22 mars 2027 à 9 h 02"
    )
    await house.deliver_all()
    assert "SUMMARY:À moi" in (await desk.file(booked.uid)).text
    assert "24 15:00" not in await desk.starts()
    assert await desk.conflicts() == []


async def test_an_appointment_moved_by_its_counsellor_in_the_calendar_can_still_be_moved_by_its_owner(desk: Desk):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    house.clock.forward(minutes=2)
    await desk.write(booked.uid, (await desk.file(booked.uid)).text.replace("20270323T09", "20270324T15"))
    await house.calendars.read_stale()

    offer = (await house.first_offers(booked.seat))[8]
    moved = await house.appointments.own.move(house.structure, booked.seat, booked.id, offer)
    await house.deliver_all()

    stamp = moved.local_start.strftime("%Y%m%dT%H%M%S")
    assert f"DTSTART;TZID=Europe/Paris:{stamp}" in (await desk.file(booked.uid)).text


async def test_an_event_moved_onto_another_appointment_is_a_conflict_and_stays_where_both_put_it(desk: Desk):
    house, first = desk.house, await desk.book()
    second = await desk.book(4, "other")
    await house.deliver_all()
    house.clock.forward(minutes=2)
    was, now = (it.local_start.strftime("%Y%m%dT%H") for it in (first, second))
    text = (await desk.file(first.uid)).text.replace(was, now)
    await desk.write(first.uid, text)

    assert ConflictKind.MOVED in await desk.conflicts()
    (mine,) = await house.appointments.mine(house.structure, first.seat)
    assert mine.during == first.during
    assert [it.kind.value for it in await house.appointments.notices(house.structure, first.seat)] == ["may_change"]

    await desk.write(first.uid, text.replace(now, "20270325T16"))
    settled = await house.desk.settle(house.structure, desk.counsellor.id, first.id, "calendar")
    assert settled.local_start.strftime("%d %H") == "25 16"


async def test_a_calendar_that_has_not_changed_is_not_read_again_and_counts_as_read(desk: Desk):
    house = desk.house
    await desk.book()
    await house.deliver_all()
    house.clock.forward(minutes=2)
    assert await house.calendars.read_stale() == 1
    asked: list[str] = []
    true_send = house.wire.send

    async def send(account: object, method: str, *rest: object, **named: object) -> object:
        asked.append(method)
        return await true_send(account, method, *rest, **named)

    house.wire.send = send
    house.clock.forward(minutes=2)
    assert await house.calendars.read_stale() == 1
    assert asked == ["PROPFIND"]
    house.clock.forward(minutes=90)
    await house.calendars.read_stale()
    assert asked == ["PROPFIND", "PROPFIND", "REPORT"]


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


async def test_an_answer_lost_after_the_event_was_stored_makes_no_second_event(
    desk: Desk, radicale: LocalCalendarServer
):
    house, booked = desk.house, await desk.book()
    async with proxied(radicale.port) as (proxy, port):
        await desk.reach_through(port)
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
        await desk.reach_through(port)
        await house.deliver_all()
        await house.desk.move(house.structure, desk.counsellor.id, booked.id, booked.local_start + timedelta(days=7))
        await house.deliver_all()

    assert await house.query("SELECT sequence, state FROM delivery WHERE channel = 'caldav' ORDER BY sequence") == [
        (0, "superseded"),
        (1, "done"),
    ]
    assert "20270330T090000" in (await desk.file(booked.uid)).text
    assert await desk.uids() == [booked.uid]
