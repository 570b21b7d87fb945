"""The actions, events and state of a relay. Times are game seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands


@dataclass(frozen=True, slots=True)
class Solve(KindValue):
    """A seat answers the challenge of a link it holds."""

    link: str
    choice: str


@dataclass(frozen=True, slots=True)
class Pass(KindValue):
    """« Je passe mon maillon »: its part of the key joins the chain, for everyone."""

    link: str


@dataclass(frozen=True, slots=True)
class Enter(KindValue):
    """A seat tries the parts in an order."""

    code: str


@dataclass(frozen=True, slots=True)
class Confirm(KindValue):
    """Another seat agrees with the key."""


@dataclass(frozen=True, slots=True)
class RelayOpened(KindValue):
    """The links are dealt."""

    hands: Hands


@dataclass(frozen=True, slots=True)
class LinksDealt(KindValue):
    """The links went to those present."""

    hands: Hands


@dataclass(frozen=True, slots=True)
class LinkSolved(KindValue):
    """The seat that holds a link found its answer."""

    link: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class ChoiceMissed(KindValue):
    """A choice that was not the one; its seat pauses."""

    link: str
    choice: str
    seat: SeatId
    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class LinkPassed(KindValue):
    """A part of the key joined the chain."""

    link: str
    seat: SeatId


@dataclass(frozen=True, slots=True)
class KeyMissed(KindValue):
    """An order that was not the one; its seat pauses."""

    seat: SeatId
    pause: int
    until: float


@dataclass(frozen=True, slots=True)
class VoiceGiven(KindValue):
    """A seat gave the right key, or confirmed it."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class CharacterAgreed(KindValue):
    """A character is the second voice of who is alone."""


@dataclass(frozen=True, slots=True)
class RelayClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class Pause(KindValue):
    """A seat leaves the next try to others: `seconds` long, until `until` (game time)."""

    seconds: int
    until: float


@dataclass(frozen=True, slots=True)
class RelayState(KindValue):
    """`solved` and `passed` stay with the links, whoever holds them; `missed` are the choices tried, by link."""

    hands: Hands
    solved: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    missed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tries: int = 0
    pauses: Mapping[SeatId, Pause] = field(default_factory=dict)
    voices: tuple[SeatId, ...] = ()
    by_character: bool = False
    closed: bool = False
