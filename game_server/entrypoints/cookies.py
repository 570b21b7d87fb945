"""Who is at the other end of a request: one cookie for staff, one for each seat that this browser opened."""

from uuid import UUID

from starlette.requests import HTTPConnection
from starlette.responses import Response

from game_server.application.people import Player, Staff
from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.parts import Access, Parts

SIGNED_OUT = "Cette page n’est plus ouverte à votre nom. Connectez-vous de nouveau."
PLAYER_OUT = "Cette page n’est plus ouverte à ton nom. Entre de nouveau avec ton prénom et ton code."


def staff_cookie(access: Access) -> str:
    """The name of the staff cookie."""
    return _prefixed(access, "eclats-staff", secure=access.secure_cookies)


def seat_cookie(access: Access, seat: UUID, *, secure: bool) -> str:
    """The name of the cookie of one seat, so that two seats in one browser stay two."""
    return _prefixed(access, f"eclats-seat-{seat.hex[:12]}", secure=secure)


def set_session(response: Response, name: str, token: str, *, secure: bool, seconds: int) -> None:
    """Give the browser a session."""
    response.set_cookie(name, token, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")


async def staff_of(request: HTTPConnection, parts: Parts) -> Staff:
    """The member of staff whose cookie this is. Raises RefusedRequest `signed_out`."""
    token = request.cookies.get(staff_cookie(parts.access))
    who = await parts.accounts.who(token) if token else None
    if not isinstance(who, Staff):
        raise RefusedRequest("signed_out", SIGNED_OUT)
    return who


async def player_of(request: HTTPConnection, parts: Parts, seat: UUID) -> Player:
    """The player of that seat. Raises RefusedRequest `signed_out`."""
    for secure in (True, False):
        token = request.cookies.get(seat_cookie(parts.access, seat, secure=secure))
        who = await parts.accounts.who(token) if token else None
        if isinstance(who, Player) and who.seat == seat:
            return who
    raise RefusedRequest("signed_out", PLAYER_OUT)


def is_secure(request: HTTPConnection, access: Access) -> bool:
    """Whether this request came by the origin whose cookies are `__Host-` ones."""
    return access.secure_cookies and request.headers.get("origin", access.public_url) != access.player_origin


def _prefixed(_: Access, name: str, *, secure: bool) -> str:
    return f"__Host-{name}" if secure else name
