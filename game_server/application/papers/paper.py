"""A paper as the printer takes it: which sheet, what it says, and on what day it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

Sheet = Literal[
    "recap", "keepsake", "door_cards", "door_poster", "personal_card", "attestation", "hours", "verriere_poster"
]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. `says` is data as JSON knows it; `pictures` are SVG texts of our own, by the name the sheet knows them by."""

    sheet: Sheet
    title: str
    made_on: date
    """The date that the file carries: it comes from the data, so that the same data make the same bytes."""
    says: Mapping[str, Any]
    pictures: Mapping[str, str] = field(default_factory=dict)


class Printer(Protocol):
    """Sets papers as PDF files, tagged, with their title and language."""

    def print(self, paper: Paper) -> bytes:
        """Return the PDF, the same bytes for the same paper. Takes up to a second: call it in a thread."""
        ...
