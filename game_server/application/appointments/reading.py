"""What one reading of a counsellor's calendar says about our own events there. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from game_server.application.appointments.ports import Sending
from game_server.application.appointments.records import Conflict, Occurrence
from game_server.application.appointments.sending import Verdict
from game_server.application.appointments.words import Booking, Channel, ConflictKind, Status

SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=4)


class Reading:
    """The busy times found, and how far our messages about each booking have come."""

    def __init__(self, found: Sequence[Occurrence], sendings: Sequence[Sending], now: datetime) -> None:
        """Take what was found at `now`."""
        self._found = found
        self._now = now
        self._own = {it.uid: it for it in found}
        self._waiting = {it.booking for it in sendings if it.state == "pending"}
        self._refused = {
            (it.booking, it.sequence)
            for it in sendings
            if it.channel == Channel.CALDAV.value and it.state == Verdict.CONFLICT.value
        }

    def moved(self, booking: Booking) -> Occurrence | None:
        """Our event where its owner has put it, when what we last wrote had arrived and it can be kept there."""
        own = self._own.get(booking.uid)
        if own is None or not self._delivered(booking) or (booking.id, booking.sequence) in self._refused:
            return None
        length = own.during.end - own.during.start
        keepable = own.during.start > self._now and SHORTEST <= length <= LONGEST
        return own if keepable and own.during != booking.during else None

    def is_elsewhere(self, booking: Booking, found: Occurrence) -> bool:
        """Say whether our event keeps its owner busy at another time than the booking."""
        settled = booking.calendar_at is not None and booking.calendar_at < self._now
        return settled and booking.status is Status.BOOKED and found.during.start != booking.during.start

    def conflicts(self, booking: Booking) -> Iterator[Conflict]:
        """What the calendar says against a booking."""
        own, delivered = self._own.get(booking.uid), self._delivered(booking)
        if delivered and own is None:
            yield Conflict(booking.id, ConflictKind.DELETED, None, self._now)
        if delivered and own is not None and own.during != booking.during:
            yield Conflict(booking.id, ConflictKind.MOVED, own.during, self._now)
        others = (it for it in self._found if it.uid != booking.uid and it.during.meets(booking.during))
        other = next(others, None)
        if other is not None:
            yield Conflict(booking.id, ConflictKind.OVERLAP, other.during, self._now)

    def _delivered(self, booking: Booking) -> bool:
        """Say whether nothing about it is still on its way there."""
        sure = booking.id not in self._waiting
        return sure and booking.calendar_at is not None and booking.calendar_at < self._now
