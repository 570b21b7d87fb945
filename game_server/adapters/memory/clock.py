"""A clock that moves only when told."""

from datetime import datetime, timedelta


class MemoryClock:
    """Stands at an instant until `move` or `move_to`."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The instant it stands at."""
        return self._now

    def move(self, by: timedelta) -> datetime:
        """Go forward, and return the new instant."""
        self.move_to(self._now + by)
        return self._now

    def move_to(self, instant: datetime) -> None:
        """Go to a later instant. Raises ValueError for an earlier one."""
        if instant < self._now:
            raise ValueError("this clock never goes back")
        self._now = instant
