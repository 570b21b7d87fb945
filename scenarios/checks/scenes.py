"""Ink scenes are there, are used, and are compiled from what stands in their files."""

from collections.abc import Iterator

from scenarios.checks.registry import Kinds, check
from scenarios.mistakes import Mistake
from scenarios.reader import Draft, Scene
from scenarios.scenes import characters, names_a_scene, speakers


@check
def scenes_exist(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A step names a scene that exists, and each scene is played somewhere."""
    played: set[str] = set()
    for _, step in draft.steps():
        scene = step["content"]["scene"]
        if names_a_scene(scene.value):
            played.add(scene.text)
            if scene.text not in draft.scenes:
                sentence = f"La scène « {scene.text} » n’existe pas. Créez ce fichier, ou corrigez son nom."
                yield scene.mistake("no_scene", sentence)
    for name in draft.scenes:
        if name not in played:
            yield Mistake(name, 1, "scene_never_played", "Aucune étape ne joue cette scène. Nommez-la, ou retirez-la.")


@check
def graphs_are_fresh(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Each scene has its graph, made from the very text that stands in it."""
    for name, scene in draft.scenes.items():
        for problem in scene.stale:
            yield Mistake(
                name.removesuffix(name.rpartition("/")[2]) + problem.file, problem.line, problem.code, problem.french
            )


@check
def flags_begin_false(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Every flag of a group is false until something sets it, so a scene declares it false."""
    for name, scene in draft.scenes.items():
        for flag, value in (scene.graph.flags if scene.graph else {}).items():
            if value:
                line = line_in(scene, f"VAR {flag}")
                yield Mistake(
                    name, line, "flag_begins_true", f"Écrivez « VAR {flag} = false » : rien n’est encore arrivé."
                )


@check
def scenes_speak_of_the_pack(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Who speaks in a scene and the flags it names stand in pack.yaml."""
    names, flags = characters(draft.pack.root), dict(draft.pack.root["flags"].pairs())
    for name, scene in draft.scenes.items():
        if scene.graph is None or not draft.pack.value:
            continue
        for speaker in sorted(speakers(scene.graph) - set(names)):
            sentence = f"« {speaker} » n’est pas un personnage de pack.yaml. Personnages : {', '.join(sorted(names))}."
            yield Mistake(name, line_in(scene, f"{speaker}"), "unknown_character", sentence)
        for flag in sorted(set(scene.graph.flags) - set(flags)):
            yield Mistake(name, line_in(scene, flag), "unknown_flag", declare(flag))


def declare(flag: str) -> str:
    """What to do about a flag that pack.yaml does not know."""
    return f"« {flag} » n’est pas déclaré. Ajoutez-le à flags dans pack.yaml, avec ce qu’il veut dire."


def line_in(scene: Scene, *excerpts: str) -> int:
    """The line of the first of these excerpts that stands in a scene's source, from 1."""
    places = (scene.source.find(excerpt) for excerpt in excerpts)
    return scene.source.count("\n", 0, next((place for place in places if place >= 0), 0)) + 1
