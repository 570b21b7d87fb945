"""A player's appointments: slots, the choice, what was booked, what has changed since."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field

from game_server.application.appointments.french import in_words
from game_server.application.appointments.words import Booking, Mode, Reply
from game_server.application.people import Player, Site
from game_server.application.refusals import RefusedRequest
from game_server.core.ids import GroupId, MissionId
from game_server.core.state import MissionStatus
from game_server.entrypoints.bodies import Answer, Body, Done, Short
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.players import calendar_file
from game_server.entrypoints.wired import KnownMe, Me, Wired

router = APIRouter(prefix="/api/seats/{seat}", tags=["appointments"])

Shared = Annotated[str, Field(max_length=400)]


class Slot(Answer):
    """One slot; `offer` is what is sent back to choose it. Instants carry the offset of the site."""

    offer: str
    start: datetime
    end: datetime
    minutes: int
    time_zone: str
    words: str
    counsellor: str
    kind: str
    mode: str


class CounsellorShown(Answer):
    """Who receives me, and the first words they wrote."""

    name: str
    words: str | None


class AwayShown(Answer):
    """A counsellor who is absent, and the sentence that says so."""

    counsellor: str
    start: datetime
    end: datetime
    sentence: str


class Slots(Answer):
    """What one may choose; on a phone that is not known, nothing but that."""

    known: bool
    counsellor: CounsellorShown | None = None
    slots: list[Slot] = Field(default_factory=list)
    away: list[AwayShown] = Field(default_factory=list)
    sentence: str = ""


class Choose(Body):
    """One's own choice. `key` is drawn once by the page: the same key never books twice."""

    mission: Short
    choice: Literal["slot", "call_back", "not_now"]
    offer: Annotated[str, Field(max_length=1000)] | None = None
    key: Short = ""
    shared: Annotated[list[Shared], Field(max_length=20, default_factory=list)]


class Appointment(Answer):
    """One appointment as its owner sees it. `status` is booked, cancelled_by_youth, cancelled_by_counsellor, etc."""

    id: UUID
    mission: str | None
    start: datetime
    end: datetime
    time_zone: str
    words: str
    counsellor: str
    place: str
    status: str
    confirmed: bool
    shared: list[str]
    kind: str
    mode: str
    alone_until: datetime
    warned: str | None
    declined: bool
    proof: str | None


class Hold(Body):
    """A time to keep for five minutes, before the choice is made."""

    mission: Short | None = None
    offer: Annotated[str, Field(max_length=1000)]
    key: Short


class Held(Answer):
    """Until when it is kept."""

    until: datetime


class Chosen(Answer):
    """What came of a choice."""

    booking: Appointment | None


class Change(Answer):
    """Something that happened: confirmed, moved, cancelled, may_change, declined, replaced, reminder or follow_up."""

    id: UUID
    booking: UUID
    kind: str
    start: datetime
    time_zone: str
    words: str
    at: datetime


class Seen(Body):
    """The changes that were read."""

    seen: Annotated[list[UUID], Field(max_length=100)]


@router.get("/slots")
async def slots(parts: Wired, player: Me, mission: Annotated[str, Query(max_length=120)] = "") -> Slots:
    """The slots of my counsellor; `mission` only says where the page stands."""
    del mission
    if not player.known:
        return Slots(known=False)
    home = await parts.directory.home(player)
    page = await parts.appointments.slots(player.structure, player.seat)
    away = [
        AwayShown(counsellor=one.counsellor_name, start=one.during.start, end=one.during.end, sentence=one.sentence)
        for one in page.away
    ]
    return Slots(
        known=True,
        counsellor=CounsellorShown(name=home.referent.name, words=page.words) if home.referent else None,
        slots=[Slot.model_validate(one.as_dict()) for one in page.slots],
        away=away,
        sentence=page.sentence,
    )


@router.post("/hold")
async def hold(parts: Wired, player: KnownMe, body: Hold) -> Held:
    """Keep a time for five minutes; another one kept before is given up."""
    held = await parts.appointments.hold(player.structure, player.seat, body.mission, body.offer, body.key)
    return Held(until=held.held_until or parts.appointments.clock())


