"""How fast the film runs: people think, or nobody waits; everybody slows down for a real person."""

import asyncio
import time

SLOWER_FOR_A_PERSON = 2.0
ON_A_STEP = 7.0
"""Seconds that a step is watched for, about: fifty of them, the hellos and ten recaps make eight minutes."""
LONG_THOUGHT = 30.0
"""A thought of so many seconds takes all that is left of a step; a shorter one takes its share."""
AT_LEAST = 0.35


class Pace:
    """The thinking time of every simulated person. Only people wait: no clock of the game is touched."""

    def __init__(self, *, fast: bool) -> None:
        """Take no time at all when `fast`."""
        self.fast = fast
        self.with_a_person = False
        self._step: object = None
        self._began = 0.0

    async def think(self, seconds: float) -> None:
        """Wait as a person would."""
        if self.fast and not self.with_a_person:
            await asyncio.sleep(0)
        else:
            await asyncio.sleep(seconds * (SLOWER_FOR_A_PERSON if self.with_a_person else 1.0))

    async def think_in(self, step: object, seconds: float) -> None:
        """Think before a move in that step: at leisure when it begins, then faster, as a film tells it."""
        if self.with_a_person:
            await self.think(seconds)
        else:
            left = max(0.0, ON_A_STEP - self._since(step))
            await self.think(max(AT_LEAST, left * min(1.0, seconds / LONG_THOUGHT)))

    def _since(self, step: object) -> float:
        now = time.monotonic()
        if self._step != step:
            self._step, self._began = step, now
        return now - self._began
