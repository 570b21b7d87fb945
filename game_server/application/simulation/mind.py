"""What one simulated person does next, and after how long: they read, talk, guess first if that is their way, then find out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game_server.application.bots import Screen, Thought, next_thought
from game_server.application.simulation.look import Look, words
from game_server.application.simulation.people import Person
from game_server.core.ids import MissionId

TALK_SHARE = 0.75
"""Of a mission's planned minutes, what happens away from the phones: talking, walking, making. Its author knows it best."""
PLANNED_FOR = 9
"""People an author has in mind; each one speaks, so more people talk longer."""
TALK_BEFORE_A_MOVE = 20.0
FINDING_OUT = 90.0
"""Seconds of thinking before an answer that the page does not show."""
GESTURE = 3.0
"""A move that takes no longer is a gesture that all make on a count of three: nobody talks or thinks before it."""


@dataclass
class Mind:
    """One person's attention: the step they are in, what they have read of it, how often they guessed."""

    person: Person
    at: tuple[MissionId, int] | None = None
    read: set[str] = field(default_factory=set)
    guesses: int = 0
    moves: int = 0
    refused: int = 0
    ready_at: float = 0.0
    """Game time before which this person does nothing: a break, a pause, something to catch up with."""

    def turns_to(self, look: Look) -> None:
        """A step that is new to this person."""
        if self.at != look.at:
            self.at, self.read, self.guesses, self.moves, self.refused = look.at, set(), 0, 0, 0

    def next_thought(self, look: Look) -> Thought | None:
        """The next move from what this phone shows, with the kind's thinking time; None while others have to act."""
        self.turns_to(look)
        seat = self.person.seat
        screen = Screen(look.kind, look.shared, look.private(seat), seat)
        return next_thought(screen, look.script, self.person.character, self.guesses)

    def reading(self, look: Look) -> float:
        """How long this person reads what is new on the page."""
        self.turns_to(look)
        new = {one for one in look.to_read(self.person.seat) if one not in self.read}
        self.read |= new
        return 60.0 * sum(map(words, new)) / self.person.character.words

    def seconds(self, look: Look, thought: Thought) -> float:
        """How long until that move: what is new is read, said to the others, and thought about."""
        seconds = self.reading(look) + thought.move.seconds * self.person.character.thinking
        if thought.move.seconds <= GESTURE:
            return seconds
        talk = TALK_BEFORE_A_MOVE if self.moves else 0.0
        return seconds + talk + (FINDING_OUT * self.person.character.thinking if thought.found_out else 0.0)


def first_talk(look: Look, minds: Sequence[Mind]) -> float:
    """Seconds before the first move of a step: its slowest reader is waited for, then each one speaks."""
    plan = look.step.plan
    talk = TALK_SHARE * plan.minutes * 60 / len(plan.steps) / PLANNED_FOR
    return max((mind.reading(look) for mind in minds), default=0.0) + talk * len(minds)
