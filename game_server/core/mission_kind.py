"""What a kind of mission step is: a handful of pure functions around its own content, actions, events and state.

A kind is one folder `missions/<kind>/` whose package exposes `KIND = MissionKind(...)`. Its events and state derive from
`KindValue`, so that they travel inside the group's own events and state and come back as what they were.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Generic, TypeVar

from game_server.core.ids import SeatId, WordId


class KindValue:
    """A value that belongs to one kind or reward rule: an action, an event or a state. Subclasses are frozen dataclasses."""

    __slots__ = ()


class WordRef:
    """Stands in a slice for a text that was typed; the door puts the text, or « effacé », in its place."""

    __slots__ = ("id",)

    def __init__(self, word: WordId) -> None:
        self.id = word


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of a step: who plays, who is there now, game time in seconds, luck, and what the group knows."""

    seats: tuple[SeatId, ...]
    """Every admitted seat, in order of joining."""
    present: tuple[SeatId, ...]
    """Those whose page is open and who did not pass."""
    played: float
    """Seconds since the group was created, pauses left out: every limit of a kind is in this time."""
    luck: int
    flags: Mapping[str, bool] = field(default_factory=dict)
    errata: tuple[str, ...] = ()
    """Answers that were accepted later for this step."""
    next_word: str = ""
    """Prefix for the ids of the words that this decision stores."""


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text to be stored as a word: its id, the text, and how long it is kept (None: as the journal)."""

    id: WordId
    text: str
    kept: timedelta | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a kind answers to an action: the events it tells and the texts they name."""

    events: tuple[KindValue, ...]
    texts: tuple[TypedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Declined:
    """A kind's refusal: a code of its own `texts`, and the values its sentence needs. The step goes on."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KindDue:
    """Something that happens by itself in a step when game time reaches `played` seconds."""

    name: str
    played: float


@dataclass(frozen=True, slots=True)
class Move:
    """What a solver does next from one phone: an action, after the thinking time of a person in seconds."""

    action: KindValue
    seconds: float = 5.0


Content = TypeVar("Content")
State = TypeVar("State", bound=KindValue)
View = Mapping[str, Any]


def _nothing(*_: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True)
class MissionKind(Generic[Content, State]):
    """One kind of step. Every function is pure; `content` is the step's own content model, validated at pack build.

    `open` tells the events with which a step begins (pieces dealt, order drawn). `decide` answers an action of a seat.
    `evolve` makes the state from an event (state is None for the first). `done` says when the step is over.
    `shared`, `private` and `staff` are the three views: for everyone, for one seat, for the facilitators; a value that stands in
    `private` of one seat reaches no other. `deal_again` gives pieces of absent seats to those present. `dues` and `fall_due`
    are what happens by itself. `grants` are the flags of the pack that the step's end sets. `solve` plays: from what one phone
    shows (the shared and its private view) and that seat, the next move or None; conformance and bots use it.
    """

    name: str
    content: type[Content]
    state: type[State]
    actions: Mapping[str, type[KindValue]]
    events: Mapping[str, type[KindValue]]
    open: Callable[[Content, Setting], Sequence[KindValue]]
    decide: Callable[[Content, State, SeatId, Any, Setting], Told | Declined]
    evolve: Callable[[Content, State | None, Any], State]
    done: Callable[[Content, State], bool]
    shared: Callable[[Content, State], View]
    private: Callable[[Content, State, SeatId], View]
    staff: Callable[[Content, State], View]
    solve: Callable[[View, View, SeatId], Move | None]
    example: Callable[[], Content]
    """A small complete content, used by conformance and by the author's guide."""
    deal_again: Callable[[Content, State, Setting], Sequence[KindValue]] = _nothing
    dues: Callable[[Content, State], Sequence[KindDue]] = _nothing
    fall_due: Callable[[Content, State, str, Setting], Sequence[KindValue]] = _nothing
    close: Callable[[Content, State, Setting], Sequence[KindValue]] = _nothing
    """Events that bring the step to its end by a facilitator's « forcer »; the step is over after them whatever `done` says."""
    flags: Callable[[Content, State], Mapping[str, bool]] = lambda _content, _state: {}
    accept: Callable[[Content, State, str, Sequence[str], Setting], Sequence[KindValue]] = _nothing
    """An erratum: (content, state, accepted text, ids of the attempts that gave it, setting) -> the events that credit them."""
    outside: Mapping[str, type[KindValue]] = field(default_factory=dict)
    """Actions that no phone may send: they come with a fact stored elsewhere (an appointment chosen)."""
    more_time: Callable[[Content, State, float], Sequence[KindValue]] = _nothing
    """(content, state, seconds) -> the events that put each of its `dues` off by that much; negative: take it back."""
    redeal: Callable[[Content, State, Setting], Sequence[KindValue]] = _nothing
    """Events that give each piece to somebody else of those present; none when it has no pieces, or nobody else is there."""
    ends_with_day: bool = False
    """The end of the day closes the step (by `close`) instead of leaving it for the next day."""
    exempt: frozenset[str] = frozenset()
    """Promises of collaborative kinds that do not hold for it: "one_phone_fails", "two_validate"; private kinds only."""
