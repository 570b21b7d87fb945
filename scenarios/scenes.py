"""Ink scenes in a content: the author names a file, the kind gets its compiled graph."""

from collections.abc import Iterator
from typing import Any

from scenarios.reader import Draft

INK = ".ink"


def names_a_scene(value: object) -> bool:
    """Whether a content's `scene` is the name of an Ink file."""
    return isinstance(value, str) and value.endswith(INK)


def with_scenes(content: dict[str, Any], draft: Draft) -> dict[str, Any] | None:
    """The content with each Ink file replaced by its graph; None when one has no graph."""
    if not names_a_scene(content.get("scene")):
        return content
    scene = draft.scene(content["scene"])
    graph = graph_in(scene.graph) if scene else None
    return None if graph is None else {**content, "scene": graph}


def graph_in(compiled: Any) -> dict[str, Any] | None:
    """The graph of a compiled scene, without the mark of the source it came from."""
    graph = compiled.get("scene", compiled) if isinstance(compiled, dict) else None
    return graph if isinstance(graph, dict) and isinstance(graph.get("nodes"), dict) else None


def texts(graph: dict[str, Any]) -> Iterator[str]:
    """Every text of a graph that people read."""
    for node in nodes(graph):
        for part in (*_list(node, "lines"), *_list(node, "choices")):
            if isinstance(part.get("text"), str):
                yield part["text"]


def speakers(graph: dict[str, Any]) -> set[str]:
    """The characters who speak in a graph."""
    found = (line.get("by") for node in nodes(graph) for line in _list(node, "lines"))
    return {one for one in found if isinstance(one, str)}


def flags_set(graph: dict[str, Any]) -> set[str]:
    """The flags that a graph sets."""
    holders = (part for node in nodes(graph) for part in (node, *_list(node, "choices")))
    return {flag for holder in holders if isinstance(holder.get("sets"), dict) for flag in holder["sets"]}


def flags_read(graph: dict[str, Any]) -> set[str]:
    """The flags on which a graph's beginning depends."""
    return {flag for start in _list(graph, "starts") if isinstance(start.get("when"), dict) for flag in start["when"]}


def nodes(graph: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The nodes of a graph."""
    yield from (node for node in graph["nodes"].values() if isinstance(node, dict))


def _list(holder: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = holder.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
