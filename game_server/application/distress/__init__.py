"""Words of distress in what a player writes: a published list of phrases, compared as whole words, and nothing more.

The list is `words.json`; the phone carries the same one, so that kind words and the help lines are there without network.
"""

import json
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import Any

CODE = "distress"
"""The code of the answer to the author: its sentence is kind, and says who is there."""
OWN_WORDS = "type"
"""The one key of a command whose value nobody typed."""


def folded(text: str) -> str:
    """Lower case, accents aside, anything but letters and digits as one space: « J’veux  MOURIR ! » is « j veux mourir »."""
    plain = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    kept = (" " if not one.isalnum() else one for one in plain if not unicodedata.combining(one))
    return " ".join("".join(kept).split())


def is_distress(text: str) -> bool:
    """Whether one of the phrases stands in this text, said seriously."""
    words = f" {folded(text)} "
    for other in _NOT_THESE:
        words = words.replace(f" {other} ", " ")
    return any(f" {phrase} " in words for phrase in _PHRASES)


def distress_in(value: Any) -> str | None:
    """The first text of a JSON value that holds such a phrase, or None; keys and message types are nobody's words."""
    return next((text for text in _texts(value) if is_distress(text)), None)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key != OWN_WORDS:
                yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _listed(name: str) -> tuple[str, ...]:
    return tuple(folded(phrase) for phrase in _LIST[name])


_LIST = json.loads(resources.files(__name__).joinpath("words.json").read_text("utf-8"))
_PHRASES, _NOT_THESE = _listed("phrases"), _listed("not_these")
