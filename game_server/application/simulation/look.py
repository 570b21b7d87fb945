"""What the phones of a group show of the open step, built once for each change."""

from collections.abc import Iterator, Mapping
from typing import Any

from game_server.core.decisions.setting import OpenStep, open_step
from game_server.core.ids import MissionId, SeatId
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState


class Look:
    """The open step of a state: its shared and staff views, and each seat's own when it is asked for."""

    def __init__(self, step: OpenStep, place: int) -> None:
        """Look at a step."""
        self.step, self.kind = step, step.kind
        self.at: tuple[MissionId, int] = (step.mission, place)
        self.shared: Mapping[str, Any] = step.kind.shared(step.step.content, step.inner)
        self.script: Mapping[str, Any] = step.kind.staff(step.step.content, step.inner)
        self._private: dict[SeatId, Mapping[str, Any]] = {}
        self._on_every_page: tuple[str, ...] | None = None

    def private(self, seat: SeatId) -> Mapping[str, Any]:
        """What one seat alone sees."""
        if seat not in self._private:
            self._private[seat] = self.kind.private(self.step.step.content, self.step.inner, seat)
        return self._private[seat]

    def to_read(self, seat: SeatId) -> Iterator[str]:
        """The sentences on that seat's page."""
        if self._on_every_page is None:
            self._on_every_page = (self.step.plan.brief, self.step.step.title, *_sentences(self.shared))
        yield from self._on_every_page
        yield from _sentences(self.private(seat))


def look_at(rules: Rules, state: GroupState, before: Look | None) -> Look | None:
    """What is open now; the look of before when nothing changed in it."""
    step = open_step(rules, state) if state.day_status is DayStatus.OPEN else None
    if step is None:
        return None
    place = state.mission(step.mission).step
    if before is not None and before.at == (step.mission, place) and before.step.inner is step.inner:
        return before
    return Look(step, place)


def words(sentence: str) -> int:
    """How many words a sentence has."""
    return len(sentence.split())


def _sentences(value: Any) -> Iterator[str]:
    """Every text of more than one word: the others are ids, codes and labels read at a glance."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _sentences(one)
