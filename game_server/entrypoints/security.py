"""What every request passes through: where it comes from, how large it is, and what browsers may do with the answer."""

import re
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from game_server.application.photos import LARGEST_PHOTO
from game_server.entrypoints.errors import NOT_JSON, TOO_LARGE, told
from game_server.entrypoints.parts import Access

LARGEST_BODY = 16 * 1024
PHOTOS = re.compile(r"/api/seats/[^/]+/photos")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OUR_FAULT = 1011
PLAYER_PATHS = ("/entrer/", "/place/", "/assets/", "/api/seats/", "/api/door/", "/api/packs/", "/ws/seat/")
PLAYER_DOORS = frozenset({"/", "/api/join", "/api/return", "/api/card", "/api/device"})
FOREIGN = "Cette page ne vient pas d’Éclats. Ouvrez l’adresse donnée par votre groupe ou votre structure."
PLAYERS_ONLY = "Cette adresse ne sert que les pages des joueurs."
UNEXPECTED = "Quelque chose n’a pas marché de notre côté. Réessayez dans un instant ; si cela revient, donnez ce numéro"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; frame-src 'self'; frame-ancestors 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Pure ASGI, so that it costs next to nothing: it refuses early, adds the headers, and lets no stack out."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        """Stand before the application."""
        self._app, self._access = app, access
        self._player_port = urlsplit(access.player_origin).port if access.player_origin else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one socket."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = False

        async def send_guarded(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if scope["path"].startswith("/api/") and "Cache-Control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        try:
            refusal = self._refusal(scope)
            body = b"" if refusal or scope["method"] in SAFE else await _body(receive, _largest(scope))
            if body is None:
                refusal = _too_large()
            await (refusal or self._app)(scope, _again(body or b"", receive), send_guarded)
        except Exception as error:  # noqa: BLE001 - the last wall: the log gets a place, the sender a number
            number = _noted(error, scope)
            if not began:
                await _unexpected(number)(scope, receive, send_guarded)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._is_served(scope):
            await send({"type": "websocket.close", "code": 1008, "reason": PLAYERS_ONLY})
            return
        try:
            await self._app(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - as above
            number = _noted(error, scope)
            await send(
                {"type": "websocket.close", "code": OUR_FAULT, "reason": f"Réessaie dans un instant ({number})."}
            )

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_served(scope):
            return told(HTTPStatus.NOT_FOUND, "unknown_page", PLAYERS_ONLY)
        if scope["method"] not in SAFE and headers.get("origin") not in self._origins(scope):
            return told(HTTPStatus.FORBIDDEN, "foreign_origin", FOREIGN)
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            return told(HTTPStatus.BAD_REQUEST, "unreadable", NOT_JSON)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:20]) > _largest(scope):
            return _too_large()
        return None

    def _origins(self, scope: Scope) -> frozenset[str | None]:
        return frozenset({self._access.player_origin} if self._is_for_players(scope) else self._access.origins)

    def _is_for_players(self, scope: Scope) -> bool:
        server = scope.get("server")
        return self._player_port is not None and server is not None and server[1] == self._player_port

    def _is_served(self, scope: Scope) -> bool:
        path = scope["path"]
        ours = path in PLAYER_DOORS or path.startswith(PLAYER_PATHS) or ("/" not in path[1:] and "." in path)
        return ours or not self._is_for_players(scope)


def _largest(scope: Scope) -> int:
    return LARGEST_PHOTO if PHOTOS.fullmatch(scope["path"]) else LARGEST_BODY


async def _body(receive: Receive, largest: int) -> bytes | None:
    """The whole body, which is small by rule; None when it is not."""
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > largest:
            return None
        if not message.get("more_body", False):
            return body


def _again(body: bytes, receive: Receive) -> Receive:
    """A way to receive the body that was read already, then what comes after it."""
    given = False

    async def receive_again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again


def _too_large() -> Response:
    return told(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", TOO_LARGE)


def _unexpected(number: str) -> Response:
    return told(HTTPStatus.INTERNAL_SERVER_ERROR, "unexpected", f"{UNEXPECTED} : {number}.", {"number": number})


def _noted(error: BaseException, scope: Scope) -> str:
    """One line in the log: what kind of error and where, never its message, which may hold what somebody typed."""
    number = uuid4().hex[:8]
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    route = getattr(scope.get("route"), "path", "?")
    structlog.get_logger(__name__).error(
        "unexpected", number=number, error=type(error).__name__, place=place, route=route
    )
    return number
