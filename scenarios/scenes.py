"""Ink scenes in a content: the author names a file, the kind gets its compiled graph."""

from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.documents import Node
from scenarios.ink import Graph
from scenarios.reader import Draft

INK = ".ink"


def names_a_scene(value: object) -> bool:
    """Whether a content's `scene` is the name of an Ink file."""
    return isinstance(value, str) and value.endswith(INK)


def with_scenes(content: dict[str, Any], draft: Draft) -> dict[str, Any] | None:
    """The content with the Ink file of `scene` replaced by its graph; None when that has none."""
    if not names_a_scene(content.get("scene")):
        return content
    scene = draft.scene(content["scene"])
    if scene is None or scene.graph is None:
        return None
    return {**content, "scene": as_content(scene.graph, characters(draft.pack.root))}


def characters(pack: Node) -> dict[str, str]:
    """The ids of the characters of a pack by the names that scenes use."""
    return {one["name"].text: one["id"].text for one in pack["characters"].each()}


def as_content(graph: Graph, ids: Mapping[str, str]) -> dict[str, Any]:
    """A graph as the kind `dialogue` takes it: {starts: [{when, node}], nodes: {id: {lines, choices, sets}}}.

    A speaker who is no character of the pack is kept by name, for the checks to tell.
    """
    return {
        "starts": _starts(graph),
        "nodes": {
            name: {
                "lines": [
                    {"by": ids.get(line.speaker, line.speaker) if line.speaker else None, "text": line.text}
                    for line in node.lines
                ],
                "choices": [{"id": one.id, "text": one.text, "to": one.target} for one in node.choices],
                "sets": dict(node.sets),
            }
            for name, node in graph.nodes.items()
        },
    }


def _starts(graph: Graph) -> list[dict[str, Any]]:
    """Every beginning; the one of a group without any flag is last, and takes whoever fits no other."""
    ways = sorted(graph.start.items(), reverse=True)
    starts: list[dict[str, Any]] = [
        {"when": dict(zip(graph.reads, values, strict=True)), "node": node} for values, node in ways
    ]
    starts[-1]["when"] = {}
    return starts


def texts(graph: Graph) -> Iterator[str]:
    """Every text of a graph that people read."""
    for node in graph.nodes.values():
        yield from (line.text for line in node.lines)
        yield from (choice.text for choice in node.choices)


def speakers(graph: Graph) -> set[str]:
    """The names of those who speak in a graph."""
    return {line.speaker for node in graph.nodes.values() for line in node.lines if line.speaker}


def flags_set(graph: Graph) -> set[str]:
    """The flags that a graph sets."""
    return {flag for node in graph.nodes.values() for flag, _ in node.sets}
