"""Groups as the console runs them: create, list, end, and the door."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from game_server.application.board import BoardRow
from game_server.application.groups import NewGroup
from game_server.application.holiday_names import holiday_names
from game_server.application.people import Door, Group, Staff
from game_server.application.plan import Ground, first_hour
from game_server.application.refusals import RefusedRequest
from game_server.core.calendar import Calendar, Holiday, PlannedDay
from game_server.core.group_commands import CreateGroup
from game_server.core.ids import GroupId
from game_server.core.messages import Actor, Role
from game_server.core.rules import Rules
from game_server.entrypoints.bodies import Answer, Body, Done, Short
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.qr import door_address, qr
from game_server.entrypoints.wired import ByFacilitator, ByStaff, OnConsole, Wired, stored

MOST_DAYS = 60
EDITIONS = Field(ge=0, le=100_000)

router = APIRouter(prefix="/api", tags=["groups"])


class DayTitle(Answer):
    """A day of a pack."""

    number: int
    title: str
    opens: time
    closes: time


class Pack(Answer):
    """A scenario that can be played here."""

    pack: str
    edition: int
    title: str
    pitch: str
    days: list[DayTitle]


class DayOn(Body):
    """When one day is played; the scenario's own hours where none are given."""

    on: date
    opens: time | None = None
    closes: time | None = None


class Create(Body):
    """A new group. Without `days`, its days follow each other from `first_day`."""

    name: Short
    site: UUID
    pack: Short
    edition: Annotated[int, EDITIONS]
    first_day: date
    days: Annotated[list[DayOn], Field(max_length=MOST_DAYS)] | None = None


class GroupShown(Answer):
    """A group and how far it is."""

    id: UUID
    name: str
    pack: str
    edition: int
    title: str
    site: UUID
    first_day: date
    time_zone: str
    group_code: str
    ended: bool
    day: int
    days: int
    day_status: str
    current: str
    paused: bool
    here: int
    seats: int
    eclats: int
    training: bool


class DoorShown(Answer):
    """An open door: its code, where its QR leads, that QR as SVG, and until when."""

    code: str
    url: str
    svg: str
    expires_at: datetime


@router.get("/packs")
async def packs(parts: Wired, staff: ByStaff) -> list[Pack]:
    """What can be played here."""
    del staff
    return [
        Pack(pack=name, edition=edition, title=one.title, pitch=one.pitch, days=_titles(rules))
        for (name, edition), rules in sorted(parts.library.items(), key=lambda item: item[0])
        for one in [rules.scenario]
    ]


def _titles(rules: Rules) -> list[DayTitle]:
    days = rules.scenario.days
    return [DayTitle(number=one.number, title=one.title, opens=one.opens, closes=one.closes) for one in days]


@router.get("/groups")
async def all_groups(parts: Wired, staff: OnConsole) -> list[GroupShown]:
    """The groups of my structure, the newest first."""
    return [_shown(parts, row) for row in await parts.board.all(staff)]


@router.get("/groups/{group}")
async def one_group(parts: Wired, staff: OnConsole, group: UUID) -> GroupShown:
    """One group."""
    return await row_of(parts, await parts.groups.one(staff, group))


@router.post("/groups")
async def create(parts: Wired, staff: ByFacilitator, body: Create) -> GroupShown:
    """Create a group and begin its game; when the game cannot begin, there is no group."""
    rules = parts.library.get((body.pack, body.edition))
    if rules is None:
        raise RefusedRequest("unknown_pack", "Ce scénario n’est pas installé ici. Choisissez-en un dans la liste.")
    planned = await _not_at_once(parts, staff, body.site, _planned(rules, body))
    new = NewGroup(body.site, body.name, body.pack, str(body.edition), planned[0].on)
    group = await parts.groups.create(staff, new)
    try:
        await _begin(parts, staff, group, rules, planned)
    except Exception:
        await parts.groups.abandon(staff, group.id)
        raise
    return await row_of(parts, group)


async def _begin(parts: Parts, staff: Staff, group: Group, rules: Rules, days: tuple[PlannedDay, ...]) -> None:
    scenario = rules.scenario
    errata = await parts.errata.in_force(group.structure, scenario.pack, scenario.edition)
    place = (await parts.directory.places(staff.structure)).get(group.site)
    calendar = Calendar(group.time_zone, days, holidays=_holidays(place.holiday_profile, days) if place else ())
    command = CreateGroup(scenario.pack, scenario.edition, scenario.fingerprint, group.seed, calendar, errata)
    actor = Actor(Role.STAFF, str(staff.id))
    stored(parts, await parts.play.create(GroupId(str(group.id)), command, actor))


