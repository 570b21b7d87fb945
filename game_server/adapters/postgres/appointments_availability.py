"""Availability on PostgreSQL: calendars, hours, absences, busy blocks."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import DateTime, Row, Select, Uuid, bindparam, delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.appointments_records import as_interval, as_range
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.appointments_tables import (
    AbsenceRow,
    BusyRow,
    CalendarRow,
    ExceptionRow,
    OpeningRow,
)
from game_server.adapters.postgres.people_tables import SiteRow, StaffRow
from game_server.application.appointments.ports import Hours
from game_server.application.appointments.public_holidays import holidays_between
from game_server.application.appointments.slots import Agenda, DayException, Interval, Opening, Terms
from game_server.application.appointments.words import (
    CaldavAccount,
    Channel,
    Counsellor,
    Occurrence,
    Place,
)

# One question instead of four: it is asked under the locks of a booking, where every round trip is waited for by others.
TIMES = text("""
    SELECT 'busy', lower(during), upper(during) FROM busy_block
        WHERE structure = :structure AND staff = :staff AND during && tstzrange(:start, :end)
    UNION ALL SELECT 'busy', lower(during), upper(during) FROM absence
        WHERE structure = :structure AND staff = :staff AND during && tstzrange(:start, :end)
    UNION ALL SELECT kind, start, stop FROM booking CROSS JOIN LATERAL (VALUES
            ('busy', lower(blocked), upper(blocked), counsellor = :staff),
            ('meeting', lower(during), upper(during), counsellor = :staff),
            ('taken', lower(during), upper(during), seat IS NOT NULL AND seat = :seat)
        ) AS part (kind, start, stop, counts)
        WHERE counts AND structure = :structure AND (counsellor = :staff OR seat = :seat)
            AND status IN ('held', 'booked') AND id IS DISTINCT FROM :without AND blocked && tstzrange(:start, :end)
""").bindparams(
    *(bindparam(name, type_=Uuid()) for name in ("structure", "staff", "seat", "without")),
    *(bindparam(name, type_=DateTime(timezone=True)) for name in ("start", "end")),
)
OPENINGS = text("""
    SELECT weekday, local_start, local_end, valid_from, valid_to FROM availability_rule
    WHERE structure = :structure AND staff = :staff
""")
EXCEPTIONS = text("""
    SELECT day, local_start, local_end FROM availability_exception WHERE structure = :structure AND staff = :staff
