"""Staff: signing in and out, accounts and colleagues, the duty, and the calls for help that it answers."""

from datetime import datetime
from typing import Annotated, get_args
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import Field

from game_server.application.accounts import Opened
from game_server.application.people import Staff, StaffRole
from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.bodies import Answer, Body, Done, Short, Text
from game_server.entrypoints.cookies import COOKIE_LASTS, set_session, staff_cookie
from game_server.entrypoints.loopback import must_be_loopback
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.wired import ByStaff, Wired

router = APIRouter(prefix="/api", tags=["staff"])


class SignIn(Body):
    """E-mail and password."""

    email: Text
    password: Text


class Key(Body):
    """A key of the demonstration."""

    key: Short


class OpenAccount(Body):
    """The code of a first account or an invitation, and who opens it."""

    code: Short
    name: Short
    email: Text
    password: Text


class NewPassword(Body):
    """A password code, and the new password."""

    code: Short
    password: Text


class Duty(Body):
    """Whether one answers calls for help; `phone` is shown to players as the number on call."""

    on_duty: bool
    phone: Annotated[str, Field(max_length=24, pattern=r"^\+?[0-9 .]{3,23}$")] | None = None


class Invite(Body):
    """The roles of the person invited."""

    roles: Annotated[list[StaffRole], Field(max_length=len(get_args(StaffRole)))]


class Code(Answer):
    """A code, shown once, to be given by hand."""

    code: str


class StructureShown(Answer):
    """The structure of a member of staff."""

    id: UUID
    name: str
    time_zone: str


class MyAccount(Answer):
    """Who is signed in."""

    id: UUID
    name: str
    email: str
    roles: list[str]
    on_duty: bool
    on_call_phone: str | None
    structure: StructureShown


class Colleague(Answer):
    """Somebody of the same structure."""

    id: UUID
    name: str
    roles: list[str]
    on_duty: bool
    disabled: bool


class SiteShown(Answer):
    """A place of the structure."""

    id: UUID
    name: str
    address: str
    time_zone: str


class HelpCallShown(Answer):
    """An open call: who, in which group, since when, and who takes care of it."""

    id: UUID
    kind: str
    group: UUID
    seat: UUID
    first_name: str
    phone: str | None
    note: str | None
    opened_at: datetime
    claimed_by: UUID | None


@router.post("/staff/sign-in")
async def sign_in(request: Request, response: Response, parts: Wired, body: SignIn) -> MyAccount:
    """Sign in."""
    old = request.cookies.get(staff_cookie(request, parts.access))
    return await _in(request, response, parts, await parts.accounts.sign_in(body.email, body.password, old_token=old))


@router.post("/staff/key")
async def exchange_key(request: Request, response: Response, parts: Wired, body: Key) -> MyAccount:
    """Sign in with a key of the demonstration, from this very machine only."""
    must_be_loopback(request)
    if parts.keys is None or not parts.access.loopback_keys:
        raise RefusedRequest(
            "unknown_key", "Les clés n’ouvrent que la démonstration. Connectez-vous avec votre adresse."
        )
    return await _in(request, response, parts, await parts.keys.exchange(body.key))


@router.post("/staff/open-account")
async def open_account(request: Request, response: Response, parts: Wired, body: OpenAccount) -> MyAccount:
    """Open an account with a one-time code."""
    opened = await parts.accounts.open_account(body.code, name=body.name, email=body.email, password=body.password)
    return await _in(request, response, parts, opened)


@router.post("/staff/password")
async def change_password(request: Request, response: Response, parts: Wired, body: NewPassword) -> MyAccount:
    """Choose a new password with the code that a manager gave."""
    return await _in(request, response, parts, await parts.accounts.change_password(body.code, body.password))


