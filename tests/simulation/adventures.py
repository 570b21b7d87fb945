"""Tables of chosen people, over the rules of every kind."""

from random import Random

from game_server.application.bots import Persona
from game_server.application.simulation.people import Going, Person, Way, seats
from game_server.application.simulation.play import GroupPlay
from game_server.application.simulation.report import GroupPlayed
from game_server.core.ids import MissionId
from game_server.core.rules import Rules
from tests.conformance.adventure import scenario
from tests.conformance.discovery import KINDS, REWARDS

EVERY_KIND_IN_TWO_DAYS = Rules(scenario(2), KINDS, REWARDS)
OFFERS = set(EVERY_KIND_IN_TWO_DAYS.scenario.offers)
EVERY_STEP = [
    (mission.id, step)
    for day in EVERY_KIND_IN_TWO_DAYS.scenario.days
    for mission in day.missions
    for step in range(len(mission.steps))
]
PERSONAS = list(Persona)


def people(number: int, goings: dict[int, tuple[Going, ...]] | None = None) -> list[Person]:
    """That many people, of every sort in turn, and when each goes."""
    of = goings or {}
    return [
        Person(seat, PERSONAS[place % len(PERSONAS)], goings=of.get(place, ()))
        for place, seat in enumerate(seats(number))
    ]


def going(place: tuple[MissionId, int], way: Way, back_after: float | None, after: float = 60.0) -> Going:
    """Going away in that step."""
    return Going(place[0], place[1], after, way, back_after)


def played(persons: list[Person], rules: Rules = EVERY_KIND_IN_TWO_DAYS) -> GroupPlayed:
    """The report of that table."""
    return GroupPlay(rules, persons, 1, Random(len(persons))).play()
