"""Since when an appointment is where it should be: what was sent of its present revision, and when it arrived."""

from collections.abc import Sequence

from game_server.application.appointments.french import day_in_words, hour_in_words
from game_server.application.appointments.ports import Sending
from game_server.application.appointments.sending import Verdict
from game_server.application.appointments.words import Booking, Channel


def proof(booking: Booking, sendings: Sequence[Sending], whose: str) -> str | None:
    """As in « Dans l’agenda de Nadia Ferrand depuis le 22 mars 2027 à 10 h 02 »; None as long as nothing is proved.

    `whose` ends the words « dans … » and « envoyée à … ».
    """
    done = [it for it in sendings if it.booking == booking.id and it.sequence == booking.sequence]
    for channel, words in ((Channel.CALDAV, f"Dans l’agenda de {whose} depuis"), (Channel.IMIP, "Invitation envoyée")):
        arrived = next((it.done_at for it in done if it.channel == channel and it.state == Verdict.DONE), None)
        if arrived is not None:
            local = arrived.astimezone(booking.local_start.tzinfo)
            day = day_in_words(local).split(" ", 1)[1]
            return f"{words} le {day} à {hour_in_words(local)}"
    return None