""")


def account_of(row: CalendarRow, box: SecretBox) -> CaldavAccount | None:
    """Open the CalDAV account of a counsellor, if that is the channel."""
    if row.caldav_url is None:
        return None
    password = box.open(row.caldav_secret) if row.caldav_secret else ""
    return CaldavAccount(row.caldav_url, row.caldav_user or "", password)


class AvailabilityRows:
    """The rows that say when counsellors can be met, inside one transaction."""

    def __init__(self, session: AsyncSession, structure: UUID, box: SecretBox) -> None:
        """Work in this session, for this structure."""
        self._session = session
        self._structure = structure
        self._box = box

    async def counsellor(self, staff: UUID) -> Counsellor | None:
        """Give a counsellor who has a calendar, or None."""
        found = (await self._session.execute(_counsellors().where(CalendarRow.staff == staff))).one_or_none()
        return None if found is None else self._counsellor(found)

    async def counsellors_at(self, site: UUID) -> list[Counsellor]:
        """Give every counsellor of a site who has a calendar, by name."""
        found = await self._session.execute(_counsellors().where(CalendarRow.site == site).order_by(StaffRow.name))
        return [self._counsellor(row) for row in found]

    async def save_counsellor(self, counsellor: Counsellor) -> None:
        """Write channel, site, account and terms; forgets busy blocks read elsewhere."""
        terms, account = counsellor.terms, counsellor.account
        await self._session.merge(
            CalendarRow(
                staff=counsellor.id,
                structure=self._structure,
                site=counsellor.place.id,
                channel=counsellor.channel.value,
                email=counsellor.email,
                caldav_url=account and account.url,
                caldav_user=account and account.user,
                caldav_secret=account and self._box.seal(account.password),
                read_at=None,
                minutes=terms.minutes,
                minutes_before=_minutes(terms.before),
                minutes_after=_minutes(terms.after),
                step_minutes=_minutes(terms.step),
                notice_minutes=_minutes(terms.min_notice),
                days_ahead=terms.max_ahead.days,
                daily_cap=terms.daily_cap,
            )
        )
        await self._session.execute(delete(BusyRow).where(BusyRow.staff == counsellor.id))

    async def hours(self, staff: UUID) -> Hours:
        """Give the rules, exceptions and absences."""
        openings = await self._session.scalars(
            select(OpeningRow).where(OpeningRow.staff == staff).order_by(OpeningRow.weekday, OpeningRow.local_start)
        )
        exceptions = await self._session.scalars(
            select(ExceptionRow).where(ExceptionRow.staff == staff).order_by(ExceptionRow.day)
        )
        absences = await self._session.scalars(
            select(AbsenceRow).where(AbsenceRow.staff == staff).order_by(AbsenceRow.during)
        )
        return Hours(
            [(row.id, _opening(row)) for row in openings],
            [(row.id, _exception(row)) for row in exceptions],
            [(row.id, as_interval(row.during)) for row in absences],
        )

    async def replace_openings(self, staff: UUID, openings: Sequence[Opening]) -> None:
        """Replace the weekly rules."""
        await self._session.execute(delete(OpeningRow).where(OpeningRow.staff == staff))
        self._session.add_all(
            OpeningRow(
                id=uuid4(),
                structure=self._structure,
                staff=staff,
                weekday=it.weekday,
                local_start=it.local_start,
                local_end=it.local_end,
                valid_from=it.valid_from,
                valid_to=it.valid_to,
            )
            for it in openings
        )

    async def add_exception(self, staff: UUID, exception: DayException) -> UUID:
        """Add one special day."""
        start, end = exception.hours or (None, None)
        row = ExceptionRow(
            id=uuid4(), structure=self._structure, staff=staff, day=exception.day, local_start=start, local_end=end
        )
        self._session.add(row)
        return row.id

    async def add_absence(self, staff: UUID, during: Interval) -> UUID:
        """Add one absence."""
        row = AbsenceRow(id=uuid4(), structure=self._structure, staff=staff, during=as_range(during))
        self._session.add(row)
        return row.id

    async def remove(self, staff: UUID, row: UUID) -> None:
        """Take back one exception or absence."""
        for table in (ExceptionRow, AbsenceRow):
            await self._session.execute(delete(table).where(table.staff == staff, table.id == row))

    async def absences(self, staff: UUID, window: Interval) -> list[Interval]:
        """Give the absences that meet the window, in order."""
        found = await self._session.scalars(
            select(AbsenceRow.during)
            .where(AbsenceRow.staff == staff, AbsenceRow.during.overlaps(as_range(window)))
            .order_by(AbsenceRow.during)
        )
        return [as_interval(it) for it in found]

    async def agenda(
        self, counsellor: Counsellor, window: Interval, seat: UUID | None, without: UUID | None = None
    ) -> Agenda:
        """Give all that decides when this counsellor can be met; `without` leaves one booking out."""
        zone = counsellor.place.zone
        names = {"structure": self._structure, "staff": counsellor.id, "seat": seat, "without": without}
        times: dict[str, list[Interval]] = {"busy": [], "meeting": [], "taken": []}
        found = await self._session.execute(TIMES, {**names, "start": window.start, "end": window.end})
        for kind, start, end in found:
            times[kind].append(Interval(start, end))
        openings = await self._session.execute(OPENINGS, {"structure": self._structure, "staff": counsellor.id})
        exceptions = await self._session.execute(EXCEPTIONS, {"structure": self._structure, "staff": counsellor.id})
        days = (window.start.astimezone(zone).date(), window.end.astimezone(zone).date())
        return Agenda(
            zone=zone,
            openings=[Opening(*row) for row in openings],
            exceptions=[
                DayException(day, None if opens is None else (opens, closes)) for day, opens, closes in exceptions
            ],
            holidays=holidays_between(counsellor.place.holiday_profile, *days),
            busy=times["busy"],
            starts=[it.start for it in times["meeting"]],
            taken=times["taken"],
        )

    async def replace_busy(self, staff: UUID, window: Interval, busy: Iterable[Occurrence], at: datetime) -> None:
        """Replace what was read in the calendar, and note when."""
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
        calendar = await self._session.get_one(CalendarRow, staff)
        calendar.read_at = at

    def _counsellor(self, found: Row[CalendarRow, StaffRow, SiteRow]) -> Counsellor:
        row, staff, site = found
        return Counsellor(
            id=row.staff,
            structure=row.structure,
            name=staff.name,
            email=row.email,
            channel=Channel(row.channel),
            place=Place(site.id, site.name, site.address, site.time_zone, site.holiday_profile),
            terms=_terms(row),
            account=account_of(row, self._box),
            read_at=row.read_at,
        )


def _counsellors() -> Select[CalendarRow, StaffRow, SiteRow]:
    return (
        select(CalendarRow, StaffRow, SiteRow)
        .join(StaffRow, StaffRow.id == CalendarRow.staff)
        .join(SiteRow, SiteRow.id == CalendarRow.site)
        .where(StaffRow.disabled_at.is_(None))
    )


def _terms(row: CalendarRow) -> Terms:
    return Terms(
        minutes=row.minutes,
        before=timedelta(minutes=row.minutes_before),
        after=timedelta(minutes=row.minutes_after),
        step=timedelta(minutes=row.step_minutes),
        min_notice=timedelta(minutes=row.notice_minutes),
        max_ahead=timedelta(days=row.days_ahead),
        daily_cap=row.daily_cap,
    )


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)


def _opening(row: OpeningRow) -> Opening:
    return Opening(row.weekday, row.local_start, row.local_end, row.valid_from, row.valid_to)


def _exception(row: ExceptionRow) -> DayException:
    hours = None if row.local_start is None or row.local_end is None else (row.local_start, row.local_end)
    return DayException(row.day, hours)
