"""Since when an appointment is where it should be: what was sent of its present revision, and when it arrived."""

from collections.abc import Sequence
from datetime import datetime

from game_server.application.appointments.french import day_in_words, hour_in_words
from game_server.application.appointments.ports import Sending
from game_server.application.appointments.sending import Verdict
from game_server.application.appointments.words import Booking, Channel


def proof(booking: Booking, sendings: Sequence[Sending], agenda: str) -> str | None:
    """As in « Dans l’agenda de Nadia Ferrand depuis le 22 mars 2027 à 10 h 02 »; None as long as nothing is proved.

    `agenda` names the calendar, as in « l’agenda de Nadia Ferrand ».
    """
    sent = {it.channel: it for it in sendings if it.booking == booking.id and it.sequence == booking.sequence}
    for channel, words in ((Channel.CALDAV, f"Dans {agenda} depuis"), (Channel.IMIP, "Invitation envoyée")):
        arrived = _arrived(booking, channel, sent.get(channel.value))
        if arrived is not None:
            local = arrived.astimezone(booking.local_start.tzinfo)
            day = day_in_words(local).split(" ", 1)[1]
            return f"{words} le {day} à {hour_in_words(local)}"
    return None


def _arrived(booking: Booking, channel: Channel, sending: Sending | None) -> datetime | None:
    if sending is not None:
        return sending.done_at if sending.state == Verdict.DONE else None
    # A revision that nobody sent is one that the counsellor made in that very calendar, where we read it.
    read_there = channel is Channel.CALDAV and booking.calendar_etag is not None
    return booking.dtstamp if read_there else None
