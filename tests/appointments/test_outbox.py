"""The outbox: at least once, in order, the same bytes, through mail servers that fail in every way.

Spec: B7 B10
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope

from game_server.adapters.postgres.appointments_outbox import SqlOutgoing
from game_server.application.appointments.outbox import LEASE
from game_server.application.appointments.sending import Outcome, Verdict
from game_server.application.appointments.words import Booking, Channel, Counsellor
from tests.appointments.house import House


class MoodyMailServer:
    """Answers with what the test lists, then takes everything; `cut` closes the line after the message is kept."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.kept: list[bytes] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Any, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.answers and self.answers[0] != "cut":
            return self.answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Any, envelope: Envelope
    ) -> str:
        self.kept.append(envelope.original_content)
        if self.answers and self.answers.pop(0) == "cut":
            server.transport.abort()
        return "250 kept"


@asynccontextmanager
async def listening(moody: MoodyMailServer) -> AsyncIterator[int]:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(moody, hostname="localhost", loop=loop), "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def booked_by_mail(house: House) -> tuple[Counsellor, Booking]:
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offer = (await house.first_offers(seat))[0]
    return counsellor, await house.appointments.book(house.structure, seat, "last", offer, "a", ["Le permis"])


async def states(house: House) -> list[tuple[object, ...]]:
    return await house.query("SELECT method, sequence, state, reason FROM delivery ORDER BY sequence")


