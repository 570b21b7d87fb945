"""The sorts of meetings a counsellor gives, each on its own terms."""

from datetime import timedelta
from typing import Annotated, Literal
from uuid import uuid4

from fastapi import APIRouter
from pydantic import Field

from game_server.application.appointments.words import Kind, Mode, Reason
from game_server.entrypoints.bodies import Body, Done
from game_server.entrypoints.counsellor_calendar import TermsGiven, TermsShown, as_said, minutes_of, terms_of
from game_server.entrypoints.wired import ByCounsellor, Wired

router = APIRouter(prefix="/api/counsellor", tags=["counsellor"])


class ReasonGiven(TermsGiven):
    """One sort of meeting; a young person cancels it alone until `cancel_hours` before."""

    kind: Literal["first", "follow_up"]
    mode: Literal["on_site", "phone", "video"]
    cancel_hours: Annotated[int, Field(ge=0, le=336)] = 4


class ReasonShown(TermsShown):
    """The same, as it stands."""

    kind: str
    mode: str
    cancel_hours: int


class Reasons(Body):
    """Every sort of meeting; none means one, on site, on the general terms."""

    reasons: Annotated[list[ReasonGiven], Field(max_length=6)]


@router.get("/reasons")
async def reasons(parts: Wired, staff: ByCounsellor) -> list[ReasonShown]:
    """The sorts of meetings I give."""
    found = await parts.availability.calendar(staff.structure, staff.id)
    return [_reason(one) for one in found.given] if found else []


@router.put("/reasons")
async def save_reasons(parts: Wired, staff: ByCounsellor, body: Reasons) -> Done:
    """Replace them."""
    given = [
        Reason(
            uuid4(),
            Kind(one.kind),
            Mode(one.mode),
            terms_of(one, None),
            timedelta(hours=one.cancel_hours),
        )
        for one in body.reasons
    ]
    await parts.availability.save_reasons(staff.structure, staff.id, given)
    return Done()


def _reason(reason: Reason) -> ReasonShown:
    hours = minutes_of(reason.cancel_before) // 60
    said = {**as_said(reason.terms), "kind": reason.kind.value, "mode": reason.mode.value, "cancel_hours": hours}
    return ReasonShown.model_validate(said)
