"""Who has an open page. Presence is never an event: it is only an argument of decisions."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from game_server.core.ids import GroupId, SeatId

GRACE = timedelta(seconds=45)
"""A seat without any open page counts as here for so long: a phone changes network, a tab is frozen."""


class Presence:
    """The seats whose page is open here, or was a moment ago, or is open in another process."""

    def __init__(self) -> None:
        """Nobody is here yet."""
        self._open: dict[GroupId, dict[SeatId, int]] = defaultdict(dict)
        self._last: dict[GroupId, dict[SeatId, datetime]] = defaultdict(dict)
        self._elsewhere: dict[GroupId, frozenset[SeatId]] = {}

    def opened(self, group: GroupId, seat: SeatId, at: datetime) -> bool:
        """A page opened; True when the seat was not here before."""
        new = seat not in self.here(group, at)
        self._open[group][seat] = self._open[group].get(seat, 0) + 1
        self._last[group][seat] = at
        return new

    def closed(self, group: GroupId, seat: SeatId, at: datetime) -> None:
        """A page closed; the seat stays here for GRACE."""
        left = self._open[group].get(seat, 0) - 1
        if left > 0:
            self._open[group][seat] = left
        else:
            self._open[group].pop(seat, None)
        self._last[group][seat] = at

    def gone(self, group: GroupId, seat: SeatId) -> None:
        """The person said « je pars », or was removed: no grace."""
        self._last[group].pop(seat, None)
        self._elsewhere[group] = self._elsewhere.get(group, frozenset()) - {seat}

    def elsewhere(self, group: GroupId, seats: Iterable[SeatId]) -> None:
        """The seats that any process saw lately."""
        self._elsewhere[group] = frozenset(seats)

    def connected(self, group: GroupId) -> tuple[SeatId, ...]:
        """Seats with an open page in this process."""
        return tuple(self._open[group])

    def here(self, group: GroupId, at: datetime) -> tuple[SeatId, ...]:
        """Everyone who counts as here at that instant."""
        lately = {seat for seat, last in self._last[group].items() if at - last < GRACE}
        return tuple(sorted(lately | set(self._open[group]) | self._elsewhere.get(group, frozenset())))

    def groups(self) -> tuple[GroupId, ...]:
        """Groups somebody was in."""
        return tuple(self._last)
