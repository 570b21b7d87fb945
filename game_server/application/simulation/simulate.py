"""Many groups of simulated people through one scenario, each in virtual time; the same seed gives the same report."""

from collections.abc import Iterable
from random import Random

from game_server.application.simulation.people import draw
from game_server.application.simulation.play import GroupPlay
from game_server.application.simulation.report import GroupPlayed, Report
from game_server.core.rules import Rules


def simulate(rules: Rules, numbers: Iterable[int], seed: int) -> Report:
    """Play the groups of these numbers. Each depends on the seed and its own number alone."""
    return Report(rules.scenario, seed, [simulate_group(rules, number, seed) for number in numbers])


def simulate_group(rules: Rules, number: int, seed: int) -> GroupPlayed:
    """Play one group again, as it went in the whole simulation."""
    random = Random(f"{seed}/{number}")  # noqa: S311 - people of a simulation, who must come back the same
    return GroupPlay(rules, draw(rules.scenario, random), number, random).play()
