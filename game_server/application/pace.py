"""How fast somebody may try again: free at first, then a wait that grows up to a ceiling, and never a lock-out."""

import hashlib
import math
from datetime import datetime, timedelta

from game_server.application.ports_people import PaceStore
from game_server.application.refusals import RefusedRequest

FREE_TRIES = 5
WAITS = (15, 30, 60, 120, 300)


def wait_after(failures: int) -> timedelta:
    """Return the wait that follows this many failures in a row: none before five, five minutes at most."""
    if failures < FREE_TRIES:
        return timedelta(0)
    return timedelta(seconds=WAITS[min(failures - FREE_TRIES, len(WAITS) - 1)])


def pace_key(kind: str, *parts: object) -> str:
    """Return the hashed name of one pace: who is slowed cannot be read from the store."""
    return hashlib.sha256("\x1f".join((kind, *map(str, parts))).encode()).hexdigest()


async def take_a_try(paces: PaceStore, key: str, now: datetime, sentence: str) -> None:
    """Count a try, or raise RefusedRequest `too_fast` with `sentence`, where `{wait}` is the wait in words."""
    until = await paces.take(key, now)
    if until is not None:
        seconds = math.ceil((until - now).total_seconds())
        raise RefusedRequest("too_fast", sentence.format(wait=in_words(seconds)), {"wait_seconds": seconds})


def in_words(seconds: int) -> str:
    """Return a wait as people say it, in French."""
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{seconds} secondes" if seconds > 1 else "une seconde"
    minutes = math.ceil(seconds / 60)
    return f"{minutes} minutes" if minutes > 1 else "une minute"
