"""When a counsellor is there, said once: weekly hours, special days, absences."""

from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from game_server.application.appointments.slots import DayException, Interval, Opening
from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.bodies import Answer, Body, Done
from game_server.entrypoints.wired import ByCounsellor, Wired

router = APIRouter(prefix="/api/counsellor", tags=["counsellor"])


class Hours(Body):
    """Hours of every week, in wall time of the site; 0 is Monday."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    start: time
    end: time
    valid_from: date | None = None
    valid_to: date | None = None


class Week(Body):
    """The whole week: it replaces the one before."""

    openings: Annotated[list[Hours], Field(max_length=60)]


class SpecialDay(Body):
    """One day unlike the others: closed, or open at these hours."""

    day: date
    start: time | None = None
    end: time | None = None


class SpecialDayShown(Answer):
    """One special day, which can be taken back by its id."""

    id: UUID
    day: date
    start: time | None
    end: time | None


class Absent(Body):
    """From when to when: the appointments in it go to `replaced_by`, or with `move` to the first free slots after it."""

    start: AwareDatetime
    end: AwareDatetime
    move: bool = True
    replaced_by: UUID | None = None


class AbsenceShown(Answer):
    """One absence."""

    id: UUID
    start: datetime
    end: datetime


class AllHours(Answer):
    """Everything that was said about hours."""

    openings: list[Hours]
    exceptions: list[SpecialDayShown]
    absences: list[AbsenceShown]


class Added(Answer):
    """The row that was added."""

    id: UUID


class AbsenceDeclared(Answer):
    """What an absence changed: appointments moved, and those that wait for the counsellor."""

    id: UUID
    moved: list[UUID]
    to_settle: list[UUID]
    handed_over: list[UUID]


@router.get("/openings")
async def hours(parts: Wired, staff: ByCounsellor) -> AllHours:
    """My hours, special days and absences."""
    found = await parts.availability.hours(staff.structure, staff.id)
    return AllHours(
        openings=[_hours(one) for _, one in found.openings],
        exceptions=[_special(row, one) for row, one in found.exceptions],
        absences=[AbsenceShown(id=row, start=one.start, end=one.end) for row, one in found.absences],
    )


@router.put("/openings")
async def save_hours(parts: Wired, staff: ByCounsellor, body: Week) -> Done:
    """Replace my weekly hours."""
    week = [Opening(one.weekday, one.start, one.end, one.valid_from, one.valid_to) for one in body.openings]
    _must_be_wall_times(*(hour for one in week for hour in (one.local_start, one.local_end)))
    await parts.availability.save_openings(staff.structure, staff.id, week)
    return Done()


@router.post("/exceptions")
async def add_special_day(parts: Wired, staff: ByCounsellor, body: SpecialDay) -> Added:
    """Add a special day."""
    if (body.start is None) != (body.end is None):
        raise RefusedRequest("hours_not_valid", "Donnez le début et la fin, ou aucun des deux.", {"field": "end"})
    open_at = (body.start, body.end) if body.start is not None and body.end is not None else None
    _must_be_wall_times(*(open_at or ()))
    row = await parts.availability.add_exception(staff.structure, staff.id, DayException(body.day, open_at))
    return Added(id=row)


@router.post("/absences")
async def declare_absence(parts: Wired, staff: ByCounsellor, body: Absent) -> AbsenceDeclared:
    """Say when I am away; young people are told of what moves."""
    during = Interval(body.start, body.end)
    told = await parts.availability.declare_absence(
        staff.structure, staff.id, during, move=body.move, replaced_by=body.replaced_by
    )
    return AbsenceDeclared(
        id=told.id,
        moved=[one.id for one in told.moved],
        to_settle=[one.id for one in told.to_settle],
        handed_over=[one.id for one in told.handed_over],
    )


@router.delete("/hours/{row}")
async def remove(parts: Wired, staff: ByCounsellor, row: UUID) -> Done:
    """Take back a special day or an absence."""
    await parts.availability.remove(staff.structure, staff.id, row)
    return Done()


def _hours(one: Opening) -> Hours:
    return Hours(
        weekday=one.weekday,
        start=one.local_start,
        end=one.local_end,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
    )


def _special(row: UUID, one: DayException) -> SpecialDayShown:
    start, end = one.hours or (None, None)
    return SpecialDayShown(id=row, day=one.day, start=start, end=end)


def _must_be_wall_times(*hours: time) -> None:
    if any(one.tzinfo is not None for one in hours):
        raise RefusedRequest("hours_not_valid", "Donnez les heures telles que l’horloge du lieu les montre.")
