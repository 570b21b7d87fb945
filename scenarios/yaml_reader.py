"""YAML 1.2 read by its events: no anchor, no tag, no object, a bounded size and depth, and the place of every value.

A plain scalar is null, true, false, a whole or decimal number, or a date (YYYY-MM-DD); everything else is a text.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from scenarios import documents
from scenarios.documents import Document, Span
from scenarios.mistakes import Mistake

LARGEST_FILE = 1_000_000
DEEPEST = 20
_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


class _RefusedError(Exception):
    def __init__(self, line: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.line, self.code, self.sentence = line, code, sentence


def read_text(root: Path, file: Path) -> tuple[str, list[Mistake]]:
    """The text of a file of the pack in UTF-8, and what forbids to read it (then the text is empty)."""
    name = file.relative_to(root).as_posix()
    if file.stat().st_size > LARGEST_FILE:
        return "", [Mistake(name, 1, "file_too_large", "Ce fichier dépasse 1 Mo. Découpez-le.")]
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [Mistake(name, line, "not_utf8", "Ce fichier n’est pas en UTF-8. Réenregistrez-le en UTF-8.")]


def read_yaml(root: Path, file: Path) -> tuple[Document, list[Mistake]]:
    """The document in a file and what is wrong with its YAML; then its value may be None."""
    text, mistakes = read_text(root, file)
    name = file.relative_to(root).as_posix()
    if mistakes:
        return Document(name, "", None), mistakes
    builder = _Builder(name, text)
    return builder.document(), builder.mistakes


class _Builder:
    """Turns events into plain values."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.mistakes: list[Mistake] = []
        self.spans: dict[documents.Path, Span] = {}
        self._events: Iterator[Any] = iter(())

    def document(self) -> Document:
        value = None
        try:
            self._events = YAML(typ="safe", pure=True).parse(self.text)
            value = self._only_document()
        except _RefusedError as refused:
            self._tell(refused.line, refused.code, refused.sentence)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._not_yaml(mark.line + 1 if mark else 1)
        except (YAMLError, ValueError, AttributeError, LookupError) as error:
            self._not_yaml(self.text.count("\n", 0, getattr(error, "position", None) or 0) + 1)
        return Document(self.file, self.text, value, self.spans)

    def _only_document(self) -> Any:
        value = None
        seen = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                seen += 1
                _refuse_directives(event, seen)
            elif not isinstance(event, StreamStartEvent | DocumentEndEvent | StreamEndEvent):
                value = self._value(event, (), event)
        return value

    def _value(self, event: Any, path: documents.Path, key: Any) -> Any:
        self._refuse_shortcuts(event)
        if len(path) > DEEPEST:
            raise _RefusedError(_line(event), "too_deep", f"Plus de {DEEPEST} niveaux : simplifiez ce passage.")
        end = event
        value: Any
        if isinstance(event, MappingStartEvent):
            value, end = self._mapping(path)
        elif isinstance(event, SequenceStartEvent):
            value, end = self._sequence(path)
        else:
            value = _scalar(event)
        self.spans[path] = Span(_line(key), event.start_mark.index, end.end_mark.index)
        return value

    def _mapping(self, path: documents.Path) -> tuple[dict[str, Any], Any]:
        found: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                return found, event
            self._refuse_shortcuts(event)
            if not isinstance(event, ScalarEvent):
                raise _RefusedError(
                    _line(event), "key_not_text", "Une clé est un mot simple, sans crochet ni accolade."
                )
            twice = event.value in found
            value = self._value(next(self._events), (*path, event.value), event)
            if twice:
                self._tell(_line(event), "duplicate_key", f"« {event.value} » est écrit deux fois : gardez-en un seul.")
            found[event.value] = value
        raise YAMLError("end of file in a mapping")

    def _sequence(self, path: documents.Path) -> tuple[list[Any], Any]:
        found: list[Any] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                return found, event
            found.append(self._value(event, (*path, len(found)), event))
        raise YAMLError("end of file in a list")

    def _refuse_shortcuts(self, event: Any) -> None:
        if getattr(event, "anchor", None) is not None:
            sentence = "Les raccourcis « & » et « * » sont refusés : recopiez le passage."
            raise _RefusedError(_line(event), "anchor", sentence)
        if isinstance(event, MappingStartEvent | SequenceStartEvent | ScalarEvent) and getattr(event, "tag", None):
            raise _RefusedError(
                _line(event), "yaml_tag", "Les étiquettes « ! » sont refusées : écrivez la valeur seule."
            )

    def _not_yaml(self, line: int) -> None:
        sentence = (
            "Ce passage n’est pas du YAML lisible. Vérifiez l’alignement, les guillemets, et « : » suivi d’une espace."
        )
        self._tell(line, "not_yaml", sentence)

    def _tell(self, line: int, code: str, sentence: str) -> None:
        self.mistakes.append(Mistake(self.file, line, code, sentence))


def _refuse_directives(event: Any, seen: int) -> None:
    if seen > 1:
        raise _RefusedError(_line(event), "two_documents", "Un seul document par fichier : retirez « --- ».")
    if event.version or event.tags:
        raise _RefusedError(_line(event), "yaml_directive", "Retirez la ligne qui commence par « % ».")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _scalar(event: Any) -> Any:
    text = str(event.value)
    if event.style is not None:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return _date(text) if _DATE.fullmatch(text) else text


def _date(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
