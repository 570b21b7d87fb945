"""How fast one page may speak: a bucket that refills; past it one answer a second, then the door."""

PER_SECOND = 20.0
MOST = 60.0
FLOOD = 600


class Credit:
    """The rate credit of one socket. Times are monotonic seconds, given at each call."""

    def __init__(self, now: float) -> None:
        """Start with a full bucket."""
        self._left, self._at, self._refused, self._answered = MOST, now, 0, 0.0

    def take(self, now: float) -> bool:
        """Take one message's worth; False when there is none left."""
        self._left = min(MOST, self._left + (now - self._at) * PER_SECOND)
        self._at = now
        if self._left < 1:
            self._refused += 1
            return False
        self._left -= 1
        self._refused = 0 if self._left > MOST / 2 else self._refused
        return True

    def may_answer(self, now: float) -> bool:
        """Whether a second has passed since the last « slow down »."""
        if now - self._answered < 1:
            return False
        self._answered = now
        return True

    @property
    def flooded(self) -> bool:
        """Whether so much came without credit that the socket must close."""
        return self._refused > FLOOD
