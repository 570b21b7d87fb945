"""The checklists of the weekend on PostgreSQL."""

from datetime import datetime, time
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.orm import Mapped, mapped_column

from game_server.adapters.postgres.session import Base, Database, OfStructure
from game_server.application.safety import Authorisation, Checklist


class SafetyRow(OfStructure, Base):
    """One checklist. Walled by row-level security."""

    __tablename__ = "safety"
    group_id: Mapped[UUID] = mapped_column(primary_key=True)
    on_call_staff: Mapped[UUID | None]
    on_call_phone: Mapped[str]
    authorisations: Mapped[dict[str, str]] = mapped_column(JSONB)
    meeting_point: Mapped[str]
    return_hour: Mapped[time | None]
    by: Mapped[UUID | None]
    at: Mapped[datetime]


class PostgresSafety:
    """The port SafetyStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def of_group(self, structure: UUID, group: UUID) -> Checklist | None:
        """Return the checklist of a group."""
        async with self._database.within(structure) as session:
            row = await session.scalar(select(SafetyRow).where(SafetyRow.group_id == group))
            return checklist(row) if row else None

    async def of_game(self, group: UUID) -> Checklist | None:
        """Return the checklist of a game, whichever its structure."""
        async with self._database.as_operator() as session:
            row = await session.get(SafetyRow, group)
            return checklist(row) if row else None

    async def write(self, structure: UUID, group: UUID, checklist: Checklist) -> None:
        """Write it over the last one."""
        columns = {
            "on_call_staff": checklist.on_call_staff,
            "on_call_phone": checklist.on_call_phone,
            "authorisations": dict(checklist.authorisations),
            "meeting_point": checklist.meeting_point,
            "return_hour": checklist.return_hour,
            "by": checklist.by,
            "at": checklist.at,
        }
        written = insert(SafetyRow).values(group_id=group, structure=structure, **columns)
        async with self._database.within(structure) as session:
            await session.execute(written.on_conflict_do_update(index_elements=["group_id"], set_=columns))


def checklist(row: SafetyRow) -> Checklist:
    """The checklist of a row."""
    return Checklist(
        row.on_call_staff,
        row.on_call_phone,
        cast("dict[str, Authorisation]", row.authorisations),
        row.meeting_point,
        row.return_hour,
        row.by,
        row.at,
    )
