"""The tables that a pack must survive: any number on any day, one who is away, comes late or goes in the middle of any step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from game_server.application.bots import Persona
from game_server.application.simulation.people import LARGEST, SMALLEST, Going, Person, Way, draw, seats
from game_server.core.ids import MissionId
from game_server.core.scenario import Scenario

SIZES = range(SMALLEST, LARGEST + 1)
SIZES_IN_THE_MIDDLE = (6, 9, 12)
"""Sizes of the tables at which somebody goes in the middle of each step."""
MOMENTS = {Way.CLOSES_PAGE: 60.0, Way.LEAVES: 5.0, Way.PASSES: 200.0}
"""Seconds after the beginning of a step at which somebody goes, for each way of going."""
SOON = 120.0

Steps = Sequence[Sequence[tuple[MissionId, int]]]
"""The steps of each day."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One table to play the whole pack with: what it tries in French, and its people."""

    name: str
    people: tuple[Person, ...]


def trials(scenario: Scenario, seed: int, sampled: int) -> Iterator[Trial]:
    """Every table that is tried: first those that are counted out, then as many that are drawn."""
    days = len(scenario.days)
    for size in SIZES:
        yield Trial(f"{size} personnes, tous les jours", _table(size))
    yield from _any_number_on_any_day(days)
    yield from _away_and_late(days)
    yield from _in_the_middle(scenario)
    yield from _all_but_one(scenario)
    for number in range(sampled):
        luck = Random(f"{seed}/{number}")  # noqa: S311 - tables of a trial, which must come back the same
        yield Trial(f"table tirée au sort, numéro {number}", draw(scenario, luck))


def _table(size: int) -> tuple[Person, ...]:
    return tuple(Person(seat, Persona.FAST) for seat in seats(size))


def _any_number_on_any_day(days: int) -> Iterator[Trial]:
    """Twelve plays in which each day sees each number of people from one to twelve; who is there changes too."""
    for shift in range(LARGEST):
        here = {day: (day + shift) % LARGEST + 1 for day in range(1, days + 1)}
        away = {
            place: frozenset(day for day, number in here.items() if (place + day) % LARGEST >= number)
            for place in range(LARGEST)
        }
        people = tuple(replace(person, away=away[place]) for place, person in enumerate(_table(LARGEST)))
        yield Trial(f"de 1 à 12 présents, {here[1]} le premier jour", people)


def _away_and_late(days: int) -> Iterator[Trial]:
    """At each size, on each day: one who stays away, one who comes for the first time."""
    for size in SIZES:
        for first in range(1, days + 1, size - 1):
            each = dict(enumerate(range(first, min(first + size - 1, days + 1))))
            table = _table(size)
            away = (replace(one, away=frozenset({each[at]})) if at in each else one for at, one in enumerate(table))
            yield Trial(f"{size} personnes, une absence par jour dès le jour {first}", tuple(away))
            late = (replace(one, joins=each[at]) if at in each else one for at, one in enumerate(table))
            yield Trial(f"{size} personnes, une arrivée par jour dès le jour {first}", tuple(late))


def _in_the_middle(scenario: Scenario) -> Iterator[Trial]:
    """In each step, by each way, somebody goes and is back soon, or is back the next day."""
    by_day = _steps(scenario)
    for size in SIZES_IN_THE_MIDDLE:
        for way in Way:
            for name, back in (("revient aussitôt", SOON), ("revient le lendemain", None)):
                turns = 1 if back else -(-max(map(len, by_day)) // (size - 1))
                for turn in range(turns):
                    goings = _one_for_each(by_day, size, turn, turns, (way, back))
                    people = tuple(replace(one, goings=goings.get(place, ())) for place, one in enumerate(_table(size)))
                    yield Trial(f"{size} personnes, à chaque étape l’une s’en va ({way}) et {name}", people)


def _one_for_each(
    by_day: Steps, size: int, turn: int, turns: int, how: tuple[Way, float | None]
) -> Mapping[int, tuple[Going, ...]]:
    """One of all but the last goes in each step of a day, or in each of this turn's."""
    way, back = how
    goings: dict[int, tuple[Going, ...]] = {}
    for steps in by_day:
        for place, (mission, step) in enumerate(steps[turn::turns]):
            who = place % (size - 1)
            goings[who] = (*goings.get(who, ()), Going(mission, step, MOMENTS[way], way, back))
    return goings


def _all_but_one(scenario: Scenario) -> Iterator[Trial]:
    """Once a day, in each step in turn, all but one go, and are back the next day."""
    by_day = _steps(scenario)
    for turn in range(max(map(len, by_day))):
        goings = tuple(
            Going(*steps[turn], MOMENTS[Way.CLOSES_PAGE], Way.CLOSES_PAGE, None)
            for steps in by_day
            if turn < len(steps)
        )
        last, *others = _table(SMALLEST)
        people = (last, *(replace(one, goings=goings) for one in others))
        yield Trial(f"tous sauf un s’en vont, à l’étape {turn + 1} de chaque jour", people)


def _steps(scenario: Scenario) -> Steps:
    return [
        [(mission.id, step) for mission in day.missions for step in range(len(mission.steps))] for day in scenario.days
    ]
