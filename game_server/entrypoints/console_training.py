"""Training: a practice group, and how it went."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter

from game_server.application.refusals import RefusedRequest
from game_server.application.training.situations import Met, said, situation, summary
from game_server.application.training.training import KEPT, Practice
from game_server.entrypoints.bodies import Answer, Body, Short
from game_server.entrypoints.groups import GroupShown, row_of
from game_server.entrypoints.wired import ByFacilitator, OnConsole, Wired

router = APIRouter(prefix="/api/training", tags=["training"])

OVER = ("done", "left")


class Begin(Body):
    """On which scenario; without one, the one that is richest in situations."""

    pack: Short | None = None
    edition: int | None = None


class Begun(Answer):
    """The practice group."""

    group: GroupShown


class PracticeShown(Answer):
    """A practice group and until when it is kept."""

    group: UUID
    name: str
    made_at: datetime
    erased_at: datetime


class SituationShown(Answer):
    """One situation as it was met."""

    code: str
    title: str
    status: str
    met_at: datetime | None
    done_at: datetime | None
    seconds: int | None
    said: str


class Report(Answer):
    """How it went, kindly."""

    situations: list[SituationShown]
    finished: bool
    said: str


@router.post("")
async def begin(parts: Wired, staff: ByFacilitator, body: Begin) -> Begun:
    """Make a practice group at the structure's first site; its bots begin to play at once."""
    sites = await parts.accounts.sites(staff)
    if not sites:
        raise RefusedRequest("unknown_site", "Votre structure n’a pas encore de lieu. Ajoutez-en un.")
    wanted = (body.pack, body.edition) if body.pack is not None and body.edition is not None else None
    return Begun(group=await row_of(parts, await parts.training.begin(staff, sites[0], wanted)))


@router.get("")
async def practices(parts: Wired, staff: OnConsole) -> list[PracticeShown]:
    """The practice groups that are still kept."""
    return [_practice(one, name) for one, name in await parts.training.all(staff)]


@router.get("/{group}")
async def report(parts: Wired, staff: OnConsole, group: UUID) -> Report:
    """What was met, what was done and in how long."""
    await parts.groups.one(staff, group)
    met = (await parts.training.report(staff, group)).met
    return Report(
        situations=[_situation(one) for one in met],
        finished=bool(met) and all(one.status in OVER for one in met),
        said=summary(met),
    )


def _practice(one: Practice, name: str) -> PracticeShown:
    return PracticeShown(group=one.group, name=name, made_at=one.made_at, erased_at=one.made_at + KEPT)


def _situation(met: Met) -> SituationShown:
    return SituationShown(
        code=met.code,
        title=situation(met.code).title,
        status=met.status,
        met_at=met.met_at,
        done_at=met.done_at,
        seconds=met.seconds,
        said=said(met),
    )
