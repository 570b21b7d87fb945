"""What the outbox needs from the outside: couriers, and the messages that wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from game_server.application.appointments.records import Claimed


class Verdict(StrEnum):
    """What became of one try: also the state of the delivery, but for `retry`."""

    DONE = "done"
    RETRY = "retry"
    CONFLICT = "conflict"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a courier reports: `reason` is one snake_case word, `etag` the version of a stored event."""

    verdict: Verdict
    reason: str = ""
    etag: str | None = None


class Courier(Protocol):
    """Carries the messages of one channel; never raises for what the other side does."""

    async def deliver(self, claimed: Claimed) -> Outcome:
        """Send the bytes once."""


class Outgoing(Protocol):
    """The outbox as its workers see it, over every structure."""

    async def claim(self, limit: int, now: datetime, lease: timedelta) -> list[Claimed]:
        """Borrow what is due, each message for one worker; older revisions of a booking go first, per channel."""

    async def settle(self, claimed: Claimed, outcome: Outcome, now: datetime, retry_at: datetime | None) -> None:
        """Write what became of it, unless the lease went to somebody else meanwhile."""
