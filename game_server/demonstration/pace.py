"""How fast the film runs: people think, or nobody waits; everybody slows down for a real person."""

import asyncio

SLOWER_FOR_A_PERSON = 2.0


class Pace:
    """The thinking time of every simulated person."""

    def __init__(self, *, fast: bool) -> None:
        """Take no time at all when `fast`."""
        self.fast = fast
        self.with_a_person = False

    async def think(self, seconds: float) -> None:
        """Wait as a person would."""
        if self.fast and not self.with_a_person:
            await asyncio.sleep(0)
        else:
            await asyncio.sleep(seconds * (SLOWER_FOR_A_PERSON if self.with_a_person else 1.0))
