"""The way to Redis that never fails its caller: it answers, or the answer is what one has without it."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

Answer = TypeVar("Answer")
ANSWER_WITHIN = 1.0
FAILED = (RedisError, OSError, TimeoutError)

log = structlog.get_logger(__name__)


class RedisLink:
    """Knows whether Redis is there. While it is not, nothing is asked, so nobody waits for it."""

    def __init__(self, url: str) -> None:
        # RESP2 and no retries: a repeated script call is ours to judge, and the inbox wants plain subscriptions
        self.client: Redis = Redis.from_url(
            url,
            protocol=2,
            retry=Retry(NoBackoff(), 0),
            socket_timeout=ANSWER_WITHIN,
            socket_connect_timeout=ANSWER_WITHIN,
        )
        self.up = False
        self.left_out = 0
        """Calls that Redis did not carry out."""

    async def ask(self, call: Callable[[Redis], Awaitable[Any]], without: Answer) -> Answer:
        """The answer of `call`, or `without` when Redis is away or refuses. Never raises for Redis."""
        if self.up:
            try:
                answer: Answer = await call(self.client)
            except FAILED as error:
                self.lost(error)
            else:
                return answer
        self.left_out += 1
        return without

    def lost(self, error: Exception) -> None:
        """Ask nothing more until `found`."""
        if self.up:
            # the text of an error can quote a command: only its name is written
            log.warning("live_progress_lost", reason=type(error).__name__)
        self.up = False

    def found(self) -> None:
        """Redis is there, and knows this process."""
        if not self.up:
            log.info("live_progress_found", left_out_so_far=self.left_out)
        self.up = True
