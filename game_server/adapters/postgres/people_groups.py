"""Groups, doors, attendance and the facts to tell, on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres import people_records as records
from game_server.adapters.postgres.people_tables import AttendanceRow, DoorRow, FactRow, GroupRow, SeatRow
from game_server.adapters.postgres.session import Database
from game_server.application.people import Door, Fact, Group, Stay


class PostgresGroups:
    """The port GroupStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, group: Group) -> bool:
        """Write a group; False when its code is taken."""
        columns = {
            "id": group.id,
            "structure": group.structure,
            "site": group.site,
            "name": group.name,
            "pack": group.pack,
            "edition": group.edition,
            "first_day": group.first_day,
            "time_zone": group.time_zone,
            "seed": group.seed,
            "group_code": group.group_code,
            "created_at": group.created_at,
        }
        written = insert(GroupRow).values(columns).on_conflict_do_nothing(index_elements=["group_code"])
        async with self._database.within(group.structure) as session:
            return await session.scalar(written.returning(GroupRow.id)) is not None

    async def remove(self, structure: UUID, group: UUID) -> None:
        """Take back a group without seats."""
        seats = select(SeatRow.id).where(SeatRow.group_id == group).exists()
        async with self._database.within(structure) as session:
            await session.execute(delete(GroupRow).where(GroupRow.id == group, ~seats))

    async def group(self, structure: UUID, group: UUID) -> Group | None:
        """Return one group."""
        async with self._database.within(structure) as session:
            row = await session.get(GroupRow, group)
            return records.group(row) if row else None

    async def groups(self, structure: UUID) -> Sequence[Group]:
        """Return the groups, the newest first."""
        async with self._database.within(structure) as session:
            rows = await session.scalars(select(GroupRow).order_by(GroupRow.created_at.desc(), GroupRow.id))
            return [records.group(row) for row in rows]

    async def by_code(self, group_code: str) -> Group | None:
        """Return the group that this code brings back to."""
        async with self._database.as_operator() as session:
            row = await session.scalar(select(GroupRow).where(GroupRow.group_code == group_code))
            return records.group(row) if row else None

    async def end(self, structure: UUID, group: UUID, now: datetime) -> None:
        """Note the first end of a group and close its door."""
        running = (GroupRow.id == group) & GroupRow.ended_at.is_(None)
        async with self._database.within(structure) as session:
            await session.execute(update(GroupRow).where(running).values(ended_at=now, next_due=None))
            await session.execute(delete(DoorRow).where(DoorRow.group_id == group))

    async def door(self, structure: UUID, group: UUID) -> Door | None:
        """Return a group's door, its time over or not."""
        async with self._database.within(structure) as session:
            row = await session.get(DoorRow, group)
            return Door(row.group_id, row.structure, row.code, row.expires_at) if row else None

    async def set_door(self, door: Door) -> bool:
        """Write a group's only door; False when another door has its code."""
        async with self._database.within(door.structure) as session:
            await session.execute(delete(DoorRow).where(DoorRow.group_id == door.group))
            written = insert(DoorRow).values(
                group_id=door.group, structure=door.structure, code=door.code, expires_at=door.expires_at
            )
            return await session.scalar(written.on_conflict_do_nothing().returning(DoorRow.code)) is not None

    async def close_door(self, structure: UUID, group: UUID) -> None:
        """Close the door at once."""
        async with self._database.within(structure) as session:
            await session.execute(delete(DoorRow).where(DoorRow.group_id == group))

    async def by_door(self, code: str, now: datetime) -> Group | None:
        """Return the group behind an open door."""
        opened = select(GroupRow).join(DoorRow, DoorRow.group_id == GroupRow.id)
        async with self._database.as_operator() as session:
            row = await session.scalar(opened.where(DoorRow.code == code, DoorRow.expires_at > now))
            return records.group(row) if row else None

    async def arrive(self, structure: UUID, group: UUID, seat: UUID, day: int, at: datetime) -> None:
        """Note an arrival. A stay left open on another day ends where it began: nobody saw its end."""
        forgotten = (AttendanceRow.seat == seat) & AttendanceRow.left.is_(None) & (AttendanceRow.day != day)
        arrival = insert(AttendanceRow).values(
            id=uuid4(), structure=structure, group_id=group, seat=seat, day=day, arrived=at
        )
        async with self._database.within(structure) as session:
            await session.execute(update(AttendanceRow).where(forgotten).values(left=AttendanceRow.arrived))
            await session.execute(arrival.on_conflict_do_nothing())

    async def leave(self, structure: UUID, seat: UUID, at: datetime) -> None:
        """Note a departure, never before the arrival."""
        there = (AttendanceRow.seat == seat) & AttendanceRow.left.is_(None)
        async with self._database.within(structure) as session:
            departure = update(AttendanceRow).where(there).values(left=func.greatest(AttendanceRow.arrived, at))
            await session.execute(departure, execution_options={"synchronize_session": False})

    async def attendance(self, structure: UUID, group: UUID) -> Sequence[Stay]:
        """Return the stays of a group in the order of arrival."""
        stays = select(AttendanceRow).where(AttendanceRow.group_id == group).order_by(AttendanceRow.arrived)
        async with self._database.within(structure) as session:
            return [Stay(row.seat, row.day, row.arrived, row.left) for row in await session.scalars(stays)]

    async def untold(self, limit: int) -> Sequence[Fact]:
        """Return the oldest facts that no group has heard."""
        waiting = select(FactRow).where(FactRow.told_at.is_(None)).order_by(FactRow.created_at, FactRow.id)
        async with self._database.as_operator() as session:
            rows = await session.scalars(waiting.limit(limit))
            return [Fact(row.id, row.structure, row.group_id, row.fact) for row in rows]

    async def told(self, fact: UUID, at: datetime) -> None:
        """Note that the group's journal holds this fact."""
        async with self._database.as_operator() as session:
            await session.execute(update(FactRow).where(FactRow.id == fact).values(told_at=at))


def leave_fact(session: AsyncSession, structure: UUID, group: UUID, fact: str, now: datetime) -> UUID:
    """Leave a fact to tell in the caller's own transaction; return its id."""
    row = FactRow(id=uuid4(), structure=structure, group_id=group, fact=fact, created_at=now, told_at=None)
    session.add(row)
    return row.id
