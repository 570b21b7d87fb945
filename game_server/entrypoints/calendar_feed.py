"""A counsellor's appointments as a calendar to subscribe to, and one of them to paste elsewhere."""

from hashlib import sha256
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response

from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.bodies import Answer, Done
from game_server.entrypoints.wired import ByCounsellor, Wired

router = APIRouter(tags=["counsellor"])

CALENDAR = "text/calendar; charset=utf-8"


class FeedAddress(Answer):
    """The address to subscribe to; it is shown once, and replaces the one before."""

    url: str


class Card(Answer):
    """One appointment, line by line."""

    text: str


@router.get("/calendrier/{token}.ics", response_class=Response)
async def feed(request: Request, parts: Wired, token: Annotated[str, Path(max_length=64)]) -> Response:
    """The calendar itself: times and initials. A program that has this very one is told so."""
    data = await parts.feed.file(token)
    if data is None:
        raise RefusedRequest("unknown_feed", "Ce calendrier n’existe plus. Demandez une nouvelle adresse.")
    mark = f'"{sha256(data).hexdigest()[:32]}"'
    headers = {"ETag": mark, "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(data, media_type=CALENDAR, headers=headers)


@router.post("/api/counsellor/feed")
async def open_feed(parts: Wired, staff: ByCounsellor) -> FeedAddress:
    """Draw the address of my feed."""
    token = await parts.feed.new_token(staff.structure, staff.id)
    return FeedAddress(url=f"{parts.access.public_url}/calendrier/{token}.ics")


@router.delete("/api/counsellor/feed")
async def close_feed(parts: Wired, staff: ByCounsellor) -> Done:
    """Let no address work any more."""
    await parts.feed.close(staff.structure, staff.id)
    return Done()


@router.get("/api/counsellor/appointments/{booking}/card")
async def card(parts: Wired, staff: ByCounsellor, booking: UUID) -> Card:
    """One appointment to paste into i-milo."""
    return Card(text=await parts.feed.card(staff.structure, staff.id, booking))
