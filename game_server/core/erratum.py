"""An answer accepted after the edition came out."""

from dataclasses import dataclass

from game_server.core.ids import MissionId


@dataclass(frozen=True, slots=True)
class Erratum:
    """An answer that counts as right for one step; numbered within the structure or the edition."""

    number: str
    mission: MissionId
    step: int
    answer: str
