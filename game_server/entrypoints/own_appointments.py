"""A player's appointments outside the game and after it: taken at any time, moved, cancelled, remembered, followed up."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from game_server.application.appointments.reminders import ReminderChoice, ReminderWay
from game_server.application.appointments.reminding import moments
from game_server.application.appointments.words import Progress, Warned
from game_server.entrypoints.appointments import Appointment, Shared, shown
from game_server.entrypoints.bodies import Answer, Body, Done, Short
from game_server.entrypoints.wired import KnownMe, Wired

router = APIRouter(prefix="/api/seats/{seat}", tags=["appointments"])

Offer = Annotated[str, Field(max_length=1000)]
Moment = Literal["week", "two_days", "morning"]
Way = Literal["sms", "email", "app"]


class Take(Body):
    """One time, with no mission: `key` is drawn once by the page."""

    offer: Offer
    key: Short
    shared: Annotated[list[Shared], Field(max_length=20, default_factory=list)]


class MoveMine(Body):
    """Where to: an offer of the same counsellor."""

    offer: Offer


class ShareMine(Body):
    """What I show now; what is not in it is taken back."""

    shared: Annotated[list[Shared], Field(max_length=20)]


class Warn(Body):
    """What my counsellor should know at the last minute."""

    what: Literal["late", "absent"]


class RemindersGiven(Body):
    """When and how I want to be reminded; the app always works, the others need an address."""

    ways: Annotated[list[Way], Field(max_length=3)]
    moments: Annotated[list[Moment], Field(max_length=3)]
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")] | None = None
    phone: Annotated[str, Field(max_length=20, pattern=r"^\+?[0-9 .]{6,20}$")] | None = None


class RemindersShown(Answer):
    """The same as it stands, and the ways that this server can use."""

    ways: list[str]
    moments: list[str]
    email: str | None
    phone: str | None
    possible: list[str]


class Question(Answer):
    """What was decided at a meeting seven or thirty days ago."""

    id: UUID
    booking: UUID
    days: int
    what: str


class Told(Body):
    """What became of it."""

    done: Literal["done", "under_way", "dropped"]


@router.post("/appointments")
async def take(parts: Wired, player: KnownMe, body: Take) -> Appointment:
    """Take a time outside any mission, before, during or after the game."""
    booking = await parts.appointments.book(player.structure, player.seat, None, body.offer, body.key, body.shared)
    return (await shown(parts, player, [booking]))[0]


@router.delete("/appointments/{booking}")
async def cancel(parts: Wired, player: KnownMe, booking: UUID) -> Appointment:
    """Give the time back."""
    cancelled = await parts.appointments.own.cancel(player.structure, player.seat, booking)
    return (await shown(parts, player, [cancelled]))[0]


@router.post("/appointments/{booking}/move")
async def move(parts: Wired, player: KnownMe, booking: UUID, body: MoveMine) -> Appointment:
    """Move it to another time of the same counsellor."""
    moved = await parts.appointments.own.move(player.structure, player.seat, booking, body.offer)
    return (await shown(parts, player, [moved]))[0]


@router.put("/appointments/{booking}/shared")
async def share(parts: Wired, player: KnownMe, booking: UUID, body: ShareMine) -> Appointment:
    """Show or take back, item by item."""
    changed = await parts.appointments.own.share(player.structure, player.seat, booking, body.shared)
    return (await shown(parts, player, [changed]))[0]


@router.post("/appointments/{booking}/warn")
async def warn(parts: Wired, player: KnownMe, booking: UUID, body: Warn) -> Appointment:
    """Warn, whatever the deadline."""
    warned = await parts.appointments.own.warn(player.structure, player.seat, booking, Warned(body.what))
    return (await shown(parts, player, [warned]))[0]


@router.get("/reminders")
async def reminders(parts: Wired, player: KnownMe) -> RemindersShown:
    """When and how I am reminded."""
    found = await parts.reminding.choice(player.structure, player.seat)
    return RemindersShown(
        ways=[one.value for one in found.ways],
        moments=[one.value for one in found.moments],
        email=found.email,
        phone=found.phone,
        possible=sorted(one.value for one in parts.reminding.ways),
    )


@router.put("/reminders")
async def choose_reminders(parts: Wired, player: KnownMe, body: RemindersGiven) -> RemindersShown:
    """Choose; the addresses serve reminders only and go with my traces."""
    ways = tuple(one for one in ReminderWay if one.value in body.ways)
    choice = ReminderChoice(ways, moments(body.moments), body.email, body.phone)
    await parts.reminding.choose(player.structure, player.seat, choice)
    return await reminders(parts, player)


@router.get("/follow-ups")
async def questions(parts: Wired, player: KnownMe) -> list[Question]:
    """What I am asked about what was decided."""
    found = await parts.reminding.follow_ups(player.structure, player.seat)
    return [Question(id=one.id, booking=one.booking, days=one.days, what=one.what) for one in found]


@router.post("/follow-ups/{row}")
async def answer(parts: Wired, player: KnownMe, row: UUID, body: Told) -> Done:
    """Say what became of it."""
    await parts.reminding.answer(player.structure, player.seat, row, Progress(body.done))
    return Done()
