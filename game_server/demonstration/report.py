"""What the demonstration reports, read where it lies: éclats in Redis, appointments on the calendar server, mail in the box."""

import asyncio
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import redis.asyncio
from sqlalchemy import text

from game_server.adapters.postgres.session import Database
from game_server.adapters.smtp.local_mailbox import LocalMailbox
from game_server.application.appointments.desk import CounsellorDesk
from game_server.application.appointments.ports import CalendarUnreachable
from game_server.application.appointments.words import Booking
from game_server.core.scenario import Scenario
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
        return {str(name): str(value) for name, value in (await client.hgetall(places.progress_key)).items()}
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
        entries = await desk.appointments(world.structure, counsellor.id)
        rows += [await _row(desk, world, counsellor.name, entry.booking, mailed) for entry in entries]
    return rows


async def _row(desk: CounsellorDesk, world: World, counsellor: str, booking: Booking, mailed: str) -> dict[str, Any]:
    found = None
    with suppress(CalendarUnreachable):
        found = await desk.read_back(world.structure, booking.uid)
    return {
        "uid": booking.uid,
        "start": (found.start if found else booking.during.start).isoformat(),
        "time_zone": found.time_zone if found else booking.time_zone,
        "counsellor": counsellor,
        "mail_delivered": booking.uid.partition("@")[0] in mailed,
        "calendar_delivered": found is not None,
    }


def held(told: dict[str, Any], scenario: Scenario, wanted: int) -> list[str]:
    """What did not hold, in words; empty when everything did. `wanted` is how many people wanted a slot."""
    missions = [mission for day in scenario.days for mission in day.missions]
    offers = {mission.offer for mission in missions}
    booked = told["appointments"]
    promises = {
        f"{len(scenario.days)} jours joués": told["days"] == len(scenario.days),
        f"{len(missions)} missions finies": told["missions_done"] == len(missions),
        f"{len(offers)} offres débloquées": told["offers_unlocked"] == len(offers),
        f"{len(missions)} éclats lus dans Redis": told["eclats"] == len(missions),
        f"{wanted} rendez-vous pris": len(booked) == wanted,
        "chaque rendez-vous est dans l’agenda": all(one["calendar_delivered"] for one in booked),
        "chaque rendez-vous est dans la boîte aux lettres": all(one["mail_delivered"] for one in booked),
        "Redis et le journal disent la même version": told["redis"]["group_version"] == told["journal"]["commits"],
    }
    return [promise for promise, kept in promises.items() if not kept]


def words(told: dict[str, Any]) -> list[str]:
    """The report in a few lines."""
    lines = [
        (
            f"{told['players']} jeunes, {told['days']} jours, {told['missions_done']} missions, {told['eclats']} éclats, "
            f"{told['offers_unlocked']} offres, en {told['wall_s']:.0f} s."
        ),
        f"{told['actions']} actions, {told['journal']['commits']} enregistrements.",
    ]
    lines += [f"Rendez-vous avec {one['counsellor']} : {one['start']}" for one in told["appointments"]]
    return [*lines, f"Rejouer soi-même : {told['urls']['player']}"]


def write(report: dict[str, Any], file: Path) -> None:
    """Put the report in its place, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(file)
