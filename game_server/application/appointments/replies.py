"""What counsellors' calendars answer to an invitation by mail (iMIP REPLY, RFC 6047), read and acted upon.

A reply counts when it comes from the person invited, about an event that we know, at its present revision. « Refusé »
never deletes anything: the young person is told and can choose another time, and the counsellor's page shows it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from hashlib import sha256
from typing import Protocol

from icalendar import Calendar, Event

from game_server.application.appointments.messages import Messages
from game_server.application.appointments.ports import AppointmentStore, Clock, Contention, Rows
from game_server.application.appointments.words import Booking, NoticeKind, Reply, Status


class InboxUnreachable(Exception):  # noqa: N818 - a state of the outside world
    """The mailbox did not let us in; `args[0]` is one of `refused`, `no_folder`, `silent`."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One unread mail and its number in the mailbox."""

    number: str
    body: bytes


class Inbox(Protocol):
    """The mailbox. Both methods raise `InboxUnreachable`."""

    async def unread(self) -> list[Letter]:
        """Give unread mails, oldest first."""

    async def handled(self, numbers: list[str]) -> None:
        """Mark these as read."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a mail says: who writes, about which event at which revision, and what they answer."""

    message_id: str
    sender: str
    attendee: str
    uid: str
    sequence: int
    answer: Reply | None


@dataclass(frozen=True, slots=True)
class ReplyReader:
    """Reads the mailbox; each mail is acted upon once, however often it is read."""

    store: AppointmentStore
    inbox: Inbox
    messages: Messages
    clock: Clock

    async def run_once(self) -> list[str]:
        """Read what is unread and give what became of each; nothing when the mailbox is away."""
        try:
            letters = await self.inbox.unread()
            results = [await self._take(it) for it in letters]
            await self.inbox.handled([it.number for it in letters])
        except (InboxUnreachable, Contention):
            return []
        return results

    async def _take(self, letter: Letter) -> str:
        answered = read_reply(letter.body)
        if answered is None or answered.answer is None:
            return "not_a_reply"
        structure = await self.store.structure_of(answered.uid)
        if structure is None:
            return "unknown_event"
        async with self.store.within(structure) as rows:
            if not await rows.first_reading(answered.message_id, self.clock()):
                return "read_before"
            return await self._act(rows, answered, answered.answer)

    async def _act(self, rows: Rows, answered: Answered, answer: Reply) -> str:
        booking = await rows.booking_with_uid(answered.uid)
        counsellor = None if booking is None else await rows.counsellor(booking.counsellor)
        if booking is None or counsellor is None:
            return "unknown_event"
        if {answered.sender, answered.attendee} != {counsellor.email.lower()}:
            return "not_invited"
        now = self.clock()
        await rows.lock([booking.counsellor], [] if booking.seat is None else [booking.seat], now)
        booking = await rows.booking(booking.id) or booking
        if answered.sequence < booking.sequence:
            return "old_revision"
        if booking.status is not Status.BOOKED or booking.during.start <= now:
            return "over"
        await self._note(rows, booking, answer, now)
        return answer.value

    async def _note(self, rows: Rows, booking: Booking, answer: Reply, now: datetime) -> None:
        confirmed = now if answer is Reply.ACCEPTED else None
        noted = replace(booking, answer=answer, confirmed_at=confirmed)
        if noted == replace(booking, confirmed_at=confirmed):
            return
        await rows.save(noted, answer.value, by_staff=True, at=now)
        kind = {Reply.ACCEPTED: NoticeKind.CONFIRMED, Reply.DECLINED: NoticeKind.DECLINED}.get(answer)
        if kind is not None and booking.seat is not None:
            await rows.notify(self.messages.notice(noted, booking.seat, kind, now))


def read_reply(body: bytes) -> Answered | None:
    """The reply in a mail; None for every other mail, and for one that cannot be read."""
    message = message_from_bytes(body, policy=default)
    part = next((it for it in message.walk() if it.get_content_type() == "text/calendar"), None)
    if not isinstance(part, EmailMessage):
        return None
    try:
        calendar = Calendar.from_ical(part.get_content())
        if not isinstance(calendar, Calendar) or str(calendar.get("method", "")).upper() != "REPLY":
            return None
        event = next(it for it in calendar.walk("VEVENT") if isinstance(it, Event))
        guests = event.get("attendee", [])
        (guest,) = guests if isinstance(guests, list) else [guests]
        sequence = int(event.get("sequence", 0))
    except (ValueError, LookupError, StopIteration, AttributeError):
        return None
    said = str(guest.params.get("PARTSTAT", "")).lower()
    return Answered(
        message_id=str(message["message-id"] or sha256(body).hexdigest()).strip()[:300],
        sender=parseaddr(str(message["from"] or ""))[1].lower(),
        attendee=str(guest).lower().removeprefix("mailto:"),
        uid=str(event.get("uid", "")),
        sequence=sequence,
        answer=Reply(said) if said in set(Reply) else None,
    )
