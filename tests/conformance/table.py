"""A table that plays one step in virtual time, as the core would run it: phones act, people come and go, limits fall due."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, MissionKind, Setting, Told, TypedText

HOUR = 3600.0
SILENCE = 180.0


@dataclass
class Table:
    """One step of `kind`, its seats, who is present, and every event told so far."""

    kind: MissionKind[Any, Any]
    seats: list[SeatId]
    seed: int = 0
    content: Any = None
    knows_the_story: bool = False
    """The bots also read the staff view, as those of a rehearsal do."""
    present: list[SeatId] = field(default_factory=list)
    played: float = 100.0
    state: Any = None
    events: list[KindValue] = field(default_factory=list)
    texts: list[TypedText] = field(default_factory=list)
    actors: set[SeatId] = field(default_factory=set)
    declined: set[str] = field(default_factory=set)
    decisions: int = 0

    def __post_init__(self) -> None:
        self.random = seeded(self.seed)
        self.content = self.content or self.kind.example()
        self.present = list(self.seats)

    def setting(self) -> Setting:
        self.decisions += 1
        here = tuple(seat for seat in self.seats if seat in self.present)
        return Setting(
            tuple(self.seats), here, self.played, self.random.getrandbits(64), next_word=f"{self.decisions}."
        )

    def open(self) -> "Table":
        self._tell(self.kind.open(self.content, self.setting()))
        assert self.state is not None, "a step tells at least one event when it opens"
        return self

    @property
    def done(self) -> bool:
        return self.kind.done(self.content, self.state)

    def act(self, seat: SeatId, action: KindValue) -> Told | Declined:
        """Who acts is there; the seat's own pieces come with the next deal."""
        if seat not in self.present:
            self.present.append(seat)
        outcome = self.kind.decide(self.content, self.state, seat, action, self.setting())
        if isinstance(outcome, Told):
            self._tell(outcome.events)
            self.texts += outcome.texts
            self.actors.add(seat)
        else:
            self.declined.add(outcome.code)
        return outcome

    def changes_presence(self, present: Collection[SeatId]) -> None:
        """Who is here now; the step is dealt again until it is quiet, as it would be by the next changes."""
        self.present = list(present)
        for _ in range(10):
            told = () if self.done else self.kind.deal_again(self.content, self.state, self.setting())
            if not told:
                return
            self._tell(told)
        raise AssertionError("dealing again never comes to rest")

    def close(self) -> None:
        self._tell(self.kind.close(self.content, self.state, self.setting()))

    def shared(self) -> dict[str, Any]:
        return dict(self.kind.shared(self.content, self.state))

    def private(self, seat: SeatId) -> dict[str, Any]:
        return dict(self.kind.private(self.content, self.state, seat))

    def staff(self) -> dict[str, Any]:
        return dict(self.kind.staff(self.content, self.state))

    def play(self, phones: Sequence[SeatId], for_seconds: float = 2 * HOUR) -> "Table":
        """Let these phones play by the kind's solver until the step is over, nothing moves or the time is up."""
        until = self.played + for_seconds
        while not self.done and self.played < until:
            if not self._one_round(phones) and not self._next_due(until):
                break
        return self

    def move(self, seat: SeatId) -> Any:
        """What the solver would do on this phone."""
        shared = {**self.shared(), **self.staff()} if self.knows_the_story else self.shared()
        return self.kind.solve(shared, self.private(seat), seat)

    def _one_round(self, phones: Sequence[SeatId]) -> bool:
        tried = False
        for seat in phones:
            move = None if self.done else self.move(seat)
            if move is not None:
                tried = True
                self.played += move.seconds
                self.act(seat, move.action)
        return tried

    def _next_due(self, until: float) -> bool:
        dues = [due for due in self.kind.dues(self.content, self.state) if due.played <= until]
        if not dues:
            return False
        due = min(dues, key=lambda one: one.played)
        self.played = max(self.played, due.played)
        told = self.kind.fall_due(self.content, self.state, due.name, self.setting())
        self._tell(told)
        return bool(told)

    def _tell(self, events: Sequence[KindValue]) -> None:
        for event in events:
            self.state = self.kind.evolve(self.content, self.state, event)
            self.events.append(event)


def seats(number: int) -> list[SeatId]:
    """That many seats."""
    return [SeatId(f"seat-{place:02}") for place in range(number)]


def seeded(seed: int) -> Random:
    """The same luck for the same seed: a play that failed fails again."""
    return Random(seed)
