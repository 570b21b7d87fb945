"""Argon2 hashes of passwords and PINs, in threads, a few at once."""

import asyncio

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher


class Argon2:
    """The port Hasher. One hash takes about 0.1 s and 64 MiB, hence the bound on how many run together."""

    def __init__(self, *, at_once: int = 2, time_cost: int = 3, memory_kib: int = 65_536) -> None:
        """Take the cost; the defaults are those of RFC 9106, second choice."""
        self._hashes = PasswordHash((Argon2Hasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=4),))
        self._room = asyncio.Semaphore(at_once)
        self._nobody = self._hashes.hash("the password of nobody")

    async def hash(self, secret: str) -> str:
        """Return a salted hash of `secret`."""
        async with self._room:
            return await asyncio.to_thread(self._hashes.hash, secret)

    async def verify(self, secret: str, stored: str | None) -> bool:
        """Tell whether `stored` is a hash of `secret`; None takes as long and answers False."""
        async with self._room:
            same = await asyncio.to_thread(self._hashes.verify, secret, stored or self._nobody)
        return same and stored is not None