async def test_an_invitation_holds_text_html_a_calendar_part_and_the_same_file_attached(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    shared = ["Le permis", "<b>Un toit</b>"]
    offer = (await house.first_offers(seat))[0]
    booked = await house.appointments.book(house.structure, seat, "last", offer, "a", shared)
    await house.deliver_all()

    (mail,) = house.mailbox.messages()
    kinds = [it.get_content_type() for it in mail.walk()]
    assert kinds[:2] == ["multipart/mixed", "multipart/alternative"]
    assert kinds[2:] == ["text/plain", "text/html", "text/calendar", "application/ics"]
    calendar, attached = (it for it in mail.walk() if it.get_content_type() in ("text/calendar", "application/ics"))
    assert calendar.get_param("method") == "REQUEST"
    assert calendar["content-transfer-encoding"] == "base64"
    assert calendar.get_content().encode().splitlines() == attached.get_content().splitlines()
    assert mail["to"] == counsellor.email
    assert mail["message-id"] == f"<{booked.uid.partition('@')[0]}.0.request.i@lille.example>"
    assert "Le permis" in mail.get_body(("plain",)).get_content()
    page = mail.get_body(("html",)).get_content()
    assert "<li>Le permis</li><li>&lt;b&gt;Un toit&lt;/b&gt;</li>" in page
    assert '<a href="http://127.0.0.1/conseil">' in page
    assert await states(house) == [("REQUEST", 0, "done", None)]


async def test_a_mail_refused_for_now_is_sent_again_after_5_then_30_seconds_with_the_same_bytes(house: House):
    await booked_by_mail(house)
    moody = MoodyMailServer("450 later", "cut")
    async with listening(moody) as port:
        outbox = house.outbox_to(port)
        assert await outbox.run_once() == 1
        house.clock.forward(seconds=4)
        assert await outbox.run_once() == 0
        house.clock.forward(seconds=1)
        assert await outbox.run_once() == 1
        house.clock.forward(seconds=29)
        assert await outbox.run_once() == 0
        house.clock.forward(seconds=1)
        assert await outbox.run_once() == 1

    first, second = moody.kept
    assert first == second
    assert await states(house) == [("REQUEST", 0, "done", None)]


async def test_an_address_refused_for_ever_is_dead_with_its_reason(house: House):
    await booked_by_mail(house)
    async with listening(MoodyMailServer("550 nobody here")) as port:
        await house.outbox_to(port).run_once()
    assert await states(house) == [("REQUEST", 0, "dead", "recipient_550")]


async def test_a_mail_server_down_for_an_hour_gets_the_mail_when_it_is_back(house: House):
    await booked_by_mail(house)
    moody = MoodyMailServer()
    async with listening(moody) as port:
        pass
    down = house.outbox_to(port)
    for _ in range(60):
        await down.run_once()
        house.clock.forward(minutes=1)
    async with listening(moody) as port:
        up = house.outbox_to(port)
        for _ in range(60):
            await up.run_once()
            house.clock.forward(minutes=1)

    assert len(moody.kept) == 1
    assert await states(house) == [("REQUEST", 0, "done", None)]


async def test_nothing_is_sent_once_the_meeting_has_begun(house: House):
    await booked_by_mail(house)
    house.clock.forward(days=60)
    async with listening(MoodyMailServer("450 later")) as port:
        await house.outbox_to(port).run_once()
    assert await states(house) == [("REQUEST", 0, "dead", "too_late_recipient_450")]


async def test_a_cancellation_takes_the_place_of_an_invitation_that_is_stuck(house: House):
    counsellor, booked = await booked_by_mail(house)
    async with listening(MoodyMailServer("450 later")) as port:
        await house.outbox_to(port).run_once()
    await house.desk.cancel(house.structure, counsellor.id, booked.id)
    await house.deliver_all()

    assert await states(house) == [("REQUEST", 0, "superseded", "recipient_450"), ("CANCEL", 1, "done", None)]
    (mail,) = house.mailbox.messages()
    part = next(it for it in mail.walk() if it.get_content_type() == "text/calendar")
    assert part.get_param("method") == "CANCEL"
    assert booked.uid in part.get_content().replace("\r\n ", "").replace("\n ", "")


async def test_a_cancellation_waits_for_an_invitation_that_is_being_sent(house: House):
    counsellor, booked = await booked_by_mail(house)
    outgoing = SqlOutgoing(house.database, house.box)
    (sending,) = await outgoing.claim(8, house.clock(), LEASE)
    await house.desk.cancel(house.structure, counsellor.id, booked.id)

    assert await outgoing.claim(8, house.clock(), LEASE) == []
    await outgoing.settle(sending, Outcome(Verdict.DONE), house.clock(), None)
    (next_one,) = await outgoing.claim(8, house.clock(), LEASE)
    assert next_one.delivery.sequence == 1


async def test_a_worker_killed_while_sending_leaves_its_message_to_another_after_the_lease(house: House):
    await booked_by_mail(house)
    outgoing = SqlOutgoing(house.database, house.box)
    (lost,) = await outgoing.claim(8, house.clock(), LEASE)
    assert await house.outbox.run_once() == 0

    house.clock.now += LEASE + timedelta(seconds=1)
    assert await house.outbox.run_once() == 1
    # The first worker wakes up after all: its word counts no more.
    await outgoing.settle(lost, Outcome(Verdict.DEAD, "late"), house.clock(), None)

    assert await states(house) == [("REQUEST", 0, "done", None)]
    assert len(house.mailbox.messages()) == 1


async def test_a_worker_killed_between_sending_and_noting_sends_a_copy_that_mail_programs_take_for_the_same(
    house: House,
):
    await booked_by_mail(house)
    (lost,) = await SqlOutgoing(house.database, house.box).claim(8, house.clock(), LEASE)
    await house.outbox.couriers[Channel.IMIP].deliver(lost)
    house.clock.now += LEASE + timedelta(seconds=1)
    await house.deliver_all()

    first, second = house.mailbox.messages()
    assert first["message-id"] == second["message-id"]
    assert first.as_bytes() == second.as_bytes()
    assert await states(house) == [("REQUEST", 0, "done", None)]


async def test_eight_workers_never_hold_the_same_message(house: House):
    counsellor = await house.new_counsellor()
    for place in range(12):
        seat = await house.new_seat(counsellor)
        await house.appointments.call_back(house.structure, seat, "last", [str(place)])
    outgoing = SqlOutgoing(house.database, house.box)

    lots = await asyncio.gather(*(outgoing.claim(2, house.clock(), LEASE) for _ in range(8)))

    claimed = [it.delivery.id for lot in lots for it in lot]
    assert len(claimed) == len(set(claimed)) == 12


async def test_sent_bytes_are_dropped_and_only_the_proof_is_kept(house: House):
    await booked_by_mail(house)
    await house.deliver_all()
    assert await house.query("SELECT payload FROM delivery") == [(None,)]
    seen = (await house.query("SELECT counsellor FROM booking"))[0][0]
    (entry,) = await house.desk.appointments(house.structure, seen)
    assert [(it.channel, it.state) for it in entry.sendings] == [(Channel.IMIP.value, "done")]


async def test_neither_a_name_nor_what_was_shared_reaches_the_log(house: House, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    counsellor = await house.new_counsellor("Nadia Canari")
    seat = await house.new_seat(counsellor, "Perroquet")
    offer = (await house.first_offers(seat))[0]
    await house.appointments.book(house.structure, seat, "last", offer, "a", ["secret-jaune"])
    async with listening(MoodyMailServer("450 later", "cut")) as port:
        outbox = house.outbox_to(port)
        await outbox.run_once()
        house.clock.forward(minutes=1)
        await outbox.run_once()

    ours = [it.getMessage() for it in caplog.records if not it.name.startswith(("aiosmtpd", "mail.log"))]
    for hidden in ("Canari", "Perroquet", "secret-jaune", "+336"):
        assert not any(hidden in line for line in ours)
