"""The accepted answers of each structure, on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Mapped, mapped_column

from game_server.adapters.postgres.session import Base, Database, OfStructure
from game_server.application.errata import NewErratum
from game_server.core.erratum import Erratum
from game_server.core.ids import MissionId


class ErratumRow(OfStructure, Base):
    """One accepted answer; `number` counts from 1 within a structure and an edition."""

    __tablename__ = "erratum"
    structure: Mapped[UUID] = mapped_column(primary_key=True)
    pack: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    mission: Mapped[str]
    step: Mapped[int]
    answer: Mapped[str]
    by: Mapped[UUID | None]
    at: Mapped[datetime]


class PostgresErrata:
    """The port ErratumStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def enter(self, new: NewErratum) -> Erratum:
        """Store it under the next number; two at once wait for each other."""
        of_edition = (ErratumRow.pack == new.pack) & (ErratumRow.edition == new.edition)
        same = (ErratumRow.mission == new.mission) & (ErratumRow.step == new.step) & (ErratumRow.answer == new.answer)
        async with self._database.within(new.structure) as session:
            lock = text("SELECT pg_advisory_xact_lock(hashtext(:what))")
            await session.execute(lock, {"what": f"erratum {new.structure} {new.pack}/{new.edition}"})
            row = await session.scalar(select(ErratumRow).where(of_edition & same))
            if row is None:
                last = await session.scalar(select(func.max(ErratumRow.number)).where(of_edition))
                row = ErratumRow(
                    structure=new.structure,
                    pack=new.pack,
                    edition=new.edition,
                    number=(last or 0) + 1,
                    mission=new.mission,
                    step=new.step,
                    answer=new.answer,
                    by=new.by,
                    at=new.at,
                )
                session.add(row)
            return _erratum(row)

    async def in_force(self, structure: UUID, pack: str, edition: int) -> Sequence[Erratum]:
        """Those of an edition, in the order of their numbers."""
        wanted = select(ErratumRow).where(ErratumRow.pack == pack, ErratumRow.edition == edition)
        async with self._database.within(structure) as session:
            return [_erratum(row) for row in await session.scalars(wanted.order_by(ErratumRow.number))]

    async def withdraw(self, structure: UUID, pack: str, edition: int, number: str) -> None:
        """Forget one; one that is not there is forgotten already."""
        of_edition = (ErratumRow.pack == pack) & (ErratumRow.edition == edition)
        async with self._database.within(structure) as session:
            await session.execute(delete(ErratumRow).where(of_edition, ErratumRow.number == int(number[1:])))


def _erratum(row: ErratumRow) -> Erratum:
    # an author's errata, which hold for every structure, count apart
    return Erratum(f"s{row.number}", MissionId(row.mission), row.step, row.answer)
