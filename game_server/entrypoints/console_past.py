"""The days of a group gone through again."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response

from game_server.entrypoints.bodies import Answer
from game_server.entrypoints.wired import OnConsole, Wired

router = APIRouter(prefix="/api/groups/{group}", tags=["past"])

Version = Annotated[int, Path(ge=0, le=2**31)]


class MomentShown(Answer):
    """One point of the line."""

    version: int
    at: datetime
    day: int
    kind: str
    words: str
    by: str | None
    by_name: str | None
    reason: str | None
    mission: str | None


class Line(Answer):
    """The line, oldest first."""

    moments: list[MomentShown]


@router.get("/moments")
async def line(parts: Wired, staff: OnConsole, group: UUID) -> Line:
    """What happened in the group, in words."""
    found, reasons = await parts.past.line(staff, group)
    names = {str(one): name for one, name in (await parts.directory.names(staff.structure)).items()}
    return Line(
        moments=[
            MomentShown(
                version=one.version,
                at=one.at,
                day=one.day,
                kind=one.kind,
                words=one.words,
                by=one.by,
                by_name=names.get(one.by) if one.by else None,
                reason=reasons.get(one.reason) if one.reason else None,
                mission=one.mission,
            )
            for one in found
        ]
    )


@router.get("/at/{version}", response_class=Response)
async def at(parts: Wired, staff: OnConsole, group: UUID, version: Version) -> Response:
    """The slices for everyone as they were at that version."""
    return Response(await parts.past.at(staff, group, version), media_type="application/json")
