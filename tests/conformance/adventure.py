"""A whole group that plays one mission of every kind through the core, in virtual time."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from typing import Any

from game_server.core import group_commands as c
from game_server.core.calendar import Calendar, PlannedDay
from game_server.core.decide import decide
from game_server.core.decisions.setting import open_step
from game_server.core.evolve import evolve
from game_server.core.ids import CharacterId, GroupId, MissionId, OfferId, SeatId, StepId
from game_server.core.messages import Accepted, Actor, Commit, Refused, Role
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.scenario import Character, Day, Hint, Mission, Offer, Scenario, Step
from game_server.core.state import GroupState
from tests.conformance.discovery import EVERY_KIND, KINDS, REWARDS
from tests.conformance.table import seats

STAFF = Actor(Role.STAFF, "facilitator")
SYSTEM = Actor(Role.SYSTEM)
HINTS = tuple(Hint(CharacterId("noe"), text) for text in ("Relis.", "Écoute.", "Presque."))


def scenario(days: int = 2) -> Scenario:
    """One mission of one step for each kind, shared out over the days."""
    missions = [_mission(name, place) for place, name in enumerate(EVERY_KIND)]
    planned = [
        Day(number, f"Jour {number}", "Bonjour.", "À demain.", time(9), time(17), tuple(missions[number - 1 :: days]))
        for number in range(1, days + 1)
    ]
    offers = {
        mission.offer: Offer(mission.offer, mission.title, "emploi", "Une offre.", (), place % 5 + 1)
        for place, mission in enumerate(missions)
    }
    noe = Character(CharacterId("noe"), "Noé", "apprenti")
    flags = frozenset({"noe_ecoute", "lampe_porte"})
    return Scenario("essai", 1, "f", "Essai", "Un essai.", tuple(planned), offers, {noe.id: noe}, flags)


def _mission(kind: str, place: int) -> Mission:
    step = Step(StepId("s"), kind, f"Étape {kind}", KINDS[kind].example(), HINTS, "On joue ici.")
    act = f"Quelqu'un a osé {place}."
    return Mission(MissionId(f"m-{kind}"), f"Mission {kind}", "Jouez.", act, OfferId(f"o-{kind}"), (step,), 10)


@dataclass
class Adventure:
    """The group, its commits, and the hour it is."""

    number: int = 4
    rules: Rules = field(default_factory=lambda: Rules(scenario(), KINDS, REWARDS))
    at: datetime = datetime(2030, 5, 6, 7, tzinfo=UTC)
    state: GroupState | None = None
    commits: list[Commit] = field(default_factory=list)

    def asks(self, command: Any, actor: Actor = STAFF) -> Accepted | Refused:
        self.at += timedelta(seconds=5)
        moment = Moment(self.at, len(self.commits), tuple(seats(self.number)))
        outcome = decide(self.rules, self.state, command, actor, moment)
        if isinstance(outcome, Accepted):
            commit = Commit(GroupId("g"), len(self.commits) + 1, None, None, actor, self.at, outcome.events)
            self.commits.append(commit)
            self.state = evolve(self.rules, self.state, commit)
        return outcome

    def begins(self) -> "Adventure":
        planned = tuple(PlannedDay(n, date(2030, 5, 5 + n), time(10), time(18)) for n in (1, 2))
        self.asks(c.CreateGroup("essai", 1, "f", 7, Calendar("Europe/Paris", planned)))
        for figure, seat in enumerate(seats(self.number)):
            self.asks(c.AskSeat(seat, f"Prénom {figure}", figure), SYSTEM)
            self.asks(c.AdmitSeat(seat))
        return self

    def plays_day(self, day: int) -> "Adventure":
        self.asks(c.OpenDay(day))
        for seat in cycle(seats(self.number)):
            step = open_step(self.rules, self.now)
            if step is None:
                return self
            self._moves(seat, step)
        raise AssertionError("no seat")

    @property
    def now(self) -> GroupState:
        assert self.state is not None
        return self.state

    def _moves(self, seat: SeatId, step: Any) -> None:
        content, inner = step.step.content, step.inner
        move = step.kind.solve(step.kind.shared(content, inner), step.kind.private(content, inner, seat), seat)
        if move is None:
            return
        if type(move.action) in step.kind.outside.values():
            self.asks(c.TellFact(f"fact-{seat}", step.mission, seat, move.action), SYSTEM)
        else:
            self.asks(c.Play(step.mission, 0, move.action), Actor(Role.PLAYER, seat))

    def replayed(self) -> GroupState:
        state = None
        for commit in self.commits:
            state = evolve(self.rules, state, replace(commit))
        assert state is not None
        return state

    def shows(self, rule: str) -> dict[str, Any]:
        found = next(one for one in REWARDS if one.name == rule)
        return dict(found.show(self.rules.scenario, self.now, self.now.rewards[rule]))
