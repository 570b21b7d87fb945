"""The actions, events and state of a proof by an object. A photo is an id; the picture is stored elsewhere, for a while."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue

How = Literal["photo", "words"]


@dataclass(frozen=True, slots=True)
class Describe(KindValue):
    """A seat describes or draws what it made, for those beside it."""


@dataclass(frozen=True, slots=True)
class Saw(KindValue):
    """Another seat says « je l'ai vue de mes yeux »."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class Sent(KindValue):
    """Told from outside: a photo of this seat is stored."""

    photo: str


@dataclass(frozen=True, slots=True)
class ToRedo(KindValue):
    """Told from outside: a facilitator asks this seat for another one."""

    photo: str
    reason: str


@dataclass(frozen=True, slots=True)
class PhotoOpened(KindValue):
    """The group may compose."""


@dataclass(frozen=True, slots=True)
class ProofShown(KindValue):
    """A seat has something to show: a stored photo, or words and a drawing when `photo` is None."""

    seat: SeatId
    photo: str | None


@dataclass(frozen=True, slots=True)
class ProofSeen(KindValue):
    """Another seat, or a character when `by` is None, saw it."""

    seat: SeatId
    by: SeatId | None


@dataclass(frozen=True, slots=True)
class RedoAsked(KindValue):
    """A photo is asked for again."""

    seat: SeatId
    photo: str
    reason: str


@dataclass(frozen=True, slots=True)
class PhotoClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class PhotoState(KindValue):
    """`proofs` holds what each seat shows: the id of a photo, or None for words; `redo` the reason given to a seat."""

    proofs: Mapping[SeatId, str | None] = field(default_factory=dict)
    redo: Mapping[SeatId, str] = field(default_factory=dict)
    seen: bool = False
    by_character: bool = False
    closed: bool = False