@router.post("/staff/sign-out")
async def sign_out(request: Request, parts: Wired, staff: ByStaff) -> Done:
    """Close this session; the cookie stays as the memory of a known device."""
    del staff
    await parts.accounts.sign_out(request.cookies[staff_cookie(request, parts.access)])
    return Done()


@router.get("/staff/me")
async def me(parts: Wired, staff: ByStaff) -> MyAccount:
    """Who I am."""
    return await _account(parts, staff)


@router.post("/staff/duty")
async def take_duty(parts: Wired, staff: ByStaff, body: Duty) -> Done:
    """Take or leave the duty."""
    await parts.accounts.go_on_duty(staff, on_duty=body.on_duty, phone=body.phone)
    return Done()


@router.post("/staff/invite")
async def invite(parts: Wired, staff: ByStaff, body: Invite) -> Code:
    """Invite a colleague."""
    return Code(code=await parts.accounts.invite(staff, frozenset(body.roles)))


@router.get("/colleagues")
async def colleagues(parts: Wired, staff: ByStaff) -> list[Colleague]:
    """The staff of my structure."""
    return [
        Colleague(
            id=one.id,
            name=one.name,
            roles=sorted(one.roles),
            on_duty=one.on_duty,
            disabled=one.disabled_at is not None,
        )
        for one in await parts.accounts.colleagues(staff)
    ]


@router.post("/colleagues/{colleague}/password")
async def password_code(parts: Wired, staff: ByStaff, colleague: UUID) -> Code:
    """A code with which a colleague chooses a new password."""
    return Code(code=await parts.accounts.password_code(staff, colleague))


@router.post("/colleagues/{colleague}/disable")
async def disable(parts: Wired, staff: ByStaff, colleague: UUID) -> Done:
    """Close a colleague's account."""
    await parts.accounts.disable(staff, colleague)
    return Done()


@router.get("/sites")
async def sites(parts: Wired, staff: ByStaff) -> list[SiteShown]:
    """The places of my structure."""
    found = await parts.accounts.sites(staff)
    return [SiteShown(id=one.id, name=one.name, address=one.address, time_zone=one.time_zone) for one in found]


@router.get("/help-calls")
async def help_calls(parts: Wired, staff: ByStaff) -> list[HelpCallShown]:
    """The open calls, distress first; on duty only."""
    return [
        HelpCallShown(
            id=one.id,
            kind=one.kind,
            group=one.group,
            seat=one.seat,
            first_name=seat.first_name if seat else "",
            phone=seat.person.phone if seat else None,
            note=one.note,
            opened_at=one.opened_at,
            claimed_by=one.claimed_by,
        )
        for one in await parts.private.calls(staff)
        for seat in [await parts.directory.seat(staff.structure, one.seat)]
    ]


@router.post("/help-calls/{call}/claim")
async def claim(parts: Wired, staff: ByStaff, call: UUID) -> Done:
    """« Je m’en occupe »."""
    await parts.private.claim(staff, call)
    return Done()


@router.post("/help-calls/{call}/close")
async def close_call(parts: Wired, staff: ByStaff, call: UUID) -> Done:
    """It is over; erased seven days later."""
    await parts.private.close_call(staff, call)
    return Done()


async def _in(request: Request, response: Response, parts: Parts, opened: Opened) -> MyAccount:
    name, secure = staff_cookie(request, parts.access), parts.access.secure_cookies
    set_session(response, name, opened.token, secure=secure, seconds=COOKIE_LASTS)
    return await _account(parts, opened.staff)


async def _account(parts: Parts, staff: Staff) -> MyAccount:
    structure = await parts.directory.structure(staff.structure)
    name, zone = (structure.name, structure.time_zone) if structure else ("", "")
    return MyAccount(
        id=staff.id,
        name=staff.name,
        email=staff.email,
        roles=sorted(staff.roles),
        on_duty=staff.on_duty,
        on_call_phone=staff.on_call_phone,
        structure=StructureShown(id=staff.structure, name=name, time_zone=zone),
    )
