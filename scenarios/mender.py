"""Puts the French spaces, quotes and apostrophes right in the files of a pack."""

from collections.abc import Iterable
from pathlib import Path

from scenarios.documents import Document, Node
from scenarios.french import mended, prose
from scenarios.reader import read_pack
from scenarios.translations import pairs

_NOT_SAID = ("~", "=", "VAR", "//", "INCLUDE", "#", "{", "}", "/*", "-")


def mend(path: Path) -> int:
    """Mend every text of the pack in that folder, in place; the number of files changed. A scene must then be compiled again."""
    draft = read_pack(path)
    after = {document.file: (document.text, _mended(document, prose(document))) for document in draft.documents}
    french = [document for code, document in draft.languages.items() if code.split("-")[0] == "fr"]
    after |= {
        document.file: (document.text, _mended(document, (to for _, to in pairs(document)))) for document in french
    }
    after |= {name: (scene.source, _mended_scene(scene.source)) for name, scene in draft.scenes.items()}
    changed = {name: new for name, (old, new) in after.items() if old != new}
    for name, text in changed.items():
        (path / name).write_text(text, encoding="utf-8")
    return len(changed)


def _mended(document: Document, nodes: Iterable[Node]) -> str:
    text = document.text
    for node in sorted(nodes, key=lambda one: document.spans[one.path].start, reverse=True):
        span = document.spans[node.path]
        text = text[: span.start] + _mended_source(text[span.start : span.end]) + text[span.end :]
    return text


def _mended_source(source: str) -> str:
    """A scalar as it stands in the file; its own quotes stay."""
    if source[:1] in ("'", '"'):
        return source[0] + _line_by_line(source[1:-1]) + source[-1]
    return _line_by_line(source)


def _line_by_line(text: str) -> str:
    return "\n".join(mended(line) for line in text.split("\n"))


def _mended_scene(source: str) -> str:
    lines = source.split("\n")
    return "\n".join(line if line.strip().startswith(_NOT_SAID) else mended(line) for line in lines)
