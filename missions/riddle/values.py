"""The actions, events and state of a riddle. No typed text: an attempt is the id of a word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game_server.core.ids import SeatId, WordId
from game_server.core.mission_kind import KindValue
from missions.hands import Hands

Worth = Literal["right", "near", "wrong"]


@dataclass(frozen=True, slots=True)
class Answer(KindValue):
    """A seat types an answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Confirm(KindValue):
    """Another seat agrees with the right answer that waits."""


@dataclass(frozen=True, slots=True)
class RiddleOpened(KindValue):
    """The riddle begins; `salt` blurs the marks of its attempts."""

    hands: Hands
    salt: int


@dataclass(frozen=True, slots=True)
class CluesDealt(KindValue):
    """The clues went to those present."""

    hands: Hands


@dataclass(frozen=True, slots=True)
class AnswerJudged(KindValue):
    """An attempt and what it is worth. `says` is the judge's sentence to that seat, `form` the accepted form it gave.

    `counted` wrong answers add up; `pause` is in seconds of game time, until `until`.
    """

    attempt: WordId
    seat: SeatId
    worth: Worth
    mark: int
    says: str | None = None
    form: int | None = None
    counted: bool = False
    pause: int = 0
    until: float = 0.0


@dataclass(frozen=True, slots=True)
class VoiceGiven(KindValue):
    """A seat agreed with the answer."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class CharacterAgreed(KindValue):
    """Nobody else is there: somebody of the story is the second voice."""


@dataclass(frozen=True, slots=True)
class AttemptCredited(KindValue):
    """An attempt judged wrong is right after all: an answer was accepted later."""

    attempt: WordId


@dataclass(frozen=True, slots=True)
class RiddleClosed(KindValue):
    """A facilitator ended it."""


@dataclass(frozen=True, slots=True)
class Attempt(KindValue):
    """One answer of one seat; `mark` has 8 bits: enough to recognise a repeat, too few to say what was typed."""

    id: WordId
    seat: SeatId
    worth: Worth
    mark: int
    says: str | None


@dataclass(frozen=True, slots=True)
class Pause(KindValue):
    """A seat thinks for a moment: `seconds` long, until `until` (game time)."""

    seconds: int
    until: float


@dataclass(frozen=True, slots=True)
class RiddleState(KindValue):
    """`voices` are the seats that gave or confirmed the answer; two are needed, or one and a character."""

    hands: Hands
    salt: int
    attempts: tuple[Attempt, ...] = ()
    tries: Mapping[SeatId, int] = field(default_factory=dict)
    """Answers typed by each seat."""
    wrong: Mapping[SeatId, int] = field(default_factory=dict)
    """Wrong answers that count toward a pause."""
    pauses: Mapping[SeatId, Pause] = field(default_factory=dict)
    voices: tuple[SeatId, ...] = ()
    answer: WordId | None = None
    form: int | None = None
    by_character: bool = False
    closed: bool = False
