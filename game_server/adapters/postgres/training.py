"""Practice groups on PostgreSQL."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select, update

from game_server.adapters.postgres.needs_tables import TrainingRow
from game_server.adapters.postgres.session import Database
from game_server.application.training.situations import Met
from game_server.application.training.training import Practice

TIMES = ("met_at", "done_at")


class PostgresTraining:
    """The port TrainingStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, structure: UUID, practice: Practice) -> None:
        """Write a practice group."""
        async with self._database.within(structure) as session:
            session.add(
                TrainingRow(
                    structure=structure,
                    group_id=practice.group,
                    made_by=practice.made_by,
                    made_at=practice.made_at,
                    met=[],
                )
            )

    async def write(self, structure: UUID, group: UUID, met: Sequence[Met]) -> None:
        """Write what was met so far."""
        written = update(TrainingRow).where(TrainingRow.group_id == group).values(met=[_plain(one) for one in met])
        async with self._database.within(structure) as session:
            await session.execute(written)

    async def one(self, structure: UUID, group: UUID) -> Practice | None:
        """Return one practice group."""
        async with self._database.within(structure) as session:
            row = await session.scalar(select(TrainingRow).where(TrainingRow.group_id == group))
            return _practice(row) if row else None

    async def all(self, structure: UUID) -> Sequence[Practice]:
        """Return the practice groups, the newest first."""
        async with self._database.within(structure) as session:
            rows = await session.scalars(select(TrainingRow).order_by(TrainingRow.made_at.desc()))
            return [_practice(row) for row in rows]


def _plain(met: Met) -> dict[str, object]:
    plain = asdict(met)
    return plain | {name: plain[name].isoformat() for name in TIMES if plain[name] is not None}


def _practice(row: TrainingRow) -> Practice:
    return Practice(row.group_id, row.made_by, row.made_at, tuple(_met(one) for one in row.met))


def _met(plain: dict[str, object]) -> Met:
    times = {name: datetime.fromisoformat(str(plain[name])) if plain[name] else None for name in TIMES}
    return Met(**cast("dict[str, Any]", plain | times))
