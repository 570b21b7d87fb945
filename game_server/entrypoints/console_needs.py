"""« Qui a besoin de moi », and the team around it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from game_server.application.needs.need import Need, Task
from game_server.entrypoints.bodies import Answer, Body, Done, Text
from game_server.entrypoints.wired import Me, OnConsole, Wired

router = APIRouter(prefix="/api", tags=["needs"])
own = APIRouter(prefix="/api/seats/{seat}", tags=["needs"])


class ActionShown(Answer):
    """What is proposed, ready to send."""

    label: str
    do: str
    command: dict[str, Any] | None
    text: str | None
    said_by: str | None
    phone: str | None
    call: UUID | None
    photo: UUID | None
    mission: str | None
    where: str | None


class NeedShown(Answer):
    """One line of the list."""

    key: str
    group: UUID | None
    group_name: str
    rank: int
    why: str
    title: str
    detail: str
    since: datetime
    seat: UUID | None
    action: ActionShown
    status: str
    by: UUID | None
    until: datetime | None
    note: str | None


class TaskShown(Answer):
    """What was said about a need."""

    key: str
    status: str
    by: UUID | None
    until: datetime | None
    note: str | None


class Snooze(Body):
    """For how long it can wait."""

    minutes: Annotated[int, Field(ge=1, le=240)]


class HandOver(Body):
    """To whom, with a few words."""

    to: UUID
    note: Text = ""


class TakeOver(Body):
    """From whom."""

    giver: Annotated[UUID, Field(alias="from")]


class Passed(Answer):
    """How many tasks changed hands."""

    tasks: int


class ActShown(Answer):
    """One line of the team's log."""

    at: datetime
    act: str
    by: UUID | None
    to: UUID | None
    key: str
    note: str | None


class Broken(Body):
    """A page that broke: a code of its own."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9_.-]{1,60}$")]


@router.get("/needs")
async def needs(parts: Wired, staff: OnConsole) -> list[NeedShown]:
    """Every need of every running group, in order."""
    return [_shown(one) for one in await parts.team.needs(staff)]


@router.post("/needs/{key}/claim")
async def claim(parts: Wired, staff: OnConsole, key: str) -> TaskShown:
    """« Je m’en occupe »."""
    return _task(await parts.team.claim(staff, key))


@router.post("/needs/{key}/snooze")
async def snooze(parts: Wired, staff: OnConsole, key: str, body: Snooze) -> TaskShown:
    """« Plus tard »."""
    return _task(await parts.team.snooze(staff, key, body.minutes))


@router.post("/needs/{key}/hand_over")
async def hand_over(parts: Wired, staff: OnConsole, key: str, body: HandOver) -> TaskShown:
    """Give it to a colleague."""
    return _task(await parts.team.hand_over(staff, key, body.to, body.note))


@router.post("/needs/{key}/release")
async def release(parts: Wired, staff: OnConsole, key: str) -> TaskShown:
    """Put it back for everybody."""
    return _task(await parts.team.release(staff, key))


@router.post("/duty/hand_over")
async def pass_on(parts: Wired, staff: OnConsole, body: HandOver) -> Passed:
    """Leave the duty to a colleague, with every open task."""
    return Passed(tasks=await parts.team.pass_everything_on(staff, body.to, body.note))


@router.post("/duty/take_over")
async def take_over(parts: Wired, staff: OnConsole, body: TakeOver) -> Passed:
    """Take every open task of a colleague who cannot pass them on."""
    return Passed(tasks=await parts.team.take_over(staff, body.giver))


@router.get("/groups/{group}/tasks")
async def acts(parts: Wired, staff: OnConsole, group: UUID) -> list[ActShown]:
    """Who took care of what in a group."""
    await parts.groups.one(staff, group)
    found = await parts.team.acts(staff, group)
    return [ActShown(at=one.at, act=one.act, by=one.by, to=one.to, key=one.key, note=one.note) for one in found]


@own.post("/trouble")
async def trouble(parts: Wired, player: Me, body: Broken) -> Done:
    """My page broke."""
    await parts.team.report_trouble(player, body.code)
    return Done()


def _task(task: Task) -> TaskShown:
    return TaskShown(key=task.key, status=task.status, by=task.by, until=task.until, note=task.note)


def _shown(need: Need) -> NeedShown:
    action = need.action
    return NeedShown(
        key=need.key,
        group=need.group,
        group_name=need.group_name,
        rank=need.rank,
        why=need.why,
        title=need.title,
        detail=need.detail,
        since=need.since,
        seat=need.seat,
        action=ActionShown(
            label=action.label,
            do=action.do,
            command=dict(action.command) if action.command is not None else None,
            text=action.text,
            said_by=action.said_by,
            phone=action.phone,
            call=action.call,
            photo=action.photo,
            mission=action.mission,
            where=action.where,
        ),
        status=need.status,
        by=need.by,
        until=need.until,
        note=need.note,
    )
