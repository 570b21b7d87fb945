"""Whether a pack comes to its end, whoever is there: its roads are all walked, its tables tried; what fails is shown as it was."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from game_server.application.simulation.play import GroupPlay
from game_server.application.simulation.report import GroupPlayed
from game_server.application.simulation.trials import Trial, trials
from game_server.core.ids import MissionId
from game_server.core.rules import Rules
from game_server.core.scenario import Scenario
from scenarios.roads import Roads, walk

SAMPLED = 20


@dataclass(frozen=True, slots=True)
class CounterExample:
    """What a pack does not survive: where, why in French, and the table it was seen with (no trial: on every table).

    `present` are the names of the seats there at that moment.
    """

    mission: MissionId
    step: int
    why: str
    trial: int | None = None
    name: str = ""
    day: int = 0
    present: tuple[str, ...] = ()


@dataclass
class Proof:
    """What was walked and tried; the pack holds when there is no counter-example."""

    scenario: Scenario
    seed: int
    roads: Roads
    tried: int = 0
    sampled: int = 0
    longest_day: float = 0.0
    """Hours of the longest day that was played."""
    counter_examples: list[CounterExample] = field(default_factory=list)


def prove(
    rules: Rules,
    seed: int = 1,
    sampled: int = SAMPLED,
    only: int | None = None,
    hears: Callable[[int], None] = lambda _number: None,
) -> Proof:
    """Walk every road, play every trial (or `only` one, by its number). `hears` is told of each trial before it is played."""
    proof = Proof(rules.scenario, seed, walk(rules.scenario))
    proof.counter_examples += [CounterExample(one.mission, one.step, one.sentence) for one in proof.roads.dead_ends]
    for number, trial in enumerate(trials(rules.scenario, seed, sampled)):
        if only is None or number == only:
            hears(number)
            _try(proof, rules, number, trial)
    proof.sampled = min(sampled, proof.tried)
    return proof


def _try(proof: Proof, rules: Rules, number: int, trial: Trial) -> None:
    luck = Random(f"{proof.seed}/{number}")  # noqa: S311 - people of a trial, who must come back the same
    played = GroupPlay(rules, trial.people, number, luck).play()
    proof.tried += 1
    proof.longest_day = max(proof.longest_day, *(seconds / 3600 for seconds in played.days), 0.0)
    proof.counter_examples += _found(rules.scenario, number, trial, played)


def _found(scenario: Scenario, number: int, trial: Trial, played: GroupPlayed) -> list[CounterExample]:
    found = [
        CounterExample(one.mission, one.step, one.why, number, trial.name, one.day, one.present) for one in played.stuck
    ]
    for day in scenario.days:
        for mission in day.missions:
            if mission.offer not in played.unlocked:
                why = f"l’offre « {mission.offer} » ne s’est jamais ouverte"
                found.append(CounterExample(mission.id, 0, why, number, trial.name, day.number))
    return found
