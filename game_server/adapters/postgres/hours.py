"""The corrections of hours on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Identity, select
from sqlalchemy.orm import Mapped, mapped_column

from game_server.adapters.postgres.session import Base, Database, OfStructure
from game_server.application.hours.sheet import Correction


class CorrectionRow(OfStructure, Base):
    """One correction; none is ever changed. Walled by row-level security."""

    __tablename__ = "hours_correction"
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    group_id: Mapped[UUID]
    seat: Mapped[UUID]
    day: Mapped[int]
    minutes: Mapped[int | None]
    excused: Mapped[bool]
    reason: Mapped[str]
    by: Mapped[UUID | None]
    at: Mapped[datetime]


class PostgresCorrections:
    """The port CorrectionStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, structure: UUID, group: UUID, correction: Correction) -> None:
        """Write one more."""
        async with self._database.within(structure) as session:
            session.add(
                CorrectionRow(
                    structure=structure,
                    group_id=group,
                    seat=correction.seat,
                    day=correction.day,
                    minutes=correction.minutes,
                    excused=correction.excused,
                    reason=correction.reason,
                    by=correction.by,
                    at=correction.at,
                )
            )

    async def of_group(self, structure: UUID, group: UUID) -> Sequence[Correction]:
        """Return every correction of a group, the oldest first."""
        query = select(CorrectionRow).where(CorrectionRow.group_id == group).order_by(CorrectionRow.id)
        async with self._database.within(structure) as session:
            return [
                Correction(one.seat, one.day, one.minutes, one.excused, one.reason, one.by, "", one.at)
                for one in await session.scalars(query)
            ]
