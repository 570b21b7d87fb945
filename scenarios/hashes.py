"""Two marks of an edition: one of all its bytes, one of what it makes possible whatever its words."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from scenarios.documents import Document, Node
from scenarios.french import prose
from scenarios.ink import Graph
from scenarios.reader import is_beside_the_story, pack_files, read_pack

WORDS = "…"
"""Stands for a text that people read."""


def fingerprint(path: Path) -> str:
    """The SHA-256 (hexadecimal) of the files of a pack, by their sorted paths: any change changes it.

    Translations and recordings do not count: a language may come to an edition that is being played.
    """
    mark = sha256()
    for file in (one for one in pack_files(path) if not is_beside_the_story(path, one)):
        name, content = file.relative_to(path).as_posix().encode(), file.read_bytes()
        mark.update(b"%d:%s%d:" % (len(name), name, len(content)))
        mark.update(content)
    return mark.hexdigest()


def structure_hash(path: Path) -> str:
    """The SHA-256 (hexadecimal) of a pack without the texts that people read.

    Two editions with the same one differ by words only: a group can go from one to the other. Ids, answers, facts, flags, minutes,
    order and the roads through scenes all count; comments, README and the sources of scenes do not.
    """
    draft = read_pack(path)
    parts = {document.file: _bare(document) for document in draft.documents}
    graphs = {name: _bare_graph(scene.graph) for name, scene in draft.scenes.items()}
    whole = json.dumps([parts, graphs], sort_keys=True, default=str, ensure_ascii=False)
    return sha256(whole.encode()).hexdigest()


def same_but_for_words(one: Path, other: Path) -> bool:
    """Whether two editions differ by texts only."""
    return structure_hash(one) == structure_hash(other)


def _bare(document: Document) -> Any:
    read_by_people = {node.path for node in prose(document)}

    def bare(node: Node) -> Any:
        if node.path in read_by_people:
            return WORDS
        if isinstance(node.value, dict):
            return {key: bare(value) for key, value in node.pairs()}
        return [bare(item) for item in node.each()] if isinstance(node.value, list) else node.value

    return bare(document.root)


def _bare_graph(graph: Graph | None) -> Any:
    """Where each choice leads and what each beat sets; who speaks is said by words, and may change."""
    if graph is None:
        return None
    beats = {
        name: [[[one.id, one.target] for one in node.choices], node.sets] for name, node in sorted(graph.nodes.items())
    }
    return [sorted(graph.start.items()), graph.reads, beats]
