"""The plain graph of a scene: what is said, what is voted, where it leads, which flags it sets."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = 1
_SPEAKER = re.compile(r"(?P<speaker>[^\W\d_](?:[\w'’.-]| (?=\w)){0,29})\s?:\s+(?P<text>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One line said by `speaker`, or told by nobody (`None`)."""

    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a vote; `id` is unique in its node, `target` is the id of the node it leads to."""

    id: str
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Node:
    """One beat: its lines, the flags it sets, then one vote among `choices`, or the end when there is none.

    `knot` is the Ink knot (or `knot.stitch`) of the vote, or of the last words; `start` before the first knot.
    """

    id: str
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    sets: tuple[tuple[str, bool], ...]
    knot: str


@dataclass(frozen=True, slots=True)
class Graph:
    """One scene. `flags` are those declared, with their first value; `reads` those that decide where it goes.

    `start` gives the first node for each combination of the values of `reads`, in their order.
    """

    start: Mapping[tuple[bool, ...], str]
    nodes: Mapping[str, Node]
    flags: Mapping[str, bool]
    reads: tuple[str, ...]
    sources: Mapping[str, str]

    def entry(self, flags: Mapping[str, bool]) -> Node:
        """First node for the group's `flags`; one the group never set has its declared value."""
        return self.nodes[self.start[tuple(flags.get(name, self.flags[name]) for name in self.reads)]]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of an author, at a line of a file of the scene."""

    file: str
    line: int
    code: str
    french: str
    english: str
    knot: str | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.french}"


class InkRefused(ValueError):  # noqa: N818 - a refusal, in the words of the project
    """The scene cannot be played; `problems` say why, in the order of the text."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def graph_path(source: Path) -> Path:
    """Where the graph of `scene.ink` is stored: `scene.graph.json` beside it."""
    return source.with_suffix(".graph.json")


def load_graph(path: Path) -> Graph:
    """Read a stored graph; `path` is the `.graph.json` or its `.ink`.

    Raises `InkRefused` when the file is missing (`graph_missing`) or is no graph of this format (`graph_broken`).
    """
    stored = path if path.suffix == ".json" else graph_path(path)
    try:
        return graph_from(json.loads(stored.read_bytes()))
    except FileNotFoundError:
        raise InkRefused((_missing(stored),)) from None
    except (ValueError, KeyError, TypeError, AttributeError) as reason:
        raise InkRefused((_broken(stored),)) from reason


def graph_from(stored: Mapping[str, Any]) -> Graph:
    """Graph of its stored form; raises `ValueError`, `KeyError` or `TypeError` when it is not whole."""
    if stored["format"] != FORMAT:
        raise ValueError("another format")
    nodes = {name: _node_from(name, value) for name, value in stored["nodes"].items()}
    start = {tuple(bit == "1" for bit in bits): name for bits, name in stored["start"].items()}
    graph = Graph(start, nodes, dict(stored["flags"]), tuple(stored["reads"]), dict(stored["sources"]))
    targets = {choice.target for node in nodes.values() for choice in node.choices} | set(start.values())
    if not targets <= nodes.keys() or len(start) != 2 ** len(graph.reads):
        raise ValueError("an arrow leads nowhere")
    return graph


def graph_as_json(graph: Graph) -> str:
    """Stored form of a graph: the same graph gives the same text."""
    stored = {
        "format": FORMAT,
        "sources": dict(sorted(graph.sources.items())),
        "flags": dict(sorted(graph.flags.items())),
        "reads": list(graph.reads),
        "start": {"".join("01"[value] for value in values): name for values, name in graph.start.items()},
        "nodes": {name: _stored_node(node) for name, node in graph.nodes.items()},
    }
    return json.dumps(stored, ensure_ascii=False, indent=1) + "\n"


def line_of(text: str) -> Line:
    """« Noé : Bonjour. » is said by Noé; a line without a short capitalised name before a colon is told by nobody."""
    found = _SPEAKER.fullmatch(text)
    if found is None or not found["speaker"][0].isupper():
        return Line(None, text)
    return Line(found["speaker"].strip(), found["text"])


def _node_from(name: str, stored: Mapping[str, Any]) -> Node:
    lines = tuple(Line(speaker, text) for speaker, text in stored["lines"])
    choices = tuple(Choice(key, text, target) for key, text, target in stored["choices"])
    return Node(name, lines, choices, tuple(sorted(stored["sets"].items())), stored["knot"])


def _stored_node(node: Node) -> dict[str, Any]:
    return {
        "knot": node.knot,
        "lines": [[line.speaker, line.text] for line in node.lines],
        "sets": dict(node.sets),
        "choices": [[choice.id, choice.text, choice.target] for choice in node.choices],
    }


def _missing(stored: Path) -> Problem:
    return Problem(
        stored.name,
        1,
        "graph_missing",
        "Cette scène n'est pas compilée. Lancez « python -m scenarios.ink » sur son fichier .ink.",
        "This scene is not compiled. Run 'python -m scenarios.ink' on its .ink file.",
    )


def _broken(stored: Path) -> Problem:
    return Problem(
        stored.name,
        1,
        "graph_broken",
        "Ce graphe ne peut pas être lu. Compilez de nouveau la scène : « python -m scenarios.ink ».",
        "This graph cannot be read. Compile the scene again: 'python -m scenarios.ink'.",
    )
