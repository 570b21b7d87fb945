"""Every error as its sender can read it: `{code, sentence, details}`, and one handler for each."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException

from game_server.application.appointments.ports import Contention
from game_server.application.live_groups import UnknownGroupError
from game_server.application.ports import StoreUnreachableError
from game_server.application.refusals import RefusedRequest

NBSP = "\N{NO-BREAK SPACE}"
STORE_AWAY = "L’enregistrement ne répond pas en ce moment. Attendez quelques secondes, puis recommencez."
TOO_LARGE = "Ce message est trop long. Écrivez-le en moins de mots."
NO_PAGE = "Cette adresse ne mène nulle part. Revenez à la page d’accueil."
WRONG_METHOD = "Cette adresse ne s’utilise pas ainsi. Rechargez la page et recommencez."
NOT_JSON = "Ce message n’a pas été compris. Rechargez la page et recommencez."
NO_GROUP = "Ce groupe n’existe pas, ou son scénario n’est pas installé ici. Revenez à la liste."

STATUS: Mapping[str, HTTPStatus] = {
    **dict.fromkeys(
        ("signed_out", "wrong_password", "not_recognised", "unknown_card", "unknown_key", "code_gone"),
        HTTPStatus.UNAUTHORIZED,
    ),
    **dict.fromkeys(
        ("role_missing", "known_phone_needed", "not_on_duty", "not_oneself", "not_your_role", "foreign_origin"),
        HTTPStatus.FORBIDDEN,
    ),
    **dict.fromkeys(("not_in_this_group", "not_admitted_yet", "loopback_only"), HTTPStatus.FORBIDDEN),
    **dict.fromkeys(("appointment_not_found", "seat_not_found", "door_closed"), HTTPStatus.NOT_FOUND),
    **dict.fromkeys(("too_much_shared", "unreadable"), HTTPStatus.UNPROCESSABLE_ENTITY),
    "too_fast": HTTPStatus.TOO_MANY_REQUESTS,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
}
"""The status of a code that its form does not tell: see `status_of`."""


def status_of(code: str) -> HTTPStatus:
    """400s by what the sender can do: sign in, not for you, not there, write it otherwise, slower; else a conflict."""
    if code in STATUS:
        return STATUS[code]
    if code.startswith("unknown_"):
        return HTTPStatus.NOT_FOUND
    if code.startswith(("bad_", "weak_")) or code.endswith("_not_valid"):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.CONFLICT


def told(
    status: int, code: str, sentence: str, details: Mapping[str, object] = RefusedRequest("", "").details
) -> JSONResponse:
    """An error body."""
    return JSONResponse({"code": code, "sentence": sentence, "details": dict(details)}, status)


def install(app: FastAPI) -> None:
    """Give the application its handlers."""
    app.add_exception_handler(RefusedRequest, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(UnknownGroupError, _unknown_group)
    for error in (StoreUnreachableError, Contention):
        app.add_exception_handler(error, _store_away)


def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, RefusedRequest):
        raise error
    answer = told(status_of(error.code), error.code, error.sentence, error.details)
    if "wait_seconds" in error.details:
        answer.headers["Retry-After"] = str(error.details["wait_seconds"])
    return answer


def _unreadable(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    field, sentence = _in_french(error.errors()[0])
    return told(HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable", sentence, {"field": field} if field else {})


def _in_french(problem: Mapping[str, Any]) -> tuple[str, str]:
    field = ".".join(str(one) for one in problem["loc"] if one not in ("body", "path", "query"))[:80]
    named = f"«{NBSP}{field}{NBSP}»"
    kind = str(problem["type"])
    if not field or kind == "json_invalid":
        return "", NOT_JSON
    if kind == "missing":
        return field, f"Il manque {named}. Complétez, puis recommencez."
    if kind == "extra_forbidden":
        return field, f"{named} n’est pas attendu ici. Retirez-le, puis recommencez."
    return field, f"{named} n’a pas la forme attendue. Corrigez, puis recommencez."


def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    code, sentence = {
        HTTPStatus.NOT_FOUND: ("unknown_page", NO_PAGE),
        HTTPStatus.METHOD_NOT_ALLOWED: ("wrong_method", WRONG_METHOD),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("too_large", TOO_LARGE),
    }.get(HTTPStatus(error.status_code), ("unreadable", NOT_JSON))
    if not request.url.path.startswith("/api/"):
        return PlainTextResponse(sentence, error.status_code, error.headers)
    answer = told(error.status_code, code, sentence)
    answer.headers.update(error.headers or {})
    return answer


def _unknown_group(_: Request, __: Exception) -> Response:
    return told(HTTPStatus.NOT_FOUND, "unknown_group", NO_GROUP)


def _store_away(_: Request, __: Exception) -> Response:
    answer = told(HTTPStatus.SERVICE_UNAVAILABLE, "store_unreachable", STORE_AWAY)
    answer.headers["Retry-After"] = "5"
    return answer
