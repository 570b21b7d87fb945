"""A file of a pack as plain values, each with the line it stands on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scenarios.mistakes import Mistake

Key = str | int
Path = tuple[Key, ...]
"""Where a value stands in a document: keys of mappings, places in lists."""


@dataclass(frozen=True, slots=True)
class Span:
    """The line of a value (its key's line in a mapping, from 1), and where its source begins and ends in the file."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its path in the pack, its source, its values, and where each of them stands."""

    file: str
    text: str
    value: Any
    spans: Mapping[Path, Span] = field(default_factory=dict)

    @property
    def root(self) -> "Node":
        """The whole file."""
        return Node(self, (), self.value)

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest one around it; keys that the file does not have are left out."""
        known: Path = ()
        for key in path:
            if (*known, key) in self.spans:
                known = (*known, key)
        span = self.spans.get(known)
        return span.line if span else 1

    def line_of(self, path: Path, excerpt: str) -> int:
        """The line on which an excerpt of that text stands; the line of the text when it is folded otherwise."""
        span = self.spans.get(path)
        place = self.text.find(excerpt, span.start, span.end) if span and excerpt else -1
        return self.text.count("\n", 0, place) + 1 if place >= 0 else self.line(path)

    def mistake(self, path: Path, code: str, sentence: str) -> Mistake:
        """A mistake on that value."""
        return Mistake(self.file, self.line(path), code, sentence)


@dataclass(frozen=True, slots=True)
class Node:
    """A value, its place and its document. What is absent or of another shape reads as nothing, so that checks stay short."""

    document: Document
    path: Path
    value: Any

    def __getitem__(self, key: Key) -> "Node":
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(self.document, (*self.path, key), value)

    def __bool__(self) -> bool:
        return self.value is not None

    @property
    def text(self) -> str:
        """The value when it is a text, else the empty text."""
        return self.value if isinstance(self.value, str) else ""

    def each(self) -> Iterator["Node"]:
        """The items of a list."""
        for place, value in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Node(self.document, (*self.path, place), value)

    def pairs(self) -> Iterator[tuple[str, "Node"]]:
        """The keys and values of a mapping."""
        for key, value in (self.value if isinstance(self.value, dict) else {}).items():
            yield key, Node(self.document, (*self.path, key), value)

    def walk(self) -> Iterator["Node"]:
        """This value and all that stands in it."""
        yield self
        for one in (*self.each(), *(value for _, value in self.pairs())):
            yield from one.walk()

    def mistake(self, code: str, sentence: str) -> Mistake:
        """A mistake on this value."""
        return self.document.mistake(self.path, code, sentence)
