"""What a simulation found: by group, by mission, and what nobody must find."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles
from typing import Any, NamedTuple

from game_server.application.bots import Persona
from game_server.core.ids import MissionId, OfferId, SeatId
from game_server.core.scenario import Scenario

HOURS_IN_TEN_DAYS = (18.0, 22.0)


@dataclass
class MissionPlayed:
    """One mission in one group: seconds of play, wrong tries, hints, offers of help, times a facilitator ended a step."""

    seconds: float = 0.0
    wrong: int = 0
    hints: int = 0
    helps: int = 0
    forces: int = 0
    done: bool = False


@dataclass(frozen=True, slots=True)
class Blocked:
    """Where nothing went on by itself: the day, the mission, the step from 0, why in French, and who was present."""

    day: int
    mission: MissionId
    step: int
    why: str
    present: tuple[SeatId, ...]

    def __str__(self) -> str:
        return f"{self.mission}, étape {self.step + 1} : {self.why}"


@dataclass
class GroupPlayed:
    """One group, by its number: how many people, seconds of play each day, its missions and refusals, what failed."""

    number: int
    people: int
    days: list[float] = field(default_factory=list)
    missions: dict[MissionId, MissionPlayed] = field(default_factory=dict)
    unlocked: set[OfferId] = field(default_factory=set)
    refusals: Counter[str] = field(default_factory=Counter)
    actions: int = 0
    personas: dict[SeatId, Persona] = field(default_factory=dict)
    seconds: defaultdict[SeatId, float] = field(default_factory=lambda: defaultdict(float))
    """Seconds that each person was there while the group played."""
    stuck: list[Blocked] = field(default_factory=list)
    """Where a facilitator had to end the step."""

    @property
    def hours(self) -> float:
        """Hours of play over all days."""
        return sum(self.days) / 3600


class Spread(NamedTuple):
    """The least, one in ten, the middle, nine in ten, and the most."""

    least: float
    p10: float
    middle: float
    p90: float
    most: float


@dataclass(frozen=True, slots=True)
class MissionLine:
    """One mission over all groups: minutes in the middle and for nine in ten, and counts a group on average."""

    mission: MissionId
    title: str
    planned: int
    minutes: float
    minutes_p90: float
    wrong: float
    hints: float
    helps: float
    forces: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A group to play again: its number, and what went wrong in French."""

    group: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole simulation of a scenario: the same seed gives the same report."""

    scenario: Scenario
    seed: int
    groups: Sequence[GroupPlayed]

    @property
    def hours(self) -> Spread:
        """Hours of play of a group."""
        return _spread([group.hours for group in self.groups])

    def hours_of(self, day: int) -> Spread:
        """Hours of play of a group on that day."""
        return _spread([group.days[day - 1] / 3600 for group in self.groups if len(group.days) >= day])

    def hours_by_persona(self) -> dict[Persona, Spread]:
        """Hours there of the people of each sort, in the order of the sorts: it compares ways of playing, never persons."""
        hours: dict[Persona, list[float]] = {persona: [] for persona in Persona}
        for group in self.groups:
            for seat, persona in group.personas.items():
                hours[persona].append(group.seconds[seat] / 3600)
        return {persona: _spread(found) for persona, found in hours.items() if found}

    @property
    def target(self) -> tuple[float, float]:
        """The hours wanted: 18 to 22 for ten days, in proportion for fewer."""
        share = len(self.scenario.days) / 10
        return HOURS_IN_TEN_DAYS[0] * share, HOURS_IN_TEN_DAYS[1] * share

    @property
    def refusals(self) -> Counter[str]:
        """How often each code was answered, over all groups."""
        return sum((group.refusals for group in self.groups), Counter())

    def lines(self) -> list[MissionLine]:
        """One line for each mission, in the order of the scenario."""
        return [self._line(one.id, one.title, one.minutes) for day in self.scenario.days for one in day.missions]

    def as_plain(self) -> dict[str, Any]:
        """Everything as plain values, for a file: {"pack", "edition", "seed", "groups", "people", "hours", …}."""
        return {
            "pack": self.scenario.pack,
            "edition": self.scenario.edition,
            "seed": self.seed,
            "groups": len(self.groups),
            "people": sum(group.people for group in self.groups),
            "hours": _rounded(self.hours),
            "target_hours": self.target,
            "hours_by_day": {day.number: _rounded(self.hours_of(day.number)) for day in self.scenario.days},
            "hours_by_persona": {one.value: _rounded(spread) for one, spread in self.hours_by_persona().items()},
            "missions": [asdict(line) for line in self.lines()],
            "refusals": dict(sorted(self.refusals.items())),
            "failures": [asdict(one) for one in self.failures()],
        }

    def failures(self) -> list[Failure]:
        """Every group in which something stood still or an offer stayed closed."""
        offers = {mission.offer for day in self.scenario.days for mission in day.missions}
        found: list[Failure] = []
        for group in self.groups:
            found += [Failure(group.number, str(one)) for one in group.stuck]
            found += [Failure(group.number, f"offre jamais ouverte : {one}") for one in sorted(offers - group.unlocked)]
        return found

    def _line(self, mission: MissionId, title: str, planned: int) -> MissionLine:
        played = [group.missions.get(mission, MissionPlayed()) for group in self.groups]
        minutes = _spread([one.seconds / 60 for one in played])
        count = len(played)
        return MissionLine(
            mission,
            title,
            planned,
            minutes.middle,
            minutes.p90,
            sum(one.wrong for one in played) / count,
            sum(one.hints for one in played) / count,
            sum(one.helps for one in played) / count,
            sum(one.forces for one in played),
        )


def _spread(values: Sequence[float]) -> Spread:
    if not values:
        return Spread(0.0, 0.0, 0.0, 0.0, 0.0)
    tenths = quantiles(values, n=10, method="inclusive") if len(values) > 1 else [values[0]]
    return Spread(min(values), tenths[0], median(values), tenths[-1], max(values))


def _rounded(spread: Spread) -> dict[str, float]:
    return {name: round(value, 2) for name, value in spread._asdict().items()}
