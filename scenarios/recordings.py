"""Texts that somebody has recorded: `audio/recordings.yaml`, and one small file for each."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import StringConstraints

from scenarios.models import Line, Sheet

LARGEST = 300_000
"""Bytes: half a minute of a voice, on a slow network."""
_HEADS = (b"OggS", b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")


class RecordingSheet(Sheet):
    """One text, word for word as it is shown, in French or in a language of the edition; and its file."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    file: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.(ogg|mp3)$")]
    voice: Line | None = None
    """Whose voice it is, when that person wants to be named."""


class RecordingsSheet(Sheet):
    """`audio/recordings.yaml`."""

    recordings: tuple[RecordingSheet, ...] = ()


def troubles(content: bytes) -> Iterator[tuple[str, str]]:
    """What forbids to send a sound: a code and a sentence for each."""
    if len(content) > LARGEST:
        yield (
            "sound_too_large",
            f"Ce son dépasse {LARGEST // 1000} Ko. Coupez-le, ou réduisez sa qualité (mono, 32 kbit/s).",
        )
    if not content.startswith(_HEADS):
        yield "not_a_sound", "Ce fichier n’est ni un OGG ni un MP3. Convertissez-le."
