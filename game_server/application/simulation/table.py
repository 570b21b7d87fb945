"""One simulated group on the rules themselves: who is present, what time it is, and everything that is decided."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from random import Random

from game_server.core import group_commands as c
from game_server.core.calendar import Calendar, PlannedDay
from game_server.core.decide import decide
from game_server.core.due import next_due
from game_server.core.evolve import evolve
from game_server.core.group_events import GroupEvent
from game_server.core.ids import GroupId, SeatId
from game_server.core.messages import Actor, Commit, Refused, Role
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import GroupState

FIRST_DAY = date(2027, 3, 24)
"""A Wednesday: the fourth and fifth days fall on a weekend, and the clocks change in it."""
TIME_ZONE = "Europe/Paris"
STAFF, CLOCK, SYSTEM = Actor(Role.STAFF, "facilitator"), Actor(Role.CLOCK), Actor(Role.SYSTEM)


class Table:
    """The state of the group, its clock and its luck. `hears` is told of the events of every commit."""

    def __init__(self, rules: Rules, random: Random, hears: Callable[[Sequence[GroupEvent], datetime], None]) -> None:
        """Create the group, the evening before its first day."""
        self.rules, self._random, self._hears = rules, random, hears
        self.present: set[SeatId] = set()
        self.refusals: Counter[str] = Counter()
        self.due: datetime | None = None
        calendar = _calendar(rules)
        opening = calendar.opening(1)
        if opening is None:
            raise ValueError(f"{rules.scenario.pack} has no day")
        self.at = opening - timedelta(hours=20)
        self._state: GroupState | None = None
        scenario = rules.scenario
        create = c.CreateGroup(scenario.pack, scenario.edition, scenario.fingerprint, random.getrandbits(63), calendar)
        self.asks(create, STAFF)

    @property
    def state(self) -> GroupState:
        """The group as it is."""
        if self._state is None:
            raise ValueError("the group is not created yet")
        return self._state

    def asks(self, command: c.GroupCommand, actor: Actor) -> Refused | None:
        """Submit a command; a refusal is counted and returned."""
        outcome = decide(self.rules, self._state, command, actor, self.moment())
        if isinstance(outcome, Refused):
            if actor.role is not Role.SYSTEM:
                self.refusals[outcome.code] += 1
            return outcome
        version = self._state.version + 1 if self._state else 1
        commit = Commit(GroupId("simulated"), version, None, None, actor, self.at, outcome.events)
        self._state = evolve(self.rules, self._state, commit)
        self.due = next_due(self.rules, self._state)
        self._hears(outcome.events, self.at)
        return None

    def moment(self) -> Moment:
        """The time, some luck, and who is present."""
        return Moment(self.at, self._random.getrandbits(64), tuple(sorted(self.present)))

    def sits_down(self, seat: SeatId) -> None:
        """Knock at the door with a page open, and be admitted."""
        self.present.add(seat)
        self.asks(c.AskSeat(seat, "Prénom", len(self.state.seats)), SYSTEM)
        self.asks(c.AdmitSeat(seat), STAFF)

    def comes(self, seat: SeatId) -> None:
        """A page opens."""
        self.present.add(seat)
        self.asks(c.DealAgain(), SYSTEM)

    def is_gone(self, seat: SeatId) -> None:
        """A page has been closed for so long that its person counts as gone."""
        self.present.discard(seat)
        self.asks(c.DealAgain(), SYSTEM)


def _calendar(rules: Rules) -> Calendar:
    days = (
        PlannedDay(day.number, FIRST_DAY + timedelta(days=day.number - 1), day.opens, day.closes)
        for day in rules.scenario.days
    )
    return Calendar(TIME_ZONE, tuple(days))
