"""Photos: a phone sends one, facilitators alone look at it, and no player ever receives one."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import model_validator

from game_server.entrypoints.bodies import Answer, Body, Done, Short
from game_server.entrypoints.wired import ByFacilitator, Me, Wired

sending = APIRouter(prefix="/api/seats/{seat}", tags=["photos"])
router = APIRouter(prefix="/api/groups/{group}", tags=["photos"])


class Sent(Answer):
    """The photo that was taken in."""

    id: UUID


class MyPhoto(Answer):
    """One of my photos: it waits, or `sentence` says kindly why another one is asked for."""

    id: UUID
    mission: str
    sent_at: datetime
    sentence: str | None


class Reason(Answer):
    """Why another one may be asked for, in the words that its sender reads."""

    id: str
    text: str


class Waiting(Answer):
    """A photo to look at."""

    id: UUID
    seat: UUID
    mission: str
    sent_at: datetime
    reasons: list[Reason]


class Judge(Body):
    """« C'est bon », or another one, please, for a reason of the list."""

    verdict: Literal["fine", "redo"]
    reason: Short | None = None

    @model_validator(mode="after")
    def _says_why(self) -> "Judge":
        if (self.verdict == "redo") == (self.reason is None):
            raise ValueError("a reason goes with redo, and with nothing else")
        return self


@sending.post("/photos")
async def send(request: Request, parts: Wired, player: Me, mission: Annotated[str, Query(max_length=120)]) -> Sent:
    """Send a photo: the body is the file itself, JPEG, PNG or WebP, 8 MB at most."""
    return Sent(id=await parts.photos.send(player, mission, await request.body()))


@sending.get("/photos")
async def mine(parts: Wired, player: Me) -> list[MyPhoto]:
    """What came of my photos; never a picture."""
    return [
        MyPhoto(id=one.photo.id, mission=one.photo.mission, sent_at=one.photo.sent_at, sentence=one.sentence)
        for one in await parts.photos.mine(player)
    ]


@router.get("/photos")
async def waiting(parts: Wired, staff: ByFacilitator, group: UUID) -> list[Waiting]:
    """The photos that wait for somebody's eyes."""
    await parts.groups.one(staff, group)
    return [
        Waiting(
            id=one.photo.id,
            seat=one.photo.seat,
            mission=one.photo.mission,
            sent_at=one.photo.sent_at,
            reasons=[Reason(id=name, text=text) for name, text in one.reasons.items()],
        )
        for one in await parts.photos.waiting(staff, group)
    ]


@router.get("/photos/{photo}", response_class=Response)
async def look(parts: Wired, staff: ByFacilitator, group: UUID, photo: UUID) -> Response:
    """The picture."""
    await parts.groups.one(staff, group)
    picture = await parts.photos.look(staff, group, photo)
    return Response(
        picture, media_type="image/webp", headers={"Content-Disposition": 'attachment; filename="photo.webp"'}
    )


@router.post("/photos/{photo}/judge")
async def judge(parts: Wired, staff: ByFacilitator, group: UUID, photo: UUID, body: Judge) -> Done:
    """Erase it, or ask kindly for another one; the éclat is never taken back."""
    await parts.groups.one(staff, group)
    if body.verdict == "fine":
        await parts.photos.fine(staff, group, photo)
    elif body.reason is not None:
        await parts.photos.ask_again(staff, group, photo, body.reason)
    return Done()
