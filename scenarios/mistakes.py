"""What is wrong in a pack, where, and what its author can do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake: the file (relative to the pack), the line (from 1), a snake_case code, a French sentence that says what to do.

    `style` marks a mistake of language: it must be mended before a release, but a pack that has it still plays.
    """

    file: str
    line: int
    code: str
    sentence: str
    style: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line} · {self.sentence} [{self.code}]"


class BrokenPackError(ValueError):
    """A pack that cannot be played; `mistakes` says all that stands in the way."""

    def __init__(self, pack: Path, mistakes: Iterable[Mistake]) -> None:
        self.pack = pack
        self.mistakes = tuple(sorted(mistakes))
        lines = "\n".join(f"  {mistake}" for mistake in self.mistakes)
        super().__init__(f"Le pack {pack} ne peut pas être joué :\n{lines}")
