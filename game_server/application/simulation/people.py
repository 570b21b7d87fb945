"""Who sits at a simulated table: how fast each one reads, what they try first, and on which days they come."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from game_server.application.bots import CHARACTERS, Character, Persona
from game_server.core.ids import MissionId, SeatId
from game_server.core.scenario import Scenario

SMALLEST, LARGEST = 6, 12
STAYS_AWAY_AT_MOST = 4
"""One person in so many is absent for a day, joins late or leaves in the middle, each."""
EVERY_DAY = tuple(one for one in Persona if one not in (Persona.ABSENT, Persona.LATE))


class Way(StrEnum):
    """How somebody goes away in the middle of a step."""

    CLOSES_PAGE = "closes_page"
    LEAVES = "leaves"
    PASSES = "passes"


@dataclass(frozen=True, slots=True)
class Going:
    """Going away `after` seconds of a step, and coming back `back_after` seconds later (None: the next day)."""

    mission: MissionId
    step: int
    after: float
    way: Way
    back_after: float | None


@dataclass(frozen=True, slots=True)
class Person:
    """One person: how they play, the first day they come, the days they stay away, and when they go in the middle."""

    seat: SeatId
    persona: Persona
    joins: int = 1
    away: frozenset[int] = frozenset()
    goings: tuple[Going, ...] = ()

    @property
    def character(self) -> Character:
        """How fast they read and think, and what they try."""
        return CHARACTERS[self.persona]

    def comes(self, day: int) -> bool:
        """Whether this person is there at the beginning of that day (or joins in the course of it)."""
        return day >= self.joins and day not in self.away


def seats(number: int) -> tuple[SeatId, ...]:
    """That many seats."""
    return tuple(SeatId(f"seat-{place:02}") for place in range(1, number + 1))


def draw(scenario: Scenario, random: Random) -> tuple[Person, ...]:
    """A table of six to twelve people as they come: most of them every day."""
    size = random.randint(SMALLEST, LARGEST)
    order = random.sample(range(size), size)
    some = size // STAYS_AWAY_AT_MOST
    absent, late, going = (frozenset(order[some * part : some * (part + 1)]) for part in range(3))
    days = len(scenario.days)
    return tuple(
        Person(
            seat,
            _persona(random, late=place in late, absent=place in absent),
            joins=random.randint(2, days) if place in late and days > 1 else 1,
            away=frozenset({random.randint(1, days)}) if place in absent and days > 1 else frozenset(),
            goings=_goings(scenario, random) if place in going else (),
        )
        for place, seat in enumerate(seats(size))
    )


def _persona(random: Random, *, late: bool, absent: bool) -> Persona:
    drawn = random.choice(EVERY_DAY)
    return Persona.LATE if late else Persona.ABSENT if absent else drawn


def _goings(scenario: Scenario, random: Random) -> tuple[Going, ...]:
    missions: Sequence[tuple[MissionId, int]] = [
        (mission.id, step) for day in scenario.days for mission in day.missions for step in range(len(mission.steps))
    ]
    mission, step = random.choice(missions)
    back = random.choice((120.0, 900.0, None))
    return (Going(mission, step, random.uniform(20, 240), random.choice(list(Way)), back),)
