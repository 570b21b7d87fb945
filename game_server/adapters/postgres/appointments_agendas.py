"""Agendas on PostgreSQL: what keeps a counsellor busy, and what was read in their own calendar."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import ARRAY, DateTime, Row, Uuid, bindparam, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres import appointments_terms as terms_of_rows
from game_server.adapters.postgres.appointments_records import as_interval, as_range
from game_server.adapters.postgres.appointments_tables import (
    AbsenceRow,
    BusyRow,
    CalendarRow,
)
from game_server.application.appointments.public_holidays import holidays_between
from game_server.application.appointments.records import Occurrence
from game_server.application.appointments.slots import Agenda, Interval, Opening
from game_server.application.appointments.words import Counsellor

Made = TypeVar("Made")

WHOSE = (bindparam("structure", type_=Uuid()), bindparam("staff", type_=ARRAY(Uuid())))
TIMES = text("""
    SELECT staff, lower(during), upper(during) FROM busy_block
        WHERE structure = :structure AND staff = ANY(:staff) AND during && tstzrange(:start, :end)
    UNION ALL SELECT staff, lower(during), upper(during) FROM absence
        WHERE structure = :structure AND staff = ANY(:staff) AND during && tstzrange(:start, :end)
""").bindparams(*WHOSE, *(bindparam(name, type_=DateTime(timezone=True)) for name in ("start", "end")))
OPENINGS = text("""
    SELECT staff, weekday, local_start, local_end, valid_from, valid_to FROM availability_rule
    WHERE structure = :structure AND staff = ANY(:staff)
""").bindparams(*WHOSE)
EXCEPTIONS = text("""
    SELECT staff, day, local_start, local_end FROM availability_exception
    WHERE structure = :structure AND staff = ANY(:staff)
""").bindparams(*WHOSE)


class AgendaRows:
    """The rows that an agenda is made of, inside one transaction."""

    def __init__(self, session: AsyncSession, structure: UUID) -> None:
        """Work in this session, for this structure."""
        self._session = session
        self._structure = structure

    async def absences(self, staff: UUID, window: Interval) -> list[Interval]:
        """Give the absences that meet the window, in order."""
        found = await self._session.scalars(
            select(AbsenceRow.during)
            .where(AbsenceRow.staff == staff, AbsenceRow.during.overlaps(as_range(window)))
            .order_by(AbsenceRow.during)
        )
        return [as_interval(it) for it in found]

    async def rests(self, counsellors: Collection[Counsellor], window: Interval) -> dict[UUID, Agenda]:
        """Give each one's hours, holidays, absences and events of their own calendar: all but what bookings keep."""
        whose = {"structure": self._structure, "staff": [it.id for it in counsellors]}
        times = await self._session.execute(TIMES, {**whose, "start": window.start, "end": window.end})
        busy = _by_staff(times, Interval)
        openings = _by_staff(await self._session.execute(OPENINGS, whose), Opening)
        exceptions = _by_staff(await self._session.execute(EXCEPTIONS, whose), terms_of_rows.special_day)
        rests = {}
        for it in counsellors:
            zone = it.place.zone
            days = (window.start.astimezone(zone).date(), window.end.astimezone(zone).date())
            rests[it.id] = Agenda(
                zone=zone,
                openings=openings[it.id],
                exceptions=exceptions[it.id],
                holidays=holidays_between(it.place.holiday_profile, *days),
                busy=busy[it.id],
            )
        return rests

    async def busy(self, staff: UUID, window: Interval) -> list[Interval]:
        """Give what their own calendar held there at the last reading, in order."""
        met = BusyRow.during.overlaps(as_range(window))
        found = await self._session.scalars(
            select(BusyRow.during).where(BusyRow.staff == staff, met).order_by(BusyRow.during)
        )
        return [as_interval(it) for it in found]

    async def replace_busy(self, staff: UUID, window: Interval, busy: Iterable[Occurrence], at: datetime) -> None:
        """Replace what was read in the calendar."""
        await self._session.execute(delete(BusyRow).where(BusyRow.staff == staff))
        unique = {(it.uid, it.occurrence): it for it in busy if it.during.meets(window)}
        self._session.add_all(
            BusyRow(
                id=uuid4(),
                structure=self._structure,
                staff=staff,
                ext_id=it.uid,
                occurrence=it.occurrence,
                during=as_range(it.during),
                seen_at=at,
            )
            for it in unique.values()
        )

    async def note_reading(self, staff: UUID, token: str | None, at: datetime) -> None:
        """Note when the calendar was read, and its version."""
        calendar = update(CalendarRow).where(CalendarRow.staff == staff)
        await self._session.execute(calendar.values(read_at=at, sync_token=token))


def _by_staff(rows: Iterable[Row[Any]], made: Callable[..., Made]) -> dict[UUID, list[Made]]:
    found: dict[UUID, list[Made]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(made(*row[1:]))
    return found
