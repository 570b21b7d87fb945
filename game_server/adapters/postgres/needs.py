"""Needs and tasks on PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.dialects.postgresql import insert

from game_server.adapters.postgres.needs_look import look_around
from game_server.adapters.postgres.needs_tables import MissionPaceRow, PageTroubleRow, TaskActRow, TaskRow, TrainingRow
from game_server.adapters.postgres.people_tables import GroupRow
from game_server.adapters.postgres.private_tables import HelpCallRow
from game_server.adapters.postgres.session import Database
from game_server.application.needs.need import Status, Task, TaskAct, Trouble
from game_server.application.needs.ports import Stored

MOST_ACTS = 200
MARKS = """
    SELECT g.id,
        (SELECT coalesce(string_agg(c.id || ' ' || coalesce(c.claimed_by::text, ''), ',' ORDER BY c.id), '')
            FROM help_call c WHERE c.structure = g.structure AND c.closed_at IS NULL)
        || coalesce((SELECT max(at)::text FROM task t WHERE t.structure = g.structure), '')
        || coalesce((SELECT max(at)::text FROM page_trouble p WHERE p.structure = g.structure), '')
        || (SELECT coalesce(string_agg(s.id::text, ',' ORDER BY s.id), '')
            FROM staff s WHERE s.structure = g.structure AND s.on_duty)
    FROM game_group g WHERE g.id = ANY(:groups)
"""


class PostgresNeeds:
    """The port NeedStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def look(self, structure: UUID, groups: Sequence[UUID]) -> Stored:
        """Return what is stored about these groups."""
        async with self._database.within(structure) as session:
            return await look_around(session, groups)

    async def take(self, structure: UUID, task: Task, act: TaskAct, *, by: UUID, since: datetime) -> Task | None:
        """Write a task and its act unless a colleague holds it; of two at once, the second finds the first."""
        columns = _columns(task)
        written = insert(TaskRow).values(structure=structure, key=task.key, group_id=task.group, **columns)
        free = (TaskRow.status != "claimed") | TaskRow.by.is_(None) | (TaskRow.by == by) | (TaskRow.at < since)
        taken = written.on_conflict_do_update(index_elements=["structure", "key"], set_=columns, where=free)
        async with self._database.within(structure) as session:
            if await session.scalar(taken.returning(TaskRow.key)) is None:
                return None
            session.add(_act_row(structure, act))
            return task

    async def held_by(self, structure: UUID, staff: UUID) -> Sequence[Task]:
        """Return what this person holds."""
        query = select(TaskRow).where(TaskRow.by == staff, TaskRow.status != "new").order_by(TaskRow.at)
        async with self._database.within(structure) as session:
            return [_task(row) for row in await session.scalars(query)]

    async def pass_on(self, structure: UUID, holder: UUID, to: UUID, acts: Sequence[TaskAct], note: Task) -> None:
        """Give every task and every open call of one person to another, with the note."""
        theirs = (TaskRow.by == holder) & (TaskRow.status != "new")
        given = {"by": to, "status": "claimed", "until": None, "note": note.note, "at": note.at}
        calls = (HelpCallRow.claimed_by == holder) & HelpCallRow.closed_at.is_(None)
        async with self._database.within(structure) as session:
            await session.execute(update(TaskRow).where(theirs).values(given))
            await session.execute(update(HelpCallRow).where(calls).values(claimed_by=to))
            session.add(TaskRow(structure=structure, key=note.key, group_id=None, **_columns(note)))
            session.add_all([_act_row(structure, act) for act in acts])

    async def acts(self, structure: UUID, group: UUID) -> Sequence[TaskAct]:
        """Return the log of a group, the newest first."""
        query = select(TaskActRow).where(TaskActRow.group_id == group).order_by(TaskActRow.id.desc()).limit(MOST_ACTS)
        async with self._database.within(structure) as session:
            return [
                TaskAct(one.key, one.group_id, one.act, one.by, one.receiver, one.note, one.at)
                for one in await session.scalars(query)
            ]

    async def report_trouble(self, structure: UUID, trouble: Trouble) -> None:
        """Keep the last trouble of a seat."""
        columns = {"code": trouble.code, "at": trouble.at}
        written = insert(PageTroubleRow).values(
            seat=trouble.seat, structure=structure, group_id=trouble.group, **columns
        )
        async with self._database.within(structure) as session:
            await session.execute(written.on_conflict_do_update(index_elements=["seat"], set_=columns))

    async def learn(self, group: UUID, mission: str, seconds: float, at: datetime) -> None:
        """Keep how long a group stood still in a mission; a training group teaches nothing."""
        practice = select(TrainingRow.group_id).where(TrainingRow.group_id == group)
        async with self._database.as_operator() as session:
            row = await session.get(GroupRow, group)
            if row is None or await session.scalar(practice) is not None:
                return
            written = insert(MissionPaceRow).values(
                structure=row.structure, pack=row.pack, mission=mission, group_id=group, seconds=seconds, at=at
            )
            await session.execute(written.on_conflict_do_nothing())

    async def marks(self, groups: Sequence[UUID]) -> Mapping[UUID, str]:
        """Return for each group a mark of its structure: its open calls, tasks, broken pages and staff on duty."""
        async with self._database.as_operator() as session:
            return {row[0]: row[1] for row in await session.execute(text(MARKS), {"groups": list(groups)})}

    async def give_call(self, structure: UUID, call: UUID, to: UUID | None) -> None:
        """Say who takes care of an open call."""
        still = (HelpCallRow.id == call) & HelpCallRow.closed_at.is_(None)
        async with self._database.within(structure) as session:
            await session.execute(update(HelpCallRow).where(still).values(claimed_by=to))


def _columns(task: Task) -> dict[str, object]:
    return {
        "status": task.status,
        "rank": task.rank,
        "by": task.by,
        "until": task.until,
        "note": task.note,
        "at": task.at,
    }


def _act_row(structure: UUID, act: TaskAct) -> TaskActRow:
    return TaskActRow(
        structure=structure,
        key=act.key,
        group_id=act.group,
        act=act.act,
        by=act.by,
        receiver=act.to,
        note=act.note,
        at=act.at,
    )


def _task(row: TaskRow) -> Task:
    return Task(row.key, row.group_id, cast("Status", row.status), row.rank, row.by, row.until, row.note, row.at)
