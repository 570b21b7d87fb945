"""Counting wrong codes, so that a person hears of somebody who guesses. Nobody is refused by it."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=10)
MANY = 100


class Misses:
    """Wrong codes of the last ten minutes, by kind, in this process; each hundredth is told."""

    def __init__(self, alarm: Callable[[str, int], None]) -> None:
        """Take what hears of them: `alarm(kind, count)`."""
        self._alarm = alarm
        self._times: dict[str, deque[datetime]] = {}

    def count(self, kind: str, now: datetime) -> None:
        """Count one wrong code."""
        times = self._times.setdefault(kind, deque(maxlen=MANY))
        times.append(now)
        while times[0] < now - WINDOW:
            times.popleft()
        if len(times) == MANY:
            self._alarm(kind, MANY)
            times.clear()
