"""Dialogues written in Ink, compiled to a plain graph that the server plays without Node.

`compile_ink` and `write_graph` need Node and inkjs (set-up and authors only); `load_graph` and `stale` need neither.
"""

from scenarios.ink.compiler import ToolsMissing, compile_ink, stale, write_graph
from scenarios.ink.graph import Choice, Graph, InkRefused, Line, Node, Problem, graph_path, load_graph

__all__ = [
    "Choice",
    "Graph",
    "InkRefused",
    "Line",
    "Node",
    "Problem",
    "ToolsMissing",
    "compile_ink",
    "graph_path",
    "load_graph",
    "stale",
    "write_graph",
]
