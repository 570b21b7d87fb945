"""What the demonstration reports, read where it lies: éclats in Redis, appointments on the calendar server, mail in the box."""

import asyncio
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import redis.asyncio
from sqlalchemy import text

from game_server.adapters.postgres.session import Database
from game_server.adapters.smtp.local_mailbox import LocalMailbox
from game_server.application.appointments.desk import CounsellorDesk
from game_server.application.appointments.words import Booking
from game_server.demonstration.world import World

DELIVERED_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Places:
    """Where the report is read."""

    database_url: str
    redis_url: str
    progress_key: str
    group: str


async def progress(places: Places) -> dict[str, str]:
    """The group's hash, from Redis itself."""
    client = redis.asyncio.from_url(places.redis_url, decode_responses=True)
    try:
        return dict(await client.hgetall(places.progress_key))
    finally:
        await client.aclose()


async def journal_counts(places: Places) -> dict[str, int]:
    """Commits and events of the group, from the journal itself."""
    database = Database(places.database_url)
    query = (
        "SELECT count(*), coalesce(sum(json_array_length(events::json)), 0) FROM journal_commit WHERE group_id = :group"
    )
    async with database.as_operator() as session:
        commits, events = (await session.execute(text(query), {"group": UUID(places.group)})).one()
    await database.close()
    return {"commits": int(commits), "events": int(events)}


async def appointments(desk: CounsellorDesk, world: World, mailbox: LocalMailbox) -> list[dict[str, Any]]:
    """Every appointment, as the calendar server and the mailbox hold it; waited for while messages are on their way."""
    rows: list[dict[str, Any]] = []
    async with asyncio.timeout(DELIVERED_WITHIN * 2):
        for _ in range(int(DELIVERED_WITHIN * 2)):
            rows = await _read(desk, world, mailbox)
            if all(row["calendar_delivered"] and row["mail_delivered"] for row in rows):
                break
            await asyncio.sleep(0.5)
    return rows


async def _read(desk: CounsellorDesk, world: World, mailbox: LocalMailbox) -> list[dict[str, Any]]:
    mailed = " ".join(str(message["Message-ID"]) for message in mailbox.messages())
    rows = []
    for counsellor in world.counsellors:
        for entry in await desk.appointments(world.structure, counsellor.id):
            rows.append(await _row(desk, world, counsellor.name, entry.booking, mailed))
    return rows


async def _row(desk: CounsellorDesk, world: World, counsellor: str, booking: Booking, mailed: str) -> dict[str, Any]:
    found = await desk.read_back(world.structure, booking.uid)
    return {
        "uid": booking.uid,
        "start": (found.start if found else booking.during.start).isoformat(),
        "time_zone": found.time_zone if found else booking.time_zone,
        "counsellor": counsellor,
        "mail_delivered": booking.uid.partition("@")[0] in mailed,
        "calendar_delivered": found is not None,
    }


def write(report: dict[str, Any], file: Path) -> None:
    """Put the report in its place, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(file)
