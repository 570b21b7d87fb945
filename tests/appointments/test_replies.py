"""What the counsellor's mail program answers, read from a real mailbox over IMAP and acted upon.

Spec: B9
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from game_server.adapters.imap.mailbox import ImapMailbox, MailAccount, account_at
from game_server.application.appointments.replies import InboxUnreachable, ReplyReader
from game_server.application.appointments.words import Booking, Counsellor, Reply, Status
from tests.appointments.house import House
from tests.appointments.imap_server import imap_server, put, reply


@dataclass
class Answers:
    """One appointment by invitation, and the mailbox of its answers."""

    house: House
    counsellor: Counsellor
    booking: Booking
    account: MailAccount
    reader: ReplyReader

    async def come(self, answer: str, **changed: object) -> list[str]:
        """Let an answer arrive and read it."""
        said = {"uid": self.booking.uid, "sequence": 0, "attendee": self.counsellor.email, **changed}
        await put(self.account, reply(answer=answer, **said))
        return await self.reader.run_once()

    async def mine(self) -> Booking:
        return (await self.house.appointments.mine(self.house.structure, self.booking.seat))[0]

    async def told(self) -> list[str]:
        return [it.kind.value for it in await self.house.appointments.notices(self.house.structure, self.booking.seat)]


@pytest.fixture
async def answers(house: House) -> AsyncIterator[Answers]:
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    booking = await house.appointments.book(house.structure, seat, "last", (await house.first_offers(seat))[0], "key")
    async with imap_server() as account:
        reader = ReplyReader(house.store, ImapMailbox(account), house.messages, house.clock)
        yield Answers(house, counsellor, booking, account, reader)


async def test_accepted_confirms_the_appointment_and_the_young_person_is_told_once(answers: Answers):
    assert await answers.come("ACCEPTED") == ["accepted"]
    assert await answers.come("ACCEPTED", name="2") == ["accepted"]
    assert (await answers.mine()).confirmed_at == answers.house.clock()
    assert await answers.told() == ["confirmed"]


async def test_declined_deletes_nothing_tells_the_young_person_and_lets_them_take_another_time(answers: Answers):
    assert await answers.come("DECLINED") == ["declined"]
    mine = await answers.mine()
    assert (mine.status, mine.answer, mine.confirmed_at) == (Status.BOOKED, Reply.DECLINED, None)
    assert await answers.told() == ["declined"]
    (entry,) = await answers.house.desk.appointments(answers.house.structure, answers.counsellor.id)
    assert entry.booking.answer is Reply.DECLINED

    offer = (await answers.house.first_offers(mine.seat))[4]
    moved = await answers.house.appointments.own.move(answers.house.structure, mine.seat, mine.id, offer)
    assert (moved.uid, moved.sequence, moved.answer) == (mine.uid, 1, None)


async def test_an_answer_to_an_older_revision_changes_nothing(answers: Answers):
    house, booking = answers.house, answers.booking
    later = booking.during.start + timedelta(days=7)
    await house.desk.move(house.structure, answers.counsellor.id, booking.id, later)
    assert await answers.come("DECLINED", sequence=0) == ["old_revision"]
    assert (await answers.mine()).answer is None
    assert await answers.come("ACCEPTED", sequence=1, name="2") == ["accepted"]


@pytest.mark.parametrize(
    ("changed", "result"),
    [
        ({"sender": "somebody@else.example"}, "not_invited"),
        ({"attendee": "somebody@else.example"}, "not_invited"),
        ({"uid": "unknown@lille.example"}, "unknown_event"),
        ({"method": "REQUEST"}, "not_a_reply"),
    ],
)
async def test_what_does_not_come_from_the_person_invited_changes_nothing(
    answers: Answers, changed: dict[str, str], result: str
):
    assert await answers.come("DECLINED", **changed) == [result]
    assert (await answers.mine()).answer is None
    assert await answers.told() == []


async def test_the_same_mail_put_there_twice_counts_once_and_what_was_read_is_not_read_again(answers: Answers):
    assert await answers.come("DECLINED") == ["declined"]
    assert await answers.come("DECLINED") == ["read_before"]
    assert await answers.reader.run_once() == []


async def test_mails_that_nobody_can_read_hide_no_answer(answers: Answers):
    for broken in (b"", b"nothing", b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n"):
        await put(answers.account, b"Subject: x\r\n" + broken)
    assert await answers.come("ACCEPTED") == ["not_a_reply"] * 3 + ["accepted"]


async def test_a_mailbox_that_refuses_or_is_away_is_said_and_stops_nothing(answers: Answers):
    wrong = replace(answers.account, password="wrong")
    with pytest.raises(InboxUnreachable, match="refused"):
        await ImapMailbox(wrong).unread()
    nobody = replace(answers.account, port=1)
    with pytest.raises(InboxUnreachable, match="silent"):
        await ImapMailbox(nobody).unread()
    away = replace(answers.reader, inbox=ImapMailbox(nobody))
    assert await away.run_once() == []


def test_an_address_of_the_settings_names_server_folder_and_account():
    found = account_at("imaps://rdv%40lille.fr:mot%2Fde@mail.example/R%C3%A9ponses")
    assert found == MailAccount("mail.example", 993, "rdv@lille.fr", "mot/de", "Réponses", tls=True)
