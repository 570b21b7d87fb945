"""Every road of a story through its scenes and flags, walked to the end: scenes are finite, so nothing here is sampled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from game_server.core.ids import MissionId
from game_server.core.scenario import Mission, Scenario, Step
from missions.dialogue.content import Dialogue, Scene
from missions.vote.content import Vote

Flags = frozenset[str]
"""The flags that are true."""
Effect = tuple[tuple[str, bool], ...]
"""The flags that a step changed, sorted by name."""


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """Where a story cannot go on, or a line that no group can ever hear: the mission, the step from 0, a French sentence."""

    mission: MissionId
    step: int
    sentence: str


@dataclass
class Roads:
    """What the walk found: how many scenes, beginnings, passages and states of the flags it went through, and what is wrong."""

    scenes: int = 0
    starts: int = 0
    passages: int = 0
    states: int = 1
    """The most states of all flags that groups can be in at one step."""
    dead_ends: list[DeadEnd] = field(default_factory=list)


def walk(scenario: Scenario) -> Roads:
    """Walk the whole story in its order. A step may be played to any of its ends, or ended anywhere by a facilitator.

    A scene that is played out of its order is safe too: each beginning is walked, whether a group can have these flags or not.
    """
    found, known = Roads(), {Flags()}
    for mission in (one for day in scenario.days for one in day.missions):
        for place, step in enumerate(mission.steps):
            if isinstance(step.content, Dialogue):
                _walk_scene(found, mission, place, step.content.scene, known)
            known = {_after(flags, effect) for flags in known for effect in _effects(step, flags)}
            found.states = max(found.states, len(known))
    return found


def _walk_scene(found: Roads, mission: Mission, place: int, scene: Scene, known: set[Flags]) -> None:
    found.scenes += 1
    found.passages += len(scene.nodes)
    reads = sorted({flag for start in scene.starts for flag in start.when})
    combinations = [dict(zip(reads, values, strict=True)) for values in product((False, True), repeat=len(reads))]
    found.starts += len(combinations)
    ending = _ending(scene)
    for node in {scene.start(flags) for flags in combinations}:
        for stuck in sorted(_reached(scene, node) - ending):
            sentence = f"depuis « {stuck} », aucun choix ne mène à une fin"
            found.dead_ends.append(DeadEnd(mission.id, place, sentence))
    found.dead_ends += [DeadEnd(mission.id, place, sentence) for sentence in _never(scene, reads, known)]


def _never(scene: Scene, reads: Sequence[str], known: set[Flags]) -> Iterator[str]:
    """The values of flags that the scene reads, that no group can bring here and that the scene does not set itself."""
    sets = {(flag, value) for node in scene.nodes.values() for flag, value in node.sets.items()}
    for flag in reads:
        values = {flag in flags for flags in known} | {value for name, value in sets if name == flag}
        if values != {False, True}:
            never = "vrai" if True not in values else "faux"
            yield f"la scène lit « {flag} », mais aucun groupe ne peut arriver ici avec ce drapeau {never}"


def _reached(scene: Scene, start: str) -> set[str]:
    reached, following = {start}, [start]
    while following:
        new = {choice.to for choice in scene.nodes[following.pop()].choices} - reached
        reached |= new
        following += new
    return reached


def _ending(scene: Scene) -> set[str]:
    """The passages from which an end can be reached."""
    before: dict[str, set[str]] = {name: set() for name in scene.nodes}
    for name, node in scene.nodes.items():
        for choice in node.choices:
            before[choice.to].add(name)
    ending = {name for name, node in scene.nodes.items() if not node.choices}
    following = list(ending)
    while following:
        new = before[following.pop()] - ending
        ending |= new
        following += new
    return ending


def _effects(step: Step, flags: Flags) -> set[Effect]:
    """What the step may change, whatever people choose and wherever it is ended."""
    if isinstance(step.content, Vote):
        return {(), *(_effect(option.sets) for option in step.content.options)}
    if isinstance(step.content, Dialogue):
        scene = step.content.scene
        start = scene.start(dict.fromkeys(flags, True))
        return {effect for _, effect in _states(scene, start)}
    return {()}


def _states(scene: Scene, start: str) -> set[tuple[str, Effect]]:
    """Every passage with every change of flags on the way to it."""
    first = (start, _effect(scene.nodes[start].sets))
    reached, following = {first}, [first]
    while following:
        for state in _next(scene, *following.pop()):
            if state not in reached:
                reached.add(state)
                following.append(state)
    return reached


def _next(scene: Scene, node: str, effect: Effect) -> Iterator[tuple[str, Effect]]:
    for choice in scene.nodes[node].choices:
        yield choice.to, _effect({**dict(effect), **choice.sets, **scene.nodes[choice.to].sets})


def _effect(sets: Mapping[str, bool]) -> Effect:
    return tuple(sorted(sets.items()))


def _after(flags: Flags, effect: Effect) -> Flags:
    on = {flag for flag, value in effect if value}
    off = {flag for flag, value in effect if not value}
    return Flags((flags - off) | on)
