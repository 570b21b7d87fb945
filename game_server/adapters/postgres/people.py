"""Structures, sites, staff and one-time codes on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres import people_records as records
from game_server.adapters.postgres.people_tables import (
    OneTimeCodeRow,
    SessionTokenRow,
    SiteRow,
    StaffRow,
    StructureRow,
)
from game_server.adapters.postgres.session import Database
from game_server.application.people import OneTimeCode, SessionRow, Site, Staff, Structure
from game_server.application.ports_people import Redeemed


class PostgresStaff:
    """The port StaffStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add_structure(self, structure: Structure, site: Site) -> None:
        """Write a structure and its first site."""
        async with self._database.within(structure.id) as session:
            session.add(
                StructureRow(
                    id=structure.id,
                    name=structure.name,
                    time_zone=structure.time_zone,
                    holiday_profile=structure.holiday_profile,
                )
            )
            await session.flush()
            session.add(_site_row(site))

    async def structure(self, structure: UUID) -> Structure | None:
        """Return the structure itself."""
        async with self._database.within(structure) as session:
            row = await session.get(StructureRow, structure)
            return Structure(row.id, row.name, row.time_zone, row.holiday_profile) if row else None

    async def add_site(self, site: Site) -> None:
        """Write another site."""
        async with self._database.within(site.structure) as session:
            session.add(_site_row(site))

    async def sites(self, structure: UUID) -> Sequence[Site]:
        """Return the sites in the order of their names."""
        async with self._database.within(structure) as session:
            rows = await session.scalars(select(SiteRow).order_by(SiteRow.name, SiteRow.id))
            return [Site(r.id, r.structure, r.name, r.address, r.time_zone, r.holiday_profile) for r in rows]

    async def staff_of(self, structure: UUID) -> Sequence[Staff]:
        """Return the accounts, closed ones included, in the order of their names."""
        async with self._database.within(structure) as session:
            rows = await session.scalars(select(StaffRow).order_by(StaffRow.name, StaffRow.id))
            return [records.staff(row) for row in rows]

    async def staff(self, structure: UUID, staff: UUID) -> Staff | None:
        """Return one account."""
        async with self._database.within(structure) as session:
            row = await session.get(StaffRow, staff)
            return records.staff(row) if row else None

    async def by_email(self, email: str) -> tuple[Staff, str] | None:
        """Return the account that is not disabled and its password's hash."""
        async with self._database.as_operator() as session:
            query = select(StaffRow).where(StaffRow.email == email, StaffRow.disabled_at.is_(None))
            row = await session.scalar(query)
            return (records.staff(row), row.password_hash) if row else None

    async def add_code(self, code: OneTimeCode) -> None:
        """Write a one-time code."""
        async with self._database.within(code.structure) as session:
            session.add(
                OneTimeCodeRow(
                    code_hash=code.code_hash,
                    structure=code.structure,
                    purpose=code.purpose,
                    subject=code.subject,
                    roles=sorted(code.roles),
                    expires_at=code.expires_at,
                    used_at=None,
                )
            )

    async def code(self, code_hash: str, now: datetime) -> OneTimeCode | None:
        """Return a code that is unused and alive, without using it."""
        async with self._database.as_operator() as session:
            row = await session.get(OneTimeCodeRow, code_hash)
            alive = row is not None and row.used_at is None and row.expires_at > now
            return records.code(row) if row and alive else None

    async def redeem_for_account(
        self, code_hash: str, now: datetime, staff: Staff, password_hash: str, session: SessionRow
    ) -> Redeemed:
        """Use the code, write the account and open its session, all or nothing."""
        async with self._database.as_operator() as transaction:
            used = await use_code(transaction, code_hash, now)
            if used is None:
                return "code_gone"
            columns = records.staff_columns(staff, password_hash, now)
            written = insert(StaffRow).values(columns).on_conflict_do_nothing().returning(StaffRow.id)
            if await transaction.scalar(written) is None:
                await transaction.rollback()
                return "email_taken"
            transaction.add(records.session_row(session))
            return "done"

    async def redeem_for_password(self, code_hash: str, now: datetime, password_hash: str, session: SessionRow) -> bool:
        """Use the code, set the password of its subject, close the subject's other sessions, open this one."""
        async with self._database.as_operator() as transaction:
            used = await use_code(transaction, code_hash, now)
            if used is None:
                return False
            changed = update(StaffRow).where(StaffRow.id == used.subject).values(password_hash=password_hash)
            await transaction.execute(changed)
            await transaction.execute(delete(SessionTokenRow).where(SessionTokenRow.subject == used.subject))
            transaction.add(records.session_row(session))
            return True

    async def set_on_duty(self, structure: UUID, staff: UUID, on_duty: bool, phone: str | None) -> None:
        """Take or leave the duty; a phone of None keeps the one that stood."""
        values: dict[str, object] = {"on_duty": on_duty} | ({} if phone is None else {"on_call_phone": phone})
        async with self._database.within(structure) as session:
            await session.execute(update(StaffRow).where(StaffRow.id == staff).values(values))

    async def disable(self, structure: UUID, staff: UUID, now: datetime) -> bool:
        """Close an account and all its sessions."""
        async with self._database.within(structure) as session:
            closed = update(StaffRow).where(StaffRow.id == staff).values(disabled_at=now, on_duty=False)
            done = await session.scalar(closed.returning(StaffRow.id))
            await session.execute(delete(SessionTokenRow).where(SessionTokenRow.subject == staff))
            return done is not None


async def use_code(session: AsyncSession, code_hash: str, now: datetime) -> OneTimeCode | None:
    """Use a code within the caller's transaction; of two at once, the second finds None.

    The codes of a first account are used up together: a second set-up must not leave a spare key.
    """
    alive = OneTimeCodeRow.used_at.is_(None) & (OneTimeCodeRow.expires_at > now)
    found = await session.scalar(select(OneTimeCodeRow).where(OneTimeCodeRow.code_hash == code_hash))
    if found is None:
        return None
    used = records.code(found)
    if used.purpose == "first_staff":
        await session.execute(select(StructureRow.id).where(StructureRow.id == used.structure).with_for_update())
        same: ColumnElement[bool] = (OneTimeCodeRow.structure == used.structure) & (
            OneTimeCodeRow.purpose == used.purpose
        )
    else:
        same = OneTimeCodeRow.code_hash == code_hash
    claim = update(OneTimeCodeRow).where(same, alive).values(used_at=now).returning(OneTimeCodeRow.code_hash)
    return used if code_hash in (await session.scalars(claim)).all() else None


def _site_row(site: Site) -> SiteRow:
    return SiteRow(
        id=site.id,
        structure=site.structure,
        name=site.name,
        address=site.address,
        time_zone=site.time_zone,
        holiday_profile=site.holiday_profile,
    )
