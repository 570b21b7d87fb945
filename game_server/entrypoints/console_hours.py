"""Hours of presence: read, correct, take away as a file; and the checklist of the weekend."""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import Field

from game_server.application.hours.sheet import HIGH, LOW, DayHours, HoursSheet, SeatHours
from game_server.application.hours.table_file import hours_file
from game_server.application.people import Staff
from game_server.application.safety import Checklist
from game_server.entrypoints.bodies import Answer, Body, Done, Short, Text
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.wired import ByFacilitator, OnConsole, Wired

MOST_SEATS = 60
CSV = "text/csv; charset=utf-8"

router = APIRouter(prefix="/api/groups/{group}", tags=["hours"])

Day = Annotated[int, Path(ge=1, le=1000)]


class DayOfGroup(Answer):
    """A day of the group."""

    number: int
    on: date
    week: str
    kind: str


class Week(Answer):
    """An ISO week, from Monday to Sunday."""

    week: str
    first: Annotated[date, Field(serialization_alias="from")]
    last: Annotated[date, Field(serialization_alias="to")]


class DayShown(Answer):
    """One person on one day."""

    day: int
    minutes: int
    recorded: int
    kind: str
    reason: str | None
    by: UUID | None
    by_name: str | None
    at: datetime | None


class WeekShown(Answer):
    """One person in one week."""

    week: str
    minutes: int
    voluntary: int


class SeatShown(Answer):
    """One person."""

    seat: UUID
    first_name: str
    surname: str | None
    file_number: str | None
    days: list[DayShown]
    weeks: list[WeekShown]
    minutes: int
    voluntary: int


class SheetShown(Answer):
    """The hours of a group; `low` and `high` are hours a week, for information."""

    days: list[DayOfGroup]
    weeks: list[Week]
    low: int = LOW
    high: int = HIGH
    seats: list[SeatShown]


class Correct(Body):
    """Minutes that count instead of the recorded ones (null: those again), and why."""

    minutes: Annotated[int, Field(ge=0, le=900)] | None
    reason: Text
    excused: bool = False


class Outing(Body):
    """The checklist of the weekend."""

    on_call_staff: UUID | None = None
    on_call_phone: Annotated[str, Field(max_length=24, pattern=r"^(\+?[0-9 .]{3,23})?$")] = ""
    authorisations: Annotated[dict[Short, Literal["adult", "received"]], Field(max_length=MOST_SEATS)]
    meeting_point: Short = ""
    return_hour: time | None = None


class Lacking(Answer):
    """One thing that the outing still needs."""

    code: str
    sentence: str


class WeekendDay(Answer):
    """A day of the group on a Saturday or a Sunday."""

    number: int
    on: date


class OutingShown(Answer):
    """The checklist, and what is missing."""

    on_call_staff: UUID | None
    on_call_name: str | None
    on_call_phone: str
    authorisations: dict[str, str]
    meeting_point: str
    return_hour: time | None
    by: UUID | None
    at: datetime | None
    complete: bool
    missing: list[Lacking]
    weekend_days: list[WeekendDay]


@router.get("/hours")
async def hours(parts: Wired, staff: OnConsole, group: UUID) -> SheetShown:
    """The hours of everybody, day by day and week by week."""
    return _sheet(await parts.hours.sheet(staff, group))


@router.put("/hours/{seat}/{day}")
async def correct(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID, day: Day, body: Correct) -> Done:
    """Correct one day of one person; every correction is kept with its author."""
    await parts.hours.correct(staff, group, seat, day, (body.minutes, body.excused, body.reason))
    return Done()


@router.get("/hours.csv", response_class=Response)
async def hours_table(parts: Wired, staff: ByFacilitator, group: UUID) -> Response:
    """The hours for a spreadsheet."""
    file = hours_file(await parts.hours.sheet(staff, group))
    return Response(file, media_type=CSV, headers={"Content-Disposition": 'attachment; filename="heures.csv"'})


@router.get("/safety")
async def safety(parts: Wired, staff: OnConsole, group: UUID) -> OutingShown:
    """The checklist of the weekend, and what is missing."""
    return await _outing(parts, staff, group)


@router.put("/safety")
async def write_safety(parts: Wired, staff: ByFacilitator, group: UUID, body: Outing) -> OutingShown:
    """Write the checklist."""
    wanted = Checklist(
        body.on_call_staff, body.on_call_phone, body.authorisations, body.meeting_point, body.return_hour
    )
    await parts.safety.write(staff, group, wanted)
    return await _outing(parts, staff, group)


async def _outing(parts: Parts, staff: Staff, group: UUID) -> OutingShown:
    found, missing, days = await parts.safety.read(staff, group)
    names = await parts.directory.names(staff.structure)
    return OutingShown(
        on_call_staff=found.on_call_staff,
        on_call_name=names.get(found.on_call_staff) if found.on_call_staff else None,
        on_call_phone=found.on_call_phone,
        authorisations=dict(found.authorisations),
        meeting_point=found.meeting_point,
        return_hour=found.return_hour,
        by=found.by,
        at=found.at,
        complete=not missing,
        missing=[Lacking(code=one.code, sentence=one.sentence) for one in missing],
        weekend_days=[WeekendDay(number=one.number, on=one.on) for one in days],
    )


def _sheet(sheet: HoursSheet) -> SheetShown:
    weeks = sorted({one.week for one in sheet.days})
    return SheetShown(
        days=[
            DayOfGroup(number=one.number, on=one.on, week=one.week, kind="voluntary" if one.voluntary else "day")
            for one in sheet.days
        ],
        weeks=[Week(week=one, first=_monday(one), last=_monday(one) + timedelta(days=6)) for one in weeks],
        seats=[_seat(one) for one in sheet.seats],
    )


def _monday(week: str) -> date:
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def _seat(seat: SeatHours) -> SeatShown:
    return SeatShown(
        seat=seat.seat,
        first_name=seat.first_name,
        surname=seat.surname,
        file_number=seat.file_number,
        days=[_day(one) for one in seat.days],
        weeks=[WeekShown(week=one.week, minutes=one.minutes, voluntary=one.voluntary) for one in seat.weeks],
        minutes=seat.minutes,
        voluntary=seat.voluntary,
    )


def _day(one: DayHours) -> DayShown:
    correction = one.correction
    return DayShown(
        day=one.day,
        minutes=one.minutes,
        recorded=one.recorded,
        kind=one.kind,
        reason=correction.reason if correction else None,
        by=correction.by if correction else None,
        by_name=correction.by_name if correction else None,
        at=correction.at if correction else None,
    )
