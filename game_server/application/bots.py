"""What a simulated person does next: from what one phone shows, through the kind's solver, in a way of their own.

No solver reads French. What people find out by talking (a riddle's word, a code in a manual) is lent to a bot by `script`, the view
that staff has of the step, and only when its own phone shows nothing to try or its guesses are spent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from game_server.application.codec import Codec
from game_server.core.ids import MissionId, SeatId
from game_server.core.mission_kind import KindValue, MissionKind, Move

JOKE = "patate"


class Persona(StrEnum):
    """The sorts of people that simulated ones are. Who is absent or late plays at a steady pace when there."""

    FAST = "fast"
    STEADY = "steady"
    SLOW = "slow"
    WEAK_READER = "weak_reader"
    JOKER = "joker"
    ABSENT = "absent"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Character:
    """Words a minute, how many times the solver's thinking time, how many guesses before finding out, how many jokes first."""

    words: float
    thinking: float
    guesses: int
    asks_for_hints: bool = False
    jokes: int = 0


STEADY = Character(160, 1.0, 1)
CHARACTERS: Mapping[Persona, Character] = {
    Persona.FAST: Character(220, 0.7, 0),
    Persona.STEADY: STEADY,
    Persona.SLOW: Character(80, 2.0, 1),
    Persona.WEAK_READER: Character(80, 2.0, 2, asks_for_hints=True),
    Persona.JOKER: Character(200, 0.8, 1, jokes=3),
    Persona.ABSENT: STEADY,
    Persona.LATE: STEADY,
}


@dataclass(frozen=True, slots=True)
class Thought:
    """A move; `found_out` when it had to be thought about, `guess` when it is not what somebody who found out would do."""

    move: Move
    found_out: bool = False
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """What one phone shows of the open step, and whose phone it is."""

    kind: MissionKind[Any, Any]
    shared: Mapping[str, Any]
    private: Mapping[str, Any]
    seat: SeatId


def next_thought(screen: Screen, script: Mapping[str, Any], character: Character, guesses: int) -> Thought | None:
    """What a person of that character does next, who guessed so often in this step; None while others have to act."""
    solve = screen.kind.solve
    own = solve(screen.shared, screen.private, screen.seat)
    right = solve({**screen.shared, **script}, screen.private, screen.seat)
    if right is None or own == right:
        return Thought(own) if own is not None else None
    if guesses < character.jokes and (joke := _joke(right.action, own, screen)) is not None:
        return Thought(Move(joke, right.seconds), guess=True)
    if guesses >= character.guesses:
        return Thought(right, found_out=True)
    if own is not None:
        return Thought(own, guess=True)
    blunder = _joke(right.action, own, screen)
    return Thought(right, found_out=True) if blunder is None else Thought(Move(blunder, right.seconds), guess=True)


def _joke(action: KindValue, own: Move | None, screen: Screen) -> KindValue | None:
    """The same gesture with something silly typed in it; None when all of it is tapped.

    What is tapped stands on the page, or is one of the few answers that the solver gives without reading it anywhere.
    """
    shown = set(_texts([screen.shared, screen.private]))
    given = _strings(own.action) if own is not None and type(own.action) is type(action) else {}
    fixed = {name for name, text in given.items() if not any(text in one for one in shown)}
    typed = [name for name, text in _strings(action).items() if text not in shown and name not in fixed]
    return replace(action, **{typed[-1]: JOKE}) if typed else None  # type: ignore[type-var]


def _strings(action: KindValue) -> dict[str, str]:
    values = {one.name: getattr(action, one.name) for one in fields(action)}  # type: ignore[arg-type]
    return {name: value for name, value in values.items() if isinstance(value, str)}


def _texts(view: Any) -> Iterator[str]:
    if isinstance(view, str):
        yield view
    elif isinstance(view, Mapping):
        for key, value in view.items():
            yield str(key)
            yield from _texts(value)
    elif isinstance(view, list | tuple):
        for one in view:
            yield from _texts(one)


@dataclass(frozen=True, slots=True)
class NextMove:
    """A command as it goes over the wire, after the seconds a person needs to think; a guess may be wrong."""

    command: Mapping[str, Any]
    seconds: float
    guess: bool = False


class Bot:
    """Plays one seat by what its phone is sent."""

    def __init__(
        self,
        kinds: Mapping[str, MissionKind[Any, Any]],
        codec: Codec,
        seat: SeatId,
        persona: Persona = Persona.FAST,
        *,
        in_a_hurry: bool = False,
    ) -> None:
        """Sit down. In a hurry nobody taps what may be wrong: it makes one wait ten seconds, and those are real."""
        self._kinds, self._codec, self._seat = kinds, codec, seat
        character = CHARACTERS[persona]
        self._character = replace(character, guesses=0) if in_a_hurry else character
        self._at: tuple[MissionId, int] | None = None
        self._guesses = 0
        self._asked = False

    def next_move(self, slices: Mapping[str, Any], script: Mapping[str, Any] | None = None) -> NextMove | None:
        """The next command, or None while there is nothing to do but wait for the others.

        `script` is the staff's view of the open step: see above for what is taken from it.
        """
        mission, mine = slices.get("mission"), slices.get("mine") or {}
        here = mine.get("here")
        if mission is None or here is None or mine.get("status") != "here":
            return None
        if (here["mission"], here["step"]) != (mission["id"], mission["step"]):
            return None
        self._turns_to(mission)
        kind = self._kinds[mission["kind"]]
        screen = Screen(kind, mission["shared"], here["private"], self._seat)
        thought = next_thought(screen, script or {}, self._character, self._guesses)
        if thought is None or type(thought.move.action) in kind.outside.values():
            return None
        if self._would_rather_ask(mission, thought):
            return NextMove({"type": "ask_hint", "mission": mission["id"]}, thought.move.seconds)
        return self._as_command(mission, thought)

    def did(self, move: NextMove) -> None:
        """Remember that this move was made."""
        self._guesses += move.guess
        if move.command["type"] == "ask_hint":
            self._asked, self._guesses = True, max(self._guesses, self._character.guesses)

    def _turns_to(self, mission: Mapping[str, Any]) -> None:
        at = (mission["id"], mission["step"])
        if self._at != at:
            self._at, self._guesses, self._asked = at, 0, False

    def _would_rather_ask(self, mission: Mapping[str, Any], thought: Thought) -> bool:
        """Rather than guess again, or than be told by the others what to do, if a hint is left."""
        asks = self._character.asks_for_hints and not self._asked and mission.get("hints_left", 0) > 0
        return asks and ((thought.guess and self._guesses > 0) or (thought.found_out and not self._character.guesses))

    def _as_command(self, mission: Mapping[str, Any], thought: Thought) -> NextMove:
        action = self._codec.plain(thought.move.action)
        command = {"type": "play", "mission": mission["id"], "step": mission["step"], "action": action}
        return NextMove(command, thought.move.seconds * self._character.thinking, thought.guess)
