"""The ways into a seat. A GET looks and uses nothing up; a POST enters, and leaves the seat's own cookie."""

import hashlib
import secrets
from uuid import UUID

from fastapi import APIRouter, Request, Response

from game_server.application.admission import Entered
from game_server.application.distress import is_distress
from game_server.application.nicknames import proposed
from game_server.application.play import Request as Action
from game_server.core.group_commands import AskSeat
from game_server.core.ids import GroupId, SeatId
from game_server.core.messages import Actor, Refused, Role
from game_server.entrypoints.bodies import Answer, Body, Short
from game_server.entrypoints.cookies import COOKIE_LASTS, is_secure, old_seat_tokens, seat_cookie, set_session
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.wired import Wired, refused_by_game

FIGURES = 8
SEED_BITS = 32

router = APIRouter(prefix="/api", tags=["joining"])


class DoorShown(Answer):
    """What stands behind an open door. `suggestions` are first names one may take instead of one's own."""

    group: str
    site: str
    suggestions: list[str]


class Join(Body):
    """A new seat: the door's code, the first name to be shown, a PIN of one's own."""

    code: Short
    first_name: Short
    pin: Short


class Return(Body):
    """Back on any phone."""

    group_code: Short
    first_name: Short
    pin: Short


class Card(Body):
    """The token of a personal card."""

    card: Short


class DeviceCode(Body):
    """The facilitator's one-time code."""

    code: Short


class In(Answer):
    """One is in. `known`: this phone opens private things too; `new_device`: owner and facilitator are told."""

    seat: UUID
    first_name: str
    group_code: str
    known: bool
    new_device: bool
    heard: bool = False
    """Words of distress stood where a first name was asked: an adult was told, and the seat has a borrowed name."""


@router.get("/door/{code}")
async def look_at_door(parts: Wired, code: str) -> DoorShown:
    """Look at a door; `door_closed` when this code opens none now."""
    group = await parts.admission.look(code)
    site = (await parts.directory.places(group.structure)).get(group.site)
    suggestions = proposed(secrets.randbits(SEED_BITS))
    return DoorShown(group=group.name, site=site.name if site else "", suggestions=suggestions)


@router.post("/join")
async def join(request: Request, response: Response, parts: Wired, body: Join) -> In:
    """Take a new seat, which then waits at the door to be admitted by name."""
    heard = is_distress(body.first_name)
    first_name = proposed(secrets.randbits(SEED_BITS))[0] if heard else body.first_name
    entered = await parts.admission.join(body.code, first_name, body.pin)
    try:
        await _ask(parts, entered)
    except Exception:
        await parts.admission.abandon(entered.player)
        raise
    if heard:
        await parts.private.hear(entered.player, body.first_name)
    return (await _in(request, response, parts, entered)).model_copy(update={"heard": heard})


@router.post("/return")
async def come_back(request: Request, response: Response, parts: Wired, body: Return) -> In:
    """Come back by the group's code, the first name and the PIN."""
    tokens = old_seat_tokens(request)
    entered = await parts.admission.come_back(body.group_code, body.first_name, body.pin, old_tokens=tokens)
    await _ask(parts, entered)
    return await _in(request, response, parts, entered)


@router.post("/card")
async def enter_by_card(request: Request, response: Response, parts: Wired, body: Card) -> In:
    """Enter with the personal card."""
    entered = await parts.admission.enter_by_card(body.card, old_tokens=old_seat_tokens(request))
    return await _in(request, response, parts, entered)


@router.post("/device")
async def enter_by_code(request: Request, response: Response, parts: Wired, body: DeviceCode) -> In:
    """Enter with the facilitator's one-time QR."""
    return await _in(request, response, parts, await parts.admission.enter_by_code(body.code))


async def _ask(parts: Parts, entered: Entered) -> None:
    """The seat asks to be let in, unless the game has heard of it already. Raises RefusedRequest, StoreUnreachableError."""
    seat = SeatId(str(entered.player.seat))
    command = AskSeat(seat, entered.first_name, figure_of(seat))
    answer = await parts.play.submit(Action(GroupId(str(entered.player.group)), Actor(Role.SYSTEM), command))
    if isinstance(answer, Refused) and answer.code != "already_asked":
        raise refused_by_game(parts, answer)


def figure_of(seat: str) -> int:
    """The figure of a seat on the quay, 0 to 7, always the same for the same seat."""
    return hashlib.sha256(seat.encode()).digest()[0] % FIGURES


async def _in(request: Request, response: Response, parts: Parts, entered: Entered) -> In:
    player, secure = entered.player, is_secure(request, parts.access)
    name = seat_cookie(player.seat, secure=secure)
    set_session(response, name, entered.token, secure=secure, seconds=COOKIE_LASTS)
    home = await parts.directory.home(player)
    return In(
        seat=player.seat,
        first_name=entered.first_name,
        group_code=home.group.group_code,
        known=player.known,
        new_device=entered.new_device,
    )
