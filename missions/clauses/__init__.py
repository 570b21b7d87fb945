"""Clauses: true and trapped ones, each judged by somebody who does not hold it; then everyone signs."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.clauses import rules, views
from missions.clauses.content import Clauses
from missions.clauses.evolution import evolve
from missions.clauses.solver import solve
from missions.clauses.values import (
    ClauseJudged,
    ClauseMissed,
    ClauseRead,
    ClausesClosed,
    ClausesDealt,
    ClausesOpened,
    ClausesState,
    ContractConcluded,
    ContractSigned,
    Judge,
    Read,
    Sign,
)

KIND = MissionKind(
    name="clauses",
    content=Clauses,
    state=ClausesState,
    actions={"read": Read, "judge": Judge, "sign": Sign},
    events={
        "clauses_opened": ClausesOpened,
        "clauses_dealt": ClausesDealt,
        "clause_read": ClauseRead,
        "clause_judged": ClauseJudged,
        "clause_missed": ClauseMissed,
        "contract_signed": ContractSigned,
        "contract_concluded": ContractConcluded,
        "clauses_closed": ClausesClosed,
    },
    open=rules.open_clauses,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Clauses),
    deal_again=rules.deal_again,
    redeal=rules.redeal,
    close=rules.close,
)
