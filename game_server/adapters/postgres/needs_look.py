"""One look at everything of a structure that stands outside its games, in one transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.needs_tables import MissionPaceRow, PageTroubleRow, TaskRow, TrainingRow
from game_server.adapters.postgres.people_tables import AttendanceRow, SeatRow
from game_server.adapters.postgres.photos import PhotoRow
from game_server.adapters.postgres.private_tables import HelpCallRow, PrivateValueRow
from game_server.adapters.postgres.safety import SafetyRow, checklist
from game_server.application.needs.need import Known, Status, Task, Trouble
from game_server.application.needs.ports import Stored
from game_server.application.photos import Photo
from game_server.application.private import HelpCall, HelpKind
from game_server.application.safety import Checklist

FEELING = "feeling/"
"""The key of the one-tap answer of a day: « feeling/3 » is good, mixed, hard or unsure."""


async def look_around(session: AsyncSession, groups: Sequence[UUID]) -> Stored:
    """Read it all; the session is confined to the structure."""
    return Stored(
        known=await _known(session, groups),
        calls=await _calls(session, groups),
        photos=await _photos(session, groups),
        troubles=await _troubles(session, groups),
        checklists=await _checklists(session, groups),
        feelings=await _feelings(session, groups),
        paces=await _paces(session),
        tasks=await _tasks(session),
        training={row.group_id: row.made_by for row in await session.scalars(select(TrainingRow))},
    )


async def _known(session: AsyncSession, groups: Sequence[UUID]) -> Mapping[UUID, Mapping[str, Known]]:
    stays = (
        select(AttendanceRow.seat, AttendanceRow.left)
        .where(AttendanceRow.group_id.in_(groups))
        .order_by(AttendanceRow.arrived)
    )
    left: dict[UUID, datetime | None] = {seat: at for seat, at in await session.execute(stays)}  # noqa: C416 - typed
    known: dict[UUID, dict[str, Known]] = defaultdict(dict)
    columns = (SeatRow.id, SeatRow.group_id, SeatRow.first_name, SeatRow.phone, SeatRow.created_at)
    for seat, group, name, phone, joined in await session.execute(select(*columns).where(SeatRow.group_id.in_(groups))):
        known[group][str(seat)] = Known(name, phone, joined, left.get(seat))
    return known


async def _calls(session: AsyncSession, groups: Sequence[UUID]) -> Sequence[HelpCall]:
    query = select(HelpCallRow).where(HelpCallRow.closed_at.is_(None), HelpCallRow.group_id.in_(groups))
    return [
        HelpCall(
            one.id,
            one.structure,
            one.group_id,
            one.seat,
            cast("HelpKind", one.kind),
            None,
            one.opened_at,
            one.claimed_by,
        )
        for one in await session.scalars(query)
    ]


async def _photos(session: AsyncSession, groups: Sequence[UUID]) -> Sequence[Photo]:
    query = select(PhotoRow).where(PhotoRow.reason.is_(None), PhotoRow.group_id.in_(groups))
    return [Photo(one.id, one.group_id, one.seat, one.mission, one.sent_at) for one in await session.scalars(query)]


async def _troubles(session: AsyncSession, groups: Sequence[UUID]) -> Sequence[Trouble]:
    query = select(PageTroubleRow).where(PageTroubleRow.group_id.in_(groups))
    return [Trouble(one.seat, one.group_id, one.code, one.at) for one in await session.scalars(query)]


async def _checklists(session: AsyncSession, groups: Sequence[UUID]) -> Mapping[UUID, Checklist]:
    query = select(SafetyRow).where(SafetyRow.group_id.in_(groups))
    return {row.group_id: checklist(row) for row in await session.scalars(query)}


async def _feelings(session: AsyncSession, groups: Sequence[UUID]) -> Mapping[tuple[UUID, int], tuple[str, ...]]:
    """The values without their seats, and in no order that tells one from another."""
    query = select(PrivateValueRow.group_id, PrivateValueRow.key, PrivateValueRow.value).where(
        PrivateValueRow.group_id.in_(groups), PrivateValueRow.key.startswith(FEELING, autoescape=True)
    )
    found: dict[tuple[UUID, int], list[str]] = defaultdict(list)
    for group, key, value in await session.execute(query):
        day = key.removeprefix(FEELING)
        if day.isdecimal() and isinstance(value, str):
            found[group, int(day)].append(value)
    return {place: tuple(sorted(values)) for place, values in found.items()}


async def _paces(session: AsyncSession) -> Mapping[tuple[str, str], Sequence[float]]:
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in await session.scalars(select(MissionPaceRow)):
        found[row.pack, row.mission].append(row.seconds)
    return found


async def _tasks(session: AsyncSession) -> Mapping[str, Task]:
    return {
        row.key: Task(row.key, row.group_id, cast("Status", row.status), row.rank, row.by, row.until, row.note, row.at)
        for row in await session.scalars(select(TaskRow).where(TaskRow.status != "new"))
    }
