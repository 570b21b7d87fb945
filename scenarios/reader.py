"""The files of a pack, read once: documents with lines, scenes with their graphs, and what could not be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scenarios.documents import Document, Node
from scenarios.ink import Graph, InkRefused, Problem, load_graph, stale
from scenarios.mistakes import Mistake
from scenarios.yaml_reader import read_text, read_yaml

MOST_FILES = 1_000
MOST_BYTES = 8_000_000
GRAPH = ".graph.json"
RECORDINGS = "audio/recordings.yaml"
_MISSION = re.compile(r"missions/[0-9]{2}-([a-z0-9-]+)\.yaml")
_OFFER = re.compile(r"offers/([a-z0-9-]+)\.yaml")
_LANGUAGE = re.compile(r"languages/([a-z]{2,3}(?:-[a-z0-9]+)*)\.yaml")
_SOUND = re.compile(r"audio/([a-z0-9-]+\.(?:ogg|mp3))")


@dataclass(frozen=True, slots=True)
class Scene:
    """An Ink scene: its file, its source, its graph (None: none that can be read), and why that graph does not stand for it."""

    file: str
    source: str
    graph: Graph | None
    stale: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack as it was read. Missions and offers stand under their slugs, scenes under their paths in the pack."""

    path: Path
    pack: Document
    missions: Mapping[str, Document]
    offers: Mapping[str, Document]
    values: Document
    scenes: Mapping[str, Scene]
    unreadable: tuple[Mistake, ...]
    languages: Mapping[str, Document] = field(default_factory=dict)
    """The edition's texts in other languages, by code."""
    recordings: Document = field(default_factory=lambda: Document(RECORDINGS, "", None))
    """Which text is heard in which file of `audio/`."""
    sounds: Mapping[str, Path] = field(default_factory=dict)
    """The files of `audio/`, by name."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every YAML file of the story; what says it in other words or voices stands apart."""
        return (self.pack, *self.missions.values(), *self.offers.values(), self.values)

    def steps(self) -> Iterator[tuple[str, Node]]:
        """Every step, with the slug of its mission."""
        for slug, mission in self.missions.items():
            for step in mission.root["steps"].each():
                yield slug, step

    def facts(self) -> Iterator[tuple[str, Node]]:
        """Every fact, with the slug of its offer."""
        for slug, offer in self.offers.items():
            for fact in offer.root["facts"].each():
                yield slug, fact

    def scene(self, reference: object) -> Scene | None:
        """The scene that a step names."""
        return self.scenes.get(reference) if isinstance(reference, str) else None


@dataclass(slots=True)
class _Reading:
    path: Path
    pack: Document = field(default_factory=lambda: Document("pack.yaml", "", None))
    values: Document = field(default_factory=lambda: Document("values.yaml", "", None))
    missions: dict[str, Document] = field(default_factory=dict)
    offers: dict[str, Document] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
    languages: dict[str, Document] = field(default_factory=dict)
    recordings: Document = field(default_factory=lambda: Document(RECORDINGS, "", None))
    sounds: dict[str, Path] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def pack_files(path: Path) -> list[Path]:
    """The files of a pack, sorted by their path in it; hidden ones and links are left out, and so are folders behind links."""
    inside = (one for one in path.rglob("*") if not any(part.startswith(".") for part in one.relative_to(path).parts))
    files = (one for one in inside if one.is_file() and one.resolve().is_relative_to(path.resolve()))
    return sorted(
        (one for one in files if not one.is_symlink()),
        key=lambda one: one.relative_to(path).as_posix(),
    )


def is_beside_the_story(path: Path, file: Path) -> bool:
    """Whether a file says the story in other words or voices: it may come, or be mended, after the edition came out."""
    return file.relative_to(path).parts[0] in ("languages", "audio")


def read_pack(path: Path) -> Draft:
    """Read a pack's folder. Nothing is raised for what stands in it: see `unreadable`."""
    reading = _Reading(path)
    files = pack_files(path) if path.is_dir() else []
    story = [file for file in files if not is_beside_the_story(path, file)]
    if len(story) > MOST_FILES or sum(file.stat().st_size for file in story) > MOST_BYTES:
        sentence = (
            f"Ce pack dépasse {MOST_FILES} fichiers ou {MOST_BYTES // 1_000_000} Mo. Allégez-le, ou coupez-le en deux."
        )
        reading.mistakes.append(Mistake("pack.yaml", 1, "pack_too_large", sentence))
        files = []
    elif not (path / "pack.yaml").is_file():
        reading.mistakes.append(Mistake("pack.yaml", 1, "no_pack_file", "Il manque le fichier pack.yaml."))
    for file in files:
        _take(reading, file)
    return Draft(
        path,
        reading.pack,
        reading.missions,
        reading.offers,
        reading.values,
        reading.scenes,
        tuple(reading.mistakes),
        reading.languages,
        reading.recordings,
        reading.sounds,
    )


def _take(reading: _Reading, file: Path) -> None:
    name = file.relative_to(reading.path).as_posix()
    if name == "pack.yaml":
        reading.pack = _document(reading, file)
    elif name == "values.yaml":
        reading.values = _document(reading, file)
    elif found := _MISSION.fullmatch(name):
        _keep(reading, reading.missions, found[1], file)
    elif found := _OFFER.fullmatch(name):
        _keep(reading, reading.offers, found[1], file)
    elif name.endswith(".ink"):
        _take_scene(reading, file)
    elif found := _LANGUAGE.fullmatch(name):
        reading.languages[found[1]] = _document(reading, file)
    elif name == RECORDINGS:
        reading.recordings = _document(reading, file)
    elif found := _SOUND.fullmatch(name):
        reading.sounds[found[1]] = file
    elif name.endswith(GRAPH) or name == "README.md":
        return
    else:
        sentence = (
            "Ce fichier n’a pas sa place ici. Retirez-le, ou corrigez son nom (missions/01-nom.yaml, offers/nom.yaml)."
        )
        reading.mistakes.append(Mistake(name, 1, "unexpected_file", sentence))


def _document(reading: _Reading, file: Path) -> Document:
    document, mistakes = read_yaml(reading.path, file)
    reading.mistakes.extend(mistakes)
    if not mistakes and not isinstance(document.value, dict):
        reading.mistakes.append(
            document.mistake((), "not_a_sheet", "Ce fichier doit contenir des champs « nom: valeur ».")
        )
    return document


def _keep(reading: _Reading, kept: dict[str, Document], slug: str, file: Path) -> None:
    document = _document(reading, file)
    if slug in kept:
        sentence = f"« {slug} » existe déjà dans {kept[slug].file}. Donnez un autre nom à ce fichier."
        reading.mistakes.append(document.mistake((), "duplicate_id", sentence))
    kept[slug] = document


def _take_scene(reading: _Reading, file: Path) -> None:
    source, mistakes = read_text(reading.path, file)
    name = file.relative_to(reading.path).as_posix()
    compiled = file.with_suffix(GRAPH)
    if compiled.is_file():
        mistakes.extend(read_text(reading.path, compiled)[1])
    reading.mistakes.extend(mistakes)
    reading.scenes[name] = Scene(name, source, None) if mistakes else _compiled(name, source, file)


def _compiled(name: str, source: str, file: Path) -> Scene:
    try:
        return Scene(name, source, load_graph(file), stale(file))
    except InkRefused as refused:
        return Scene(name, source, None, refused.problems)
    except RecursionError:
        return Scene(name, source, None, (Problem(file.name, 1, "graph_broken", "Ce graphe est illisible.", "", None),))