@router.post("/choice")
async def choose(parts: Wired, player: Me, body: Choose) -> Chosen:
    """Choose a slot, a call-back or « pas maintenant ». A phone opened by PIN alone may ask for a call, and share nothing."""
    if body.choice == "slot" or body.shared:
        player.must_be_known()
    await _must_be_open(parts, player, body.mission)
    use, who = parts.appointments, (player.structure, player.seat)
    if body.choice == "slot":
        booking = await use.book(*who, body.mission, body.offer or "", body.key, body.shared)
        return Chosen(booking=(await shown(parts, player, [booking]))[0])
    if body.choice == "call_back":
        await use.call_back(*who, body.mission, body.shared)
    else:
        await use.not_now(*who, body.mission)
    return Chosen(booking=None)


@router.get("/appointments")
async def mine(parts: Wired, player: KnownMe) -> list[Appointment]:
    """My appointments, by time."""
    return await shown(parts, player, await parts.appointments.mine(player.structure, player.seat))


@router.get("/appointments/{booking}.ics", response_class=Response)
async def file(parts: Wired, player: KnownMe, booking: UUID) -> Response:
    """The appointment for the phone's calendar, under a discreet title."""
    data = await parts.appointments.calendar_file(player.structure, player.seat, booking)
    return calendar_file(data, "rendez-vous.ics")


@router.get("/notices")
async def changes(parts: Wired, player: KnownMe) -> list[Change]:
    """What I was not told yet."""
    found = await parts.appointments.notices(player.structure, player.seat)
    return [
        Change(
            id=one.id,
            booking=one.booking,
            kind=one.kind.value,
            start=one.start,
            time_zone=one.time_zone,
            words=in_words(one.start, one.time_zone),
            at=one.at,
        )
        for one in found
    ]


@router.post("/notices")
async def seen(parts: Wired, player: KnownMe, body: Seen) -> Done:
    """I have read these."""
    await parts.appointments.seen(player.structure, player.seat, body.seen)
    return Done()


async def _must_be_open(parts: Parts, player: Player, mission: str) -> None:
    """A choice belongs to a mission that the group has reached and that waits for something from outside the game."""
    live = await parts.live_groups.awake(GroupId(str(player.group)))
    plan = live.rules.scenario.mission(MissionId(mission))
    if plan is None or not any("decided" in live.rules.kinds[step.kind].outside for step in plan.steps):
        raise RefusedRequest("unknown_mission", "Cette mission n’est pas un rendez-vous. Recharge la page.")
    if live.state.mission(plan.id).status is MissionStatus.CLOSED:
        raise RefusedRequest("mission_not_open", "Cette mission n’est pas encore ouverte. Elle arrive avec ton groupe.")


async def shown(parts: Parts, player: Player, bookings: list[Booking]) -> list[Appointment]:
    """These appointments as their owner sees them."""
    names = await parts.directory.names(player.structure)
    places = await parts.directory.places(player.structure)
    proofs = await parts.appointments.proofs(player.structure, bookings, names)
    return [
        _appointment(one, names.get(one.counsellor, ""), _place(one, places.get(one.site))).model_copy(
            update={"proof": proofs.get(one.id)}
        )
        for one in bookings
    ]


def _place(booking: Booking, site: Site | None) -> str:
    if booking.mode is not Mode.ON_SITE:
        return "par téléphone" if booking.mode is Mode.PHONE else "en visio"
    return f"{site.name}, {site.address}" if site else ""


def _appointment(booking: Booking, counsellor: str, place: str) -> Appointment:
    zone = booking.local_start.tzinfo
    return Appointment(
        id=booking.id,
        mission=booking.mission,
        start=booking.local_start,
        end=booking.during.end.astimezone(zone),
        time_zone=booking.time_zone,
        words=in_words(booking.during.start, booking.time_zone),
        counsellor=counsellor,
        place=place,
        status=booking.status.value,
        confirmed=booking.confirmed_at is not None,
        shared=list(booking.shared),
        kind=booking.kind.value,
        mode=booking.mode.value,
        alone_until=booking.alone_until.astimezone(zone),
        warned=booking.warned and booking.warned.value,
        declined=booking.answer is Reply.DECLINED,
        proof=None,
    )
