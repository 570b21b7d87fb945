"""The worker that sends what bookings left in the outbox: at least once, in order, always the same bytes."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from game_server.application.appointments.ports import Clock, Contention, Jitter
from game_server.application.appointments.records import Claimed
from game_server.application.appointments.sending import Courier, Outcome, Outgoing, Verdict
from game_server.application.appointments.waiting import rest
from game_server.application.appointments.words import Channel

LEASE = timedelta(seconds=60)
PATIENCE = 20.0
BATCH = 8
PAUSES = (5.0, 30.0, 120.0, 600.0, 3600.0)


def a_tenth(seconds: float) -> float:
    """Spread retries by a tenth, so that a server that comes back is not met by everybody at once."""
    return seconds * random.uniform(0.9, 1.1)  # noqa: S311 - nothing secret depends on it


@dataclass(frozen=True, slots=True)
class Outbox:
    """Claims, sends outside any transaction, then notes the result. Any number may run at once."""

    outgoing: Outgoing
    couriers: Mapping[Channel, Courier]
    clock: Clock
    jitter: Jitter = a_tenth

    async def run_once(self) -> int:
        """Send what is due; give how many tries were made."""
        claimed = await self.outgoing.claim(BATCH, self.clock(), LEASE)
        await asyncio.gather(*(self._send(it) for it in claimed))
        return len(claimed)

    async def run(self, stop: asyncio.Event, pause: float = 1.0) -> None:
        """Send until `stop` is set, resting `pause` seconds when nothing is due or the database is away."""
        while not stop.is_set():
            try:
                tries = await self.run_once()
            except Contention:
                tries = 0
            if not tries:
                await rest(stop, pause)

    async def _send(self, claimed: Claimed) -> None:
        courier = self.couriers.get(claimed.delivery.channel)
        if courier is None:
            await self.outgoing.settle(claimed, Outcome(Verdict.DEAD, "no_courier"), self.clock(), None)
            return
        try:
            # Shorter than the lease: nobody else may send this message while we still might.
            async with asyncio.timeout(PATIENCE):
                outcome = await courier.deliver(claimed)
        except TimeoutError:
            outcome = Outcome(Verdict.RETRY, "slow")
        now = self.clock()
        retry_at = self._retry_at(claimed, now) if outcome.verdict is Verdict.RETRY else None
        if outcome.verdict is Verdict.RETRY and retry_at is None:
            outcome = Outcome(Verdict.DEAD, f"too_late_{outcome.reason}")
        await self.outgoing.settle(claimed, outcome, now, retry_at)

    def _retry_at(self, claimed: Claimed, now: datetime) -> datetime | None:
        pause = PAUSES[min(claimed.attempt, len(PAUSES)) - 1]
        retry_at = now + timedelta(seconds=self.jitter(pause))
        return retry_at if retry_at < claimed.delivery.give_up_at else None