def _holidays(profile: str, days: tuple[PlannedDay, ...]) -> tuple[Holiday, ...]:
    """Those of the group's years and of the next one: its days may be shifted."""
    years = range(days[0].on.year, days[-1].on.year + 2)
    return tuple(Holiday(on, name) for year in years for on, name in sorted(holiday_names(profile, year).items()))


def _planned(rules: Rules, body: Create) -> tuple[PlannedDay, ...]:
    days = rules.scenario.days
    dates = _following(body.first_day, len(days)) if body.days is None else body.days
    planned = tuple(
        PlannedDay(day.number, given.on, given.opens or day.opens, given.closes or day.closes)
        for day, given in zip(days, dates, strict=False)
    )
    if len(dates) != len(days) or dates[0].on != body.first_day or not _in_order(planned):
        raise _bad_days()
    return planned


async def _not_at_once(parts: Parts, staff: Staff, site: UUID, days: tuple[PlannedDay, ...]) -> tuple[PlannedDay, ...]:
    """A first day whose hour is over opens a little later, and never at once by surprise. Refuses bad_days when it is over."""
    place = (await parts.directory.places(staff.structure)).get(site)
    if place is None:
        return days
    ground = Ground(place.time_zone, place.holiday_profile, parts.clock.now())
    try:
        late = first_hour(days[0].on, (days[0].opens, days[0].closes), ground)
    except ValueError:
        raise _bad_days() from None
    return days if late is None else (replace(days[0], opens=late), *days[1:])


def _following(first: date, number: int) -> list[DayOn]:
    if first > date.max - timedelta(days=number):
        raise _bad_days()
    return [DayOn(on=first + timedelta(days=place)) for place in range(number)]


def _in_order(days: tuple[PlannedDay, ...]) -> bool:
    wall = all(one.opens.tzinfo is None and one.closes.tzinfo is None for one in days)
    return (
        wall
        and all(one.opens < one.closes for one in days)
        and all(before.on < after.on for before, after in pairwise(days))
    )


def _bad_days() -> RefusedRequest:
    sentence = "Donnez une date par jour, à venir et dans l’ordre, chaque jour finissant après son début."
    return RefusedRequest("bad_days", sentence, {"field": "days"})


@router.post("/groups/{group}/end")
async def end(parts: Wired, staff: ByFacilitator, group: UUID) -> Done:
    """End a group: its door closes, and the time for which it is kept begins."""
    await parts.groups.end(staff, group)
    return Done()


@router.post("/groups/{group}/door")
async def open_door(parts: Wired, staff: ByFacilitator, group: UUID) -> DoorShown:
    """Open the door for 15 minutes, with a new code."""
    return _door(parts, await parts.groups.open_door(staff, group))


@router.get("/groups/{group}/door")
async def door(parts: Wired, staff: OnConsole, group: UUID) -> DoorShown | None:
    """The door, if it is open."""
    await parts.groups.one(staff, group)
    found = await parts.groups.door(staff, group)
    return _door(parts, found) if found else None


@router.delete("/groups/{group}/door")
async def close_door(parts: Wired, staff: ByFacilitator, group: UUID) -> Done:
    """Close the door."""
    await parts.groups.close_door(staff, group)
    return Done()


def _door(parts: Parts, found: Door) -> DoorShown:
    url = door_address(parts.access, found.code)
    return DoorShown(code=found.code, url=url, svg=qr(url), expires_at=found.expires_at)


async def row_of(parts: Parts, group: Group) -> GroupShown:
    """A group as the list shows it."""
    return _shown(parts, await parts.board.row(group))


def _shown(parts: Parts, row: BoardRow) -> GroupShown:
    group = row.group
    rules = parts.library.get((group.pack, int(group.edition)))
    return GroupShown(
        id=group.id,
        name=group.name,
        pack=group.pack,
        edition=int(group.edition),
        title=rules.scenario.title if rules else group.pack,
        site=group.site,
        first_day=group.first_day,
        time_zone=group.time_zone,
        group_code=group.group_code,
        ended=group.ended_at is not None,
        day=row.day,
        days=len(rules.scenario.days) if rules else 0,
        day_status=row.day_status,
        current=row.current,
        paused=row.paused,
        here=row.here,
        seats=row.seats,
        eclats=row.eclats,
        training=row.training,
    )
