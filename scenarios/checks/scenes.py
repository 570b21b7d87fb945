"""Ink scenes are there, are used, and are compiled from what stands in their files."""

from collections.abc import Iterator

from scenarios.checks.registry import Kinds, check
from scenarios.mistakes import Mistake
from scenarios.reader import GRAPH, Draft
from scenarios.scenes import graph_in, names_a_scene

COMPILE = "Recompilez les scènes (make scenes)."


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
        if graph_in(scene.graph) is None:
            sentence = f"Il manque {name.removesuffix('.ink')}{GRAPH}, ou il est illisible. {COMPILE}"
            yield Mistake(name, 1, "no_graph", sentence)
