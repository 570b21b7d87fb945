"""Which messages a change of a booking calls for: one calendar channel per counsellor, never two."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from game_server.application.appointments.letters import (
    Letterhead,
    calendar_event,
    call_back_mail,
    invitation_mail,
    notice_mail,
    overlap_mail,
    reminder_mail,
    reminder_words,
    warning_mail,
)
from game_server.application.appointments.records import Chosen, Delivery, Notice
from game_server.application.appointments.words import Booking, Channel, Counsellor, Method, NoticeKind, Seat

CALL_BACK_LIFE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Messages:
    """Writes deliveries and notices; nothing is sent here."""

    head: Letterhead

    def about(self, booking: Booking, counsellor: Counsellor, method: Method) -> list[Delivery]:
        """The messages that carry this revision of the booking to the counsellor."""
        if counsellor.channel is Channel.IMIP:
            mail = invitation_mail(booking, counsellor, method, self.head)
            return [_delivery(booking, counsellor, Channel.IMIP, method, mail)]
        return [
            _delivery(booking, counsellor, Channel.CALDAV, method, calendar_event(booking, counsellor)),
            _delivery(booking, counsellor, Channel.NOTICE, method, notice_mail(booking, counsellor, method, self.head)),
        ]

    def event_again(self, booking: Booking, counsellor: Counsellor, method: Method) -> Delivery:
        """The event alone, for a calendar whose owner has settled a conflict in our favour."""
        return _delivery(booking, counsellor, Channel.CALDAV, method, calendar_event(booking, counsellor))

    def overlap(self, booking: Booking, counsellor: Counsellor, at: datetime) -> Delivery:
        """The mail about an event that meets the booking."""
        mail = overlap_mail(booking, counsellor, self.head, at)
        delivery = _delivery(booking, counsellor, Channel.NOTICE, Method.REQUEST, mail)
        # A message of its own, not a revision of the booking: it must supersede none.
        return _as_its_own(delivery)

    def warning(self, booking: Booking, counsellor: Counsellor, at: datetime) -> Delivery:
        """The mail about somebody who will be late or cannot come."""
        mail = warning_mail(booking, counsellor, self.head, at)
        return _as_its_own(_delivery(booking, counsellor, Channel.NOTICE, Method.REQUEST, mail))

    def call_back(self, chosen: Chosen, seat: Seat, counsellor: Counsellor) -> Delivery:
        """The mail about somebody who would like to be called."""
        return Delivery(
            id=uuid4(),
            structure=chosen.structure,
            about=chosen.id,
            booking=None,
            counsellor=counsellor.id,
            channel=Channel.NOTICE,
            method=Method.REQUEST,
            sequence=0,
            recipient=counsellor.email,
            payload=call_back_mail(chosen, seat.first_name, counsellor, self.head),
            give_up_at=chosen.at + CALL_BACK_LIFE,
        )

    def reminder_mail(self, reminder: UUID, booking: Booking, to: str, at: datetime) -> Delivery:
        """The mail that reminds a young person."""
        mail = reminder_mail(reminder, booking, to, self.head, at)
        return _to_young_person(reminder, booking, Channel.EMAIL, to, mail)

    @staticmethod
    def reminder_text(reminder: UUID, booking: Booking, to: str) -> Delivery:
        """The text message that reminds a young person."""
        return _to_young_person(reminder, booking, Channel.SMS, to, reminder_words(booking).encode())

    @staticmethod
    def notice(booking: Booking, seat: UUID, kind: NoticeKind, at: datetime) -> Notice:
        """What the young person will be told about the booking."""
        return Notice(
            id=uuid4(),
            structure=booking.structure,
            seat=seat,
            booking=booking.id,
            kind=kind,
            start=booking.during.start,
            time_zone=booking.time_zone,
            at=at,
        )


def _delivery(booking: Booking, counsellor: Counsellor, channel: Channel, method: Method, payload: bytes) -> Delivery:
    return Delivery(
        id=uuid4(),
        structure=booking.structure,
        about=booking.id,
        booking=booking.id,
        counsellor=counsellor.id,
        channel=channel,
        method=method,
        sequence=booking.sequence,
        recipient=counsellor.email,
        payload=payload,
        give_up_at=booking.during.start,
        uid=booking.uid,
    )


def _to_young_person(reminder: UUID, booking: Booking, channel: Channel, to: str, payload: bytes) -> Delivery:
    return Delivery(
        id=uuid4(),
        structure=booking.structure,
        about=reminder,
        booking=None,
        counsellor=booking.counsellor,
        channel=channel,
        method=Method.REQUEST,
        sequence=0,
        recipient=to,
        payload=payload,
        give_up_at=booking.during.start,
    )


def _as_its_own(delivery: Delivery) -> Delivery:
    return replace(delivery, about=delivery.id)
