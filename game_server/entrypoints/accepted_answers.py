"""Answers accepted after the edition came out, and taken back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from game_server.application.errata import Accepting, TakingBack
from game_server.application.play import Receipt
from game_server.core.ids import DeviceId, MissionId, WordId
from game_server.entrypoints.bodies import Answer, Body, Counter, Short
from game_server.entrypoints.wired import ByFacilitator, Wired, stored

router = APIRouter(prefix="/api", tags=["groups"])


class Accept(Body):
    """An attempt that is right after all; the console counts its actions."""

    mission: Short
    step: Annotated[int, Field(ge=0, le=100)]
    attempt: Short
    device: Annotated[str, Field(min_length=1, max_length=64)]
    counter: Counter


class TakeBack(Body):
    """The version at which the acceptance was stored in this group; the console counts its actions."""

    version: Annotated[int, Field(ge=1)]
    reason: Annotated[str, Field(max_length=300)] = ""
    device: Annotated[str, Field(min_length=1, max_length=64)]
    counter: Counter


class Stored(Answer):
    """The action is stored; `version` is None when it was, long ago."""

    version: int | None


@router.post("/groups/{group}/accept")
async def accept(parts: Wired, staff: ByFacilitator, group: UUID, body: Accept) -> Stored:
    """Accept an attempt as right, for every group of the structure on this edition."""
    found = await parts.groups.one(staff, group)
    what = Accepting(MissionId(body.mission), body.step, WordId(body.attempt), DeviceId(body.device), body.counter)
    answer = stored(parts, await parts.errata.accept(staff, found, what))
    return Stored(version=answer.version if isinstance(answer, Receipt) else None)


@router.post("/groups/{group}/accept/undo")
async def take_back(parts: Wired, staff: ByFacilitator, group: UUID, body: TakeBack) -> Stored:
    """An acceptance was a mistake: it counts no more in any group of the structure; whom it credited stays credited."""
    found = await parts.groups.one(staff, group)
    what = TakingBack(body.version, DeviceId(body.device), body.counter, body.reason)
    answer = stored(parts, await parts.errata.take_back(staff, found, what))
    return Stored(version=answer.version if isinstance(answer, Receipt) else None)
