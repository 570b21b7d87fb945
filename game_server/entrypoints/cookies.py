"""Who is at the other end of a request: one cookie for staff, one for each seat that this browser opened."""

from uuid import UUID

from starlette.requests import HTTPConnection
from starlette.responses import Response

from game_server.application.people import Player, Staff
from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.parts import Access, Parts

SIGNED_OUT = "Cette page n’est plus ouverte à votre nom. Connectez-vous de nouveau."
PAGE = "x-eclats-page"
COOKIE_LASTS = 365 * 86_400
"""Seconds. Longer than any session: an ended one still proves a known phone; the server alone says what is open."""
MOST_SEATS_OF_A_BROWSER = 24
PLAYER_OUT = "Cette page n’est plus ouverte à ton nom. Entre de nouveau avec ton prénom et ton code."


def staff_cookie(request: HTTPConnection, access: Access) -> str:
    """The name of the staff cookie: the counsellors' page has its own, so that two colleagues may share one browser."""
    name = "counsellor" if request.headers.get(PAGE) == "counsellor" else "staff"
    return _prefixed(f"eclats-{name}", secure=access.secure_cookies)


def seat_cookie(seat: UUID, *, secure: bool) -> str:
    """The name of the cookie of one seat, so that two seats in one browser stay two."""
    return _prefixed(f"eclats-seat-{seat.hex[:12]}", secure=secure)


def set_session(response: Response, name: str, token: str, *, secure: bool, seconds: int) -> None:
    """Give the browser a session."""
    response.set_cookie(name, token, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")


async def staff_of(request: HTTPConnection, parts: Parts) -> Staff:
    """The member of staff whose cookie this is. Raises RefusedRequest `signed_out`."""
    token = request.cookies.get(staff_cookie(request, parts.access))
    who = await parts.accounts.who(token) if token else None
    if not isinstance(who, Staff):
        raise RefusedRequest("signed_out", SIGNED_OUT)
    return who


async def player_of(request: HTTPConnection, parts: Parts, seat: UUID) -> Player:
    """The player of that seat. Raises RefusedRequest `signed_out`."""
    # on an origin of HTTPS alone, a cookie without the prefix may come from a neighbour's host name
    lan = parts.access.player_origin is not None
    for secure in {parts.access.secure_cookies, parts.access.secure_cookies and not lan}:
        token = request.cookies.get(seat_cookie(seat, secure=secure))
        who = await parts.accounts.who(token) if token else None
        if isinstance(who, Player) and who.seat == seat:
            return who
    raise RefusedRequest("signed_out", PLAYER_OUT)


def old_seat_tokens(request: HTTPConnection) -> list[str]:
    """Every seat session that this browser ever had, open or not."""
    tokens = [token for name, token in request.cookies.items() if "eclats-seat-" in name]
    return tokens[:MOST_SEATS_OF_A_BROWSER]


def is_secure(request: HTTPConnection, access: Access) -> bool:
    """Whether this request came by the origin whose cookies are `__Host-` ones."""
    return access.secure_cookies and request.headers.get("origin", access.public_url) != access.player_origin


def _prefixed(name: str, *, secure: bool) -> str:
    return f"__Host-{name}" if secure else name
