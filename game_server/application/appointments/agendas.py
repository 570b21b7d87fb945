"""One counsellor's agenda for one person: what the hours and the calendar say, and what bookings and holds keep."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from game_server.application.appointments.ports import Rows
from game_server.application.appointments.records import Kept
from game_server.application.appointments.slots import Agenda, Interval
from game_server.application.appointments.words import Counsellor


def window_of(counsellor: Counsellor, now: datetime) -> Interval:
    """All that may matter for a meeting booked at `now`: whole days, for the daily cap."""
    return Interval(now - timedelta(days=1), now + counsellor.farthest + timedelta(days=2))


def joined(rest: Agenda, kept: Iterable[Kept], counsellor: UUID, seat: UUID | None) -> Agenda:
    """The agenda with what is kept in it; a person's own hold keeps nothing from that person."""
    counted = [it for it in kept if not (it.held and it.seat is not None and it.seat == seat)]
    theirs = [it for it in counted if it.counsellor == counsellor]
    return replace(
        rest,
        busy=[*rest.busy, *(it.blocked for it in theirs)],
        starts=[it.during.start for it in theirs],
        taken=[it.during for it in counted if seat is not None and it.seat == seat],
    )


async def agenda_of(
    rows: Rows,
    counsellor: Counsellor,
    window: Interval,
    now: datetime,
    *,
    seat: UUID | None = None,
    without: UUID | None = None,
) -> Agenda:
    """Read the agenda of a counsellor for `seat`; `without` leaves one booking out, as if it were not there."""
    rests = await rows.rests([counsellor], window)
    kept = await rows.kept([counsellor.id], [] if seat is None else [seat], window, now)
    return joined(rests[counsellor.id], (it for it in kept if it.id != without), counsellor.id, seat)
