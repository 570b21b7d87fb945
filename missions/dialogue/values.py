"""The actions, events and state of a dialogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindValue


@dataclass(frozen=True, slots=True)
class Say(KindValue):
    """A seat gives its voice to a choice, or changes it. `turn` keeps a late tap out of the next choice."""

    choice: str
    turn: int


@dataclass(frozen=True, slots=True)
class SceneOpened(KindValue):
    """The scene begins at that node."""

    node: str


@dataclass(frozen=True, slots=True)
class VoiceGiven(KindValue):
    """A seat gave its voice."""

    seat: SeatId
    choice: str


@dataclass(frozen=True, slots=True)
class ChoiceMade(KindValue):
    """The group made a choice; `tied` when the voices were split and the character decided."""

    choice: str
    tied: bool


@dataclass(frozen=True, slots=True)
class SceneClosed(KindValue):
    """A facilitator ended it; what was chosen stays."""


@dataclass(frozen=True, slots=True)
class Turn(KindValue):
    """A choice that was made at a node; `counts` only when at least three people had a voice in it."""

    node: str
    choice: str
    tied: bool
    counts: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class DialogueState(KindValue):
    """Where the group stands; `voices` of the open choice only."""

    node: str
    turns: tuple[Turn, ...] = ()
    voices: Mapping[SeatId, str] = field(default_factory=dict)
    closed: bool = False
