"""What is counted of a group while it plays, from its events alone."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from game_server.application.simulation.report import GroupPlayed, MissionPlayed
from game_server.core import group_events as e
from game_server.core.ids import MissionId, SeatId
from game_server.core.mission_kind import KindValue

GATHERING = timedelta(minutes=10)
"""From the opening of a day to its first gesture: people arrive, and hear the opening."""
BREAK = timedelta(minutes=8)
"""Between two missions: the offer is talked about, people stretch."""
CLOSING_ROUND = timedelta(minutes=12)
"""After the last mission of a day: the recap, and what each one takes home."""


class Watch:
    """Fills one group's report. `playing_from` is when the open mission really begins."""

    def __init__(self, played: GroupPlayed) -> None:
        """Watch one group."""
        self.played = played
        self.playing_from: datetime | None = None
        self._opened: datetime | None = None
        self._last: datetime | None = None
        self._current: MissionId | None = None

    def hears(self, events: Sequence[e.GroupEvent], at: datetime) -> None:
        """Take the events of one commit."""
        self.played.actions += 1
        for event in events:
            self._hear(event, at)

    def spends(self, begin: datetime, end: datetime, seats: Iterable[SeatId]) -> None:
        """These people are here from `begin` to `end`: it is counted while the group plays, is on a break or says goodbye."""
        if self._opened is None:
            return
        if self._current is None and self._last is not None:
            end = min(end, self._last + CLOSING_ROUND)
        for seat in seats if end > begin else ():
            self.played.seconds[seat] += (end - begin).total_seconds()

    def forces(self, mission: MissionId) -> None:
        """A facilitator is about to end a step of this mission."""
        self._of(mission).forces += 1

    def _hear(self, event: e.GroupEvent, at: datetime) -> None:
        match event:
            case e.DayOpened():
                self._opened, self._last = at, None
            case e.MissionOpened(mission):
                self._begins(mission, at)
            case e.MissionSetAside(mission) | e.MissionDone(mission):
                self._pauses(mission, at, done=isinstance(event, e.MissionDone))
            case e.OfferUnlocked(offer):
                self.played.unlocked.add(offer)
            case e.DayEnded():
                self._day_ends(at)
            case e.StepTold(mission, _, told):
                self._of(mission).wrong += is_wrong(told)
            case e.HintGiven(mission):
                self._of(mission).hints += 1
            case e.HelpOffered(mission):
                self._of(mission).helps += 1
            case _:
                pass

    def _begins(self, mission: MissionId, at: datetime) -> None:
        first = self._opened == at
        self._current, self.playing_from = mission, at + (GATHERING if first else BREAK)

    def _pauses(self, mission: MissionId, at: datetime, *, done: bool) -> None:
        one = self._of(mission)
        if self._current == mission and self.playing_from is not None:
            one.seconds += max(0.0, (at - self.playing_from).total_seconds())
        one.done, self._last, self._current = done, at, None

    def _day_ends(self, at: datetime) -> None:
        if self._opened is None:
            return
        end = min(at, self._last + CLOSING_ROUND) if self._last else self._opened
        self.played.days.append((end - self._opened).total_seconds())
        self._opened = None

    def _of(self, mission: MissionId) -> MissionPlayed:
        return self.played.missions.setdefault(mission, MissionPlayed())


def is_wrong(told: KindValue) -> bool:
    """Whether a kind's event tells of a wrong try: it says so, makes its author pause, or is called missed."""
    if hasattr(told, "worth"):
        return bool(told.worth == "wrong")
    return hasattr(told, "pause") or type(told).__name__.endswith("Missed")
