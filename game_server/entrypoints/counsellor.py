"""A counsellor's page: how appointments are received, when one is there, and the appointments themselves."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from game_server.application.appointments.desk import DeskEntry
from game_server.application.appointments.french import in_words
from game_server.application.appointments.proof import proof
from game_server.application.appointments.words import Booking, Status
from game_server.application.people import Staff
from game_server.entrypoints.bodies import Answer, Body
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.wired import ByCounsellor, Wired

router = APIRouter(prefix="/api/counsellor", tags=["counsellor"])


class SendingShown(Answer):
    """How far one message about an appointment is: `state` is waiting, done, conflict, dead, etc."""

    channel: str
    method: str
    state: str
    reason: str | None
    sequence: int
    done_at: datetime | None


class ConflictShown(Answer):
    """What the counsellor's own calendar says against an appointment: moved, deleted or overlap."""

    kind: str
    start: datetime | None
    end: datetime | None


class BookingShown(Answer):
    """One appointment as its counsellor sees it: what was shared, and nothing else."""

    id: UUID
    uid: str
    first_name: str
    seat: UUID | None
    start: datetime
    end: datetime
    time_zone: str
    words: str
    status: str
    confirmed: bool
    shared: list[str]
    kind: str
    mode: str
    answer: str | None
    warned: str | None
    asked_at: datetime
    proof: str | None = None
    sendings: list[SendingShown] = Field(default_factory=list)
    conflicts: list[ConflictShown] = Field(default_factory=list)


class CallBackShown(Answer):
    """Somebody who would like to be called."""

    id: UUID
    first_name: str
    phone: str | None
    shared: list[str]
    at: datetime


class Free(Answer):
    """A time to which an appointment can be moved."""

    start: datetime
    end: datetime
    words: str


class Busy(Answer):
    """A time at which one's own calendar holds something: never what."""

    start: datetime
    end: datetime


class Desk(Answer):
    """Everything on the counsellor's desk."""

    appointments: list[BookingShown]
    call_backs: list[CallBackShown]
    free: list[Free]
    busy: list[Busy]
    holidays: list[date]


class Move(Body):
    """Where to; with its offset."""

    start: AwareDatetime


class Mark(Body):
    """What became of the meeting."""

    outcome: Literal["attended", "no_show", "excused"]
    decided: Annotated[str, Field(max_length=280)] | None = None


class Colleague(Answer):
    """One who may replace."""

    id: UUID
    name: str


class HandOver(Body):
    """Who replaces."""

    to: UUID


class Settle(Body):
    """Which of the two holds: our appointment, or the counsellor's calendar."""

    keep: Literal["ours", "calendar"]


@router.get("/appointments")
async def desk(parts: Wired, staff: ByCounsellor) -> Desk:
    """The appointments of the last thirty days and to come, who waits for a call, and what is free."""
    who = (staff.structure, staff.id)
    entries = await parts.desk.appointments(*who)
    return Desk(
        appointments=[_entry(one) for one in entries],
        call_backs=[
            CallBackShown(id=one.id, first_name=one.first_name, phone=one.phone, shared=list(one.shared), at=one.at)
            for one in await parts.desk.call_backs(*who)
        ],
        free=await _free(parts, staff),
        busy=[Busy(start=one.start, end=one.end) for one in await parts.desk.busy(*who)],
        holidays=await parts.desk.holidays(*who),
    )


async def _free(parts: Parts, staff: Staff) -> list[Free]:
    counsellor = await parts.availability.calendar(staff.structure, staff.id)
    if counsellor is None:
        return []
    zone, name = counsellor.place.zone, counsellor.place.time_zone
    return [
        Free(start=one.start.astimezone(zone), end=one.end.astimezone(zone), words=in_words(one.start, name))
        for one in await parts.desk.free(staff.structure, staff.id)
    ]


@router.post("/appointments/{booking}/confirm")
async def confirm(parts: Wired, staff: ByCounsellor, booking: UUID) -> BookingShown:
    """Tell the young person that it was seen."""
    return _booking(await parts.desk.confirm(staff.structure, staff.id, booking))


@router.post("/appointments/{booking}/move")
async def move(parts: Wired, staff: ByCounsellor, booking: UUID, body: Move) -> BookingShown:
    """Move it; the young person is told."""
    return _booking(await parts.desk.move(staff.structure, staff.id, booking, body.start))


@router.post("/appointments/{booking}/cancel")
async def cancel(parts: Wired, staff: ByCounsellor, booking: UUID) -> BookingShown:
    """Cancel it; the young person is told."""
    return _booking(await parts.desk.cancel(staff.structure, staff.id, booking))


@router.post("/appointments/{booking}/mark")
async def mark(parts: Wired, staff: ByCounsellor, booking: UUID, body: Mark) -> BookingShown:
    """Note what became of it."""
    return _booking(await parts.desk.mark(staff.structure, staff.id, booking, Status(body.outcome), body.decided))


@router.post("/appointments/{booking}/hand-over")
async def hand_over(parts: Wired, staff: ByCounsellor, booking: UUID, body: HandOver) -> BookingShown:
    """Give it to a colleague, at its hour; the young person is told."""
    return _booking(await parts.handing.give(staff.structure, staff.id, booking, body.to))


@router.get("/replacements")
async def replacements(parts: Wired, staff: ByCounsellor) -> list[Colleague]:
    """Who may replace me: those who receive appointments too."""
    return [Colleague(id=one.id, name=one.name) for one in await parts.desk.colleagues(staff.structure, staff.id)]


@router.post("/appointments/{booking}/settle")
async def settle(parts: Wired, staff: ByCounsellor, booking: UUID, body: Settle) -> BookingShown:
    """End a conflict with one's own calendar."""
    return _booking(await parts.desk.settle(staff.structure, staff.id, booking, body.keep))


def _entry(entry: DeskEntry) -> BookingShown:
    zone = entry.booking.local_start.tzinfo
    return _booking(entry.booking).model_copy(
        update={
            "proof": proof(entry.booking, entry.sendings, "votre agenda"),
            "sendings": [
                SendingShown(
                    channel=one.channel,
                    method=one.method,
                    state=one.state,
                    reason=one.reason,
                    sequence=one.sequence,
                    done_at=one.done_at and one.done_at.astimezone(zone),
                )
                for one in entry.sendings
            ],
            "conflicts": [
                ConflictShown(
                    kind=one.kind.value,
                    start=one.found.start.astimezone(zone) if one.found else None,
                    end=one.found.end.astimezone(zone) if one.found else None,
                )
                for one in entry.conflicts
            ],
        }
    )


def _booking(booking: Booking) -> BookingShown:
    return BookingShown(
        id=booking.id,
        uid=booking.uid,
        first_name=booking.first_name,
        seat=booking.seat,
        start=booking.local_start,
        end=booking.during.end.astimezone(booking.local_start.tzinfo),
        time_zone=booking.time_zone,
        words=in_words(booking.during.start, booking.time_zone),
        status=booking.status.value,
        confirmed=booking.confirmed_at is not None,
        shared=list(booking.shared),
        kind=booking.kind.value,
        mode=booking.mode.value,
        answer=booking.answer and booking.answer.value,
        warned=booking.warned and booking.warned.value,
        asked_at=booking.dtstamp.astimezone(booking.local_start.tzinfo),
    )
