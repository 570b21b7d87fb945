"""A player's own place: who I am, my PIN and card, what I keep for myself, my calls for help, my traces."""

from datetime import datetime
from json import dumps
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, JsonValue

from game_server.application.days_file import days_file
from game_server.application.directory import Home
from game_server.application.distress import distress_in
from game_server.application.help_numbers import HELP_NUMBERS
from game_server.application.people import Player
from game_server.application.play import Request as Action
from game_server.core.decisions.setting import open_step
from game_server.core.group_commands import ForgetSeat
from game_server.core.ids import GroupId, MissionId, SeatId
from game_server.core.messages import Actor, Role
from game_server.entrypoints.bodies import Answer, Body, Done, Short, Text
from game_server.entrypoints.cookies import seat_cookie
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.qr import card_address, qr
from game_server.entrypoints.wired import KnownMe, Me, Wired

MOST_VALUES = 50
CALENDAR = "text/calendar; charset=utf-8"

router = APIRouter(prefix="/api/seats/{seat}", tags=["players"])


class Number(Answer):
    """A number to call, for free."""

    number: str
    title: str
    text: str


class OnCall(Answer):
    """The adult on duty."""

    name: str
    phone: str


class Named(Answer):
    """Somebody by name."""

    name: str


class NewDevice(Answer):
    """« Nouvel appareil »: a phone not seen before opened this seat."""

    id: UUID
    at: datetime


class MyGroup(Answer):
    """The group of a seat."""

    id: UUID
    name: str
    code: str
    time_zone: str
    ended: bool
    pack: str
    edition: int


class MyPlace(Answer):
    """All that a player's page needs beside the game itself."""

    first_name: str
    known: bool
    group: MyGroup
    notices: list[NewDevice]
    on_call: OnCall | None
    numbers: list[Number]
    referent: Named | None


class NewPin(Body):
    """Another PIN."""

    pin: Short


class CardShown(Answer):
    """A new personal card, shown once: its token and the QR of its address as SVG."""

    card: str
    svg: str


class Values(Answer):
    """What one keeps for oneself."""

    values: dict[str, JsonValue]


class Keep(Body):
    """Values of one's own, JSON each."""

    values: Annotated[dict[Short, JsonValue], Field(max_length=MOST_VALUES)]
    told: Short | None = None
    """The mission that these values answer: its group hears that it is done, and nothing else."""


class Kept(Answer):
    """It is kept. `heard`: words of distress stood in it, and an adult on duty was told."""

    done: bool = True
    heard: bool = False


class Call(Body):
    """A call for help, with a few words if one wants."""

    kind: Literal["help", "distress"]
    note: Text | None = None
    key: Short = ""
    """Drawn once by the phone: the same call, sent again, is the same call."""


class Called(Answer):
    """The call that was opened."""

    id: UUID


class Erased(Answer):
    """How many things were erased, by name."""

    counts: dict[str, int]


@router.get("/me")
async def me(parts: Wired, player: Me) -> MyPlace:
    """My place."""
    home = await parts.directory.home(player)
    group, referent = home.group, home.referent
    return MyPlace(
        first_name=home.seat.first_name,
        known=player.known,
        group=MyGroup(
            id=group.id,
            name=group.name,
            code=group.group_code,
            time_zone=group.time_zone,
            ended=group.ended_at is not None,
            pack=group.pack,
            edition=int(group.edition),
        ),
        notices=[NewDevice(id=one.id, at=one.at) for one in await parts.admission.my_notices(player)],
        on_call=await _on_call(parts, player, home),
        numbers=_numbers(parts),
        referent=Named(name=referent.name) if referent else None,
    )


async def _on_call(parts: Parts, player: Player, home: Home) -> OnCall | None:
    """The adult named for the outing around a weekend; at any other time, the one on duty."""
    named = await parts.safety.on_call(player, home.group)
    if named is not None:
        return OnCall(name=named[0], phone=named[1])
    return OnCall(name=home.on_call.name, phone=home.on_call.on_call_phone or "") if home.on_call else None


