"""The dates of a group before it is created."""

from datetime import date, time
from uuid import UUID

from fastapi import APIRouter

from game_server.application.plan import Ground, Plan, plan
from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.bodies import Answer, Body
from game_server.entrypoints.wired import ByFacilitator, Wired

router = APIRouter(prefix="/api/packs", tags=["plan"])


class Wanted(Body):
    """Where, and from which day on; null: the next good one."""

    first_day: date | None = None
    site: UUID


class PlannedDayShown(Answer):
    """One day as it is proposed."""

    number: int
    title: str
    on: date
    opens: time
    closes: time
    weekend: bool
    holiday: str | None


class Better(Answer):
    """A first day with which nothing is left to say."""

    first_day: date
    sentence: str


class PlanShown(Answer):
    """The dates, and what is not as it should be."""

    first_day: date | None
    days: list[PlannedDayShown]
    weekend_fits: bool
    sentences: list[str]
    better: Better | None


@router.post("/{pack}/{edition}/plan")
async def propose(parts: Wired, staff: ByFacilitator, pack: str, edition: int, body: Wanted) -> PlanShown:
    """Propose the dates of every day: the outings on a weekend, holidays named."""
    rules = parts.library.get((pack, edition))
    if rules is None:
        raise RefusedRequest("unknown_pack", "Ce scénario n’est pas installé ici. Choisissez-en un dans la liste.")
    site = (await parts.directory.places(staff.structure)).get(body.site)
    if site is None:
        raise RefusedRequest("unknown_site", "Ce lieu n’est pas dans votre structure. Choisissez-le dans la liste.")
    ground = Ground(site.time_zone, site.holiday_profile, parts.clock.now())
    try:
        return _shown(plan(rules.scenario.days, body.first_day, ground))
    except ValueError:
        sentence = "Cette date est passée, ou trop loin. Choisissez un premier jour à venir."
        raise RefusedRequest("bad_days", sentence, {"field": "first_day"}) from None


def _shown(found: Plan) -> PlanShown:
    return PlanShown(
        first_day=found.days[0].on if found.days else None,
        days=[
            PlannedDayShown(
                number=one.number,
                title=one.title,
                on=one.on,
                opens=one.opens,
                closes=one.closes,
                weekend=one.weekend,
                holiday=one.holiday,
            )
            for one in found.days
        ],
        weekend_fits=found.weekend_fits,
        sentences=[*found.sentences, *found.notes],
        better=_better(found),
    )


def _better(found: Plan) -> Better | None:
    if found.better is None:
        return None
    return Better(first_day=found.better, sentence=f"Commencez plutôt le {found.better:%d/%m/%Y}.")
