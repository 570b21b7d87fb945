"""A game small enough to be read in one breath: a kind where everybody present knocks once, a rule that counts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from game_server.core.calendar import Calendar, PlannedDay
from game_server.core.decide import decide
from game_server.core.evolve import evolve
from game_server.core.group_commands import CreateGroup, GroupCommand
from game_server.core.group_events import GroupEvent, MissionDone, StepTold
from game_server.core.ids import CharacterId, DeviceId, GroupId, MissionId, OfferId, SeatId, StepId
from game_server.core.messages import Accepted, Actor, Commit, Refused, Role, Word
from game_server.core.mission_kind import Declined, KindDue, KindValue, MissionKind, Setting, Told, WordRef
from game_server.core.moment import Moment, dealt
from game_server.core.reward_rule import RewardRule
from game_server.core.rules import Rules
from game_server.core.scenario import Character, Day, Hint, Mission, Offer, Scenario, Step
from game_server.core.state import GroupState
from game_server.core.view import slices
from tests.core.same_slices import forgotten

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
STAFF, CLOCK, SYSTEM = Actor(Role.STAFF, "bahia"), Actor(Role.CLOCK), Actor(Role.SYSTEM)


@dataclass(frozen=True, slots=True)
class Door:
    bell: str = "ding"


@dataclass(frozen=True, slots=True)
class Knock(KindValue):
    loud: bool = True


@dataclass(frozen=True, slots=True)
class Dealt(KindValue):
    keys: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Knocked(KindValue):
    seat: SeatId
    last: bool


@dataclass(frozen=True, slots=True)
class BellPutOff(KindValue):
    seconds: float


@dataclass(frozen=True, slots=True)
class Knocks(KindValue):
    keys: Mapping[str, tuple[str, ...]]
    who: tuple[SeatId, ...] = ()
    over: bool = False
    bell: float = 600.0


def _evolve(_: Door, state: Knocks | None, event: Any) -> Knocks:
    match event:
        case Dealt(keys):
            return replace(state, keys=keys) if state else Knocks(keys)
        case BellPutOff(seconds) if state:
            return replace(state, bell=state.bell + seconds)
        case Knocked(seat, last) if state:
            return replace(state, who=(*state.who, seat), over=last)
    raise AssertionError(event)


def _decide(_: Door, state: Knocks, seat: SeatId, action: Knock, around: Setting) -> Told | Declined:
    if not action.loud:
        return Declined("too_soft")
    if seat in state.who:
        return Declined("once_each")
    return Told((Knocked(seat, set(around.present) <= {*state.who, seat}),))


def _deal(_: Door, around: Setting) -> Sequence[KindValue]:
    return (Dealt(dealt(("a", "b", "c"), around.present, around.luck)),)


def _deal_again(_: Door, state: Knocks, around: Setting) -> Sequence[KindValue]:
    held_by_absent = set(state.keys) - set(around.present)
    nobody_holds = not state.keys and around.present
    return _deal(_, around) if around.present and (held_by_absent or nobody_holds) else ()


def _redeal(_: Door, state: Knocks, around: Setting) -> Sequence[KindValue]:
    seats = around.present
    turned = {seat: state.keys.get(seats[place - 1], ()) for place, seat in enumerate(seats)}
    return (Dealt(turned),) if len(seats) > 1 else ()


KNOCK = MissionKind(
    name="knock",
    content=Door,
    state=Knocks,
    actions={"knock": Knock},
    events={"dealt": Dealt, "knocked": Knocked, "bell_put_off": BellPutOff},
    open=_deal,
    decide=_decide,
    evolve=_evolve,
    done=lambda _, state: state.over,
    shared=lambda _, state: {"knocks": len(state.who)},
    private=lambda _, state, seat: {"keys": list(state.keys.get(seat, ())), "knocked": seat in state.who},
    staff=lambda _, state: {"knocks": len(state.who)},
    solve=lambda _shared, _private, _seat: None,
    example=Door,
    deal_again=_deal_again,
    dues=lambda _, state: (KindDue("bell", state.bell),),
    more_time=lambda _, __, seconds: (BellPutOff(seconds),),
    redeal=_redeal,
    fall_due=lambda _, state, __, around: (Knocked(around.seats[0], True),),
    close=lambda _, state, around: (Knocked(around.seats[0], True),),
    outside={"told": Knock},
    accept=lambda _, __, ___, attempts, ____: tuple(Knocked(SeatId(one), True) for one in attempts),
    flags=lambda _, __: {"rang": True},
)


@dataclass(frozen=True, slots=True)
class Counted(KindValue):
    mission: MissionId


@dataclass(frozen=True, slots=True)
class Count(KindValue):
    missions: tuple[MissionId, ...] = ()


COUNT = RewardRule(
    name="count",
    kept=Count,
    events={"counted": Counted},
    start=Count,
    evolve=lambda kept, event: Count((*kept.missions, event.mission)),
    show=lambda _, __, kept: {"missions": list(kept.missions)},
    react=lambda _, __, ___, event: (Counted(event.mission),) if isinstance(event, MissionDone) else (),
    progress=lambda _, kept: {"counted": str(len(kept.missions))},
)

HINT = Hint(CharacterId("samira"), "Frappe plus fort.")


def _mission(name: str, steps: int = 1) -> Mission:
    plan = tuple(
        Step(StepId(f"{name}-{n}"), "knock", "La porte", Door(), (HINT, HINT, HINT), "Sur la table.")
        for n in range(steps)
    )
    return Mission(MissionId(name), name.title(), "Frappez.", "Une porte ouverte.", OfferId(f"offer-{name}"), plan, 30)


def _offer(name: str) -> Offer:
    return Offer(OfferId(f"offer-{name}"), name, "emploi", "Une offre.", (), 1)


SCENARIO = Scenario(
    pack="petit",
    edition=1,
    fingerprint="f",
    title="Petit",
    pitch="",
    days=(
        Day(1, "Un", "", "", time(14), time(20), (_mission("m1", 2), _mission("m2"))),
        Day(2, "Deux", "", "", time(14), time(20), (_mission("m3"),)),
    ),
    offers={OfferId(f"offer-{name}"): _offer(name) for name in ("m1", "m2", "m3")},
    characters={CharacterId("samira"): Character(CharacterId("samira"), "Samira", "tutrice")},
    flags=frozenset({"rang"}),
)
RULES = Rules(SCENARIO, {"knock": KNOCK}, (COUNT,))
CALENDAR = Calendar(
    "Europe/Paris",
    (PlannedDay(1, date(2027, 3, 3), time(14), time(20)), PlannedDay(2, date(2027, 3, 6), time(14), time(20))),
)
CREATE = CreateGroup("petit", 1, "f", 7, CALENDAR)


def player(seat: str) -> Actor:
    """The person of a seat."""
    return Actor(Role.PLAYER, seat)


@dataclass
class Table:
    """A group being played: `when` submits, `then` reads; every commit is kept, so that replay can be compared."""

    present: tuple[SeatId, ...] = ()
    at: datetime = START
    state: GroupState | None = None
    commits: list[Commit] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    refused: Refused | None = None

    def when(self, actor: Actor, *commands: GroupCommand) -> "Table":
        """Submit commands one after the other; a refusal is kept, and nothing changes."""
        for command in commands:
            outcome = decide(RULES, self.state, command, actor, Moment(self.at, len(self.commits), self.present))
            if isinstance(outcome, Refused):
                self.refused = outcome
                continue
            self.refused = None
            self._store(actor, outcome)
        return self

    def later(self, seconds: float) -> "Table":
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        return self

    @property
    def now(self) -> GroupState:
        """The state, created."""
        assert self.state is not None
        return self.state

    @property
    def last(self) -> tuple[GroupEvent, ...]:
        """The events of the last commit."""
        return self.commits[-1].events

    def inner(self) -> Knocks:
        """The state of the open step."""
        assert self.now.current is not None
        inner = self.now.mission(self.now.current).inner
        assert isinstance(inner, Knocks)
        return inner

    def _store(self, actor: Actor, outcome: Accepted) -> None:
        version = self.state.version + 1 if self.state else 1
        commit = Commit(GroupId("g"), version, DeviceId("d"), len(self.commits), actor, self.at, outcome.events)
        self.commits.append(commit)
        self.words += outcome.words
        before, self.state = self.state, evolve(RULES, self.state, commit)
        assert forgotten(RULES, before, self.state) == []


def replayed(table: Table) -> GroupState | None:
    """The state as its commits alone say it."""
    state: GroupState | None = None
    for commit in table.commits:
        state = evolve(RULES, state, commit)
    return state


def shown(table: Table, audience: str) -> dict[str, Any]:
    """The slices of one audience."""
    return {rule.name: rule.build(RULES, table.now) for rule in slices(RULES, table.now) if rule.audience == audience}


def read(table: Table, audience: str) -> str:
    """The same as a text, so that it can be compared."""
    return json.dumps(shown(table, audience), default=lambda one: one.id if isinstance(one, WordRef) else str(one))


def told(events: Sequence[GroupEvent]) -> list[KindValue]:
    """The kind's own events among these."""
    return [event.event for event in events if isinstance(event, StepTold)]