def _numbers(parts: Parts) -> list[Number]:
    own = [Number(number=number, title=title, text="") for title, number in parts.on_call.items()]
    return own + [Number(number=one.number, title=one.title, text=one.text) for one in HELP_NUMBERS]


@router.post("/pin")
async def choose_pin(parts: Wired, player: KnownMe, body: NewPin) -> Done:
    """Choose another PIN."""
    await parts.admission.new_pin(player, player.seat, body.pin)
    return Done()


@router.post("/card")
async def new_card(parts: Wired, player: KnownMe) -> CardShown:
    """Get a new personal card; the old one stops working."""
    card = await parts.admission.issue_card(player, player.seat)
    return CardShown(card=card, svg=qr(card_address(parts.access, card)))


@router.post("/sign-out")
async def sign_out(request: Request, parts: Wired, player: Me) -> Done:
    """Close this session. The cookie stays: it proves that this phone is a known one, and opens nothing."""
    for secure in (True, False):
        token = request.cookies.get(seat_cookie(player.seat, secure=secure))
        if token:
            await parts.accounts.sign_out(token)
    return Done()


@router.get("/private")
async def read_private(parts: Wired, player: KnownMe, prefix: Annotated[str, Query(max_length=120)] = "") -> Values:
    """Read what I keep for myself."""
    return Values.model_validate({"values": dict(await parts.private.mine(player, prefix))})


@router.put("/private")
async def keep_private(parts: Wired, player: KnownMe, body: Keep) -> Kept:
    """Keep values for myself; one that changes is shown to nobody until it is shared again.

    With words of distress among them an adult is told that there are some, and not which: they were promised to stay here.
    """
    await parts.private.keep(player, body.values, fact=await _done_in(parts, player, body.told))
    heard = distress_in(body.values) is not None
    if heard:
        await parts.private.call_help(player, "distress")
    return Kept(heard=heard)


async def _done_in(parts: Parts, player: Player, mission: str | None) -> str | None:
    """The fact that tells the group; None when the mission's open step asks for no private answer."""
    live = await parts.live_groups.awake(GroupId(str(player.group)))
    step = open_step(live.rules, live.state, MissionId(mission)) if mission else None
    if step is None or "told" not in step.kind.outside:
        return None
    return dumps({"mission": step.mission, "seat": str(player.seat), "action": f"{step.kind.name}/told"})


@router.post("/help")
async def call_help(parts: Wired, player: Me, body: Call) -> Called:
    """Call the staff on duty, from any phone."""
    return Called(id=await parts.private.call_help(player, body.kind, body.note, key=body.key))


@router.delete("/traces")
async def erase_traces(response: Response, parts: Wired, player: KnownMe) -> Erased:
    """« Effacer mes traces ». What was shared for an appointment goes first: without a session nobody could ask again."""
    await parts.appointments.forget_shared(player.structure, player.seat)
    await parts.photos.forget(player)
    counts = await parts.private.erase(player)
    seat = SeatId(str(player.seat))
    await parts.play.submit(Action(GroupId(str(player.group)), Actor(Role.SYSTEM), ForgetSeat(seat)))
    for secure in (True, False):
        response.delete_cookie(seat_cookie(player.seat, secure=secure), secure=secure, httponly=True, samesite="lax")
    return Erased(counts=dict(counts))


@router.get("/days.ics", response_class=Response)
async def days(parts: Wired, player: Me) -> Response:
    """The days of my group, for the phone's calendar."""
    home = await parts.directory.home(player)
    live = await parts.live_groups.awake(GroupId(str(player.group)))
    site = (await parts.directory.places(player.structure)).get(home.group.site)
    place = f"{site.name}, {site.address}" if site else ""
    file = days_file(player.group, live.state.calendar, place=place, at=parts.clock.now())
    return calendar_file(file, "eclats.ics")


def calendar_file(data: bytes, name: str) -> Response:
    """A calendar file that a phone offers to keep."""
    return Response(data, media_type=CALENDAR, headers={"Content-Disposition": f'attachment; filename="{name}"'})
