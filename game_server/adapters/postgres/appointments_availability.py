"""Availability on PostgreSQL: calendars, hours, absences, busy blocks."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from sqlalchemy import Row, Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres import appointments_terms as terms_of_rows
from game_server.adapters.postgres.appointments_records import as_interval, as_range
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.appointments_tables import (
    AbsenceRow,
    BusyRow,
    CalendarRow,
    ExceptionRow,
    OpeningRow,
    ReasonRow,
)
from game_server.adapters.postgres.people_tables import SeatRow, SiteRow, StaffRow
from game_server.application.appointments.ports import Hours
from game_server.application.appointments.slots import DayException, Interval, Opening
from game_server.application.appointments.words import CaldavAccount, Channel, Counsellor, Place, Reason


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
        found = await self.counsellors([staff])
        return found[0] if found else None

    async def counsellors(self, staff: Collection[UUID]) -> list[Counsellor]:
        """Give those of them who have a calendar."""
        found = await self._session.execute(_counsellors().where(CalendarRow.staff.in_(staff)))
        return await self._with_reasons(list(found)) if staff else []

    async def counsellors_at(self, site: UUID) -> list[Counsellor]:
        """Give every counsellor of a site who has a calendar, by name."""
        found = await self._session.execute(_counsellors().where(CalendarRow.site == site).order_by(StaffRow.name))
        return await self._with_reasons(list(found))

    async def _with_reasons(self, found: list[Row[CalendarRow, StaffRow, SiteRow]]) -> list[Counsellor]:
        reasons = await self._session.scalars(
            select(ReasonRow)
            .where(ReasonRow.staff.in_([row.staff for row, _, _ in found]))
            .order_by(ReasonRow.kind, ReasonRow.mode)
        )
        given: dict[UUID, list[Reason]] = defaultdict(list)
        for it in reasons:
            given[it.staff].append(terms_of_rows.reason(it))
        return [replace(self._counsellor(row), reasons=tuple(given[row[0].staff])) for row in found]

    async def save_counsellor(self, counsellor: Counsellor) -> None:
        """Write channel, site, account and terms; forgets busy blocks read elsewhere."""
        terms, account = counsellor.terms, counsellor.account
        kept = await self._session.get(CalendarRow, counsellor.id)
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
                **terms_of_rows.columns(terms),
                busy_url=counsellor.busy_url and self._box.seal(counsellor.busy_url),
                phone=counsellor.phone,
                video_link=counsellor.video_link,
                words=counsellor.words,
                replaced_by=counsellor.replaced_by,
                feed_hash=None if kept is None else kept.feed_hash,
                sync_token=None,
            )
        )
        await self._session.execute(delete(BusyRow).where(BusyRow.staff == counsellor.id))

    async def replace_reasons(self, staff: UUID, reasons: Sequence[Reason]) -> None:
        """Replace the sorts of meetings; one that stays keeps its id."""
        found = await self._session.scalars(select(ReasonRow).where(ReasonRow.staff == staff))
        known = {(it.kind, it.mode): it for it in found}
        for it in reasons:
            old = known.pop((it.kind.value, it.mode.value), None)
            row = terms_of_rows.reason_row(it, staff, self._structure)
            if old is not None:
                row.id = old.id
            await self._session.merge(row)
        for gone in known.values():
            await self._session.delete(gone)

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
            [(row.id, terms_of_rows.opening(row)) for row in openings],
            [(row.id, terms_of_rows.exception(row)) for row in exceptions],
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

    async def set_feed(self, staff: UUID, feed_hash: str | None) -> None:
        """Write the hash of the feed's address; None closes it."""
        await self._session.execute(update(CalendarRow).where(CalendarRow.staff == staff).values(feed_hash=feed_hash))

    async def file_number(self, seat: UUID) -> str | None:
        """Give the number of a young person's file, when staff has noted one."""
        return await self._session.scalar(select(SeatRow.file_number).where(SeatRow.id == seat))

    def _counsellor(self, found: Row[CalendarRow, StaffRow, SiteRow]) -> Counsellor:
        row, staff, site = found
        return Counsellor(
            id=row.staff,
            structure=row.structure,
            name=staff.name,
            email=row.email,
            channel=Channel(row.channel),
            place=Place(site.id, site.name, site.address, site.time_zone, site.holiday_profile),
            terms=terms_of_rows.terms(row),
            account=account_of(row, self._box),
            read_at=row.read_at,
            sync_token=row.sync_token,
            busy_url=row.busy_url and self._box.open(row.busy_url),
            phone=row.phone,
            video_link=row.video_link,
            words=row.words,
            replaced_by=row.replaced_by,
        )


def _counsellors() -> Select[CalendarRow, StaffRow, SiteRow]:
    return (
        select(CalendarRow, StaffRow, SiteRow)
        .join(StaffRow, StaffRow.id == CalendarRow.staff)
        .join(SiteRow, SiteRow.id == CalendarRow.site)
        .where(StaffRow.disabled_at.is_(None))
    )
