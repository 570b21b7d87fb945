"""An edition's other languages and its recordings, as phones keep them: each text under its mark, never beside the French one."""

import json
from collections.abc import Mapping
from pathlib import Path

from game_server.core.scenario import Scenario

WORD = 0xFFFFFFFF


def mark(text: str) -> str:
    """Sixteen hexadecimal signs for a text, reckoned the same way on the phone (`kit/story_mark.ts`).

    A phone finds the translation of what it was shown; whoever opens the file reads sentences without their place in the story.
    """
    one, two = 0x9E3779B9, 0x85EBCA6B
    units = text.encode("utf-16-le")
    for place in range(0, len(units), 2):
        unit = units[place] | units[place + 1] << 8
        one = (one ^ unit) * 0x01000193 & WORD
        two = (two ^ unit) * 0x5BD1E995 & WORD
        two ^= two >> 15
    return f"{one:08x}{two:08x}"


def texts_file(scenario: Scenario, code: str) -> bytes:
    """What stands for each text in that language, in the order of the marks: {mark: text}. Raises KeyError."""
    texts = scenario.languages[code].texts
    return _packed({mark(french): text for french, text in texts.items()})


def recordings_file(scenario: Scenario) -> bytes:
    """In which file each recorded text is heard: {mark: file name}."""
    return _packed({mark(text): Path(file).name for text, file in scenario.recordings.items()})


def _packed(found: Mapping[str, str]) -> bytes:
    return json.dumps(dict(sorted(found.items())), ensure_ascii=False, separators=(",", ":")).encode()
