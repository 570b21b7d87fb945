"""The actions, events and state of a station. No position, no typed word: an event says that somebody is there, and how."""

from dataclasses import dataclass
from typing import Literal

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue

Way = Literal["code", "word", "position", "plan_b"]


@dataclass(frozen=True, slots=True)
class Arrive(KindValue):
    """A seat says « j'y suis »; `said` is the code, the word or the id of an option, and nothing for a position."""

    by: str
    said: str


@dataclass(frozen=True, slots=True)
class Confirm(KindValue):
    """Another seat sees it too."""


@dataclass(frozen=True, slots=True)
class StationOpened(KindValue):
    """The group may look for the place."""


@dataclass(frozen=True, slots=True)
class Arrived(KindValue):
    """A seat is there."""

    seat: SeatId
    by: Way


@dataclass(frozen=True, slots=True)
class OptionMissed(KindValue):
    """An option of plan B was tried and was not the one."""

    option: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SecondVoice(KindValue):
    """A seat sees it too."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class CharacterAgreed(KindValue):
    """Nobody else is present: somebody of the story sees it too."""


@dataclass(frozen=True, slots=True)
class StationClosed(KindValue):
    """A facilitator opened it."""


@dataclass(frozen=True, slots=True)
class StationState(KindValue):
    """`voices` are the seats that are there or see it too; two are needed, or one and a character."""

    voices: tuple[SeatId, ...] = ()
    missed: tuple[str, ...] = ()
    by_character: bool = False
    closed: bool = False
