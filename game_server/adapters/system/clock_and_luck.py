"""The machine's own clock and randomness."""

import secrets
from datetime import UTC, datetime

SEED_BITS = 63


class SystemClock:
    """The port Clock."""

    def now(self) -> datetime:
        """Return the present moment, time zone UTC."""
        return datetime.now(UTC)


class SystemLuck:
    """The port Luck, from the operating system's generator."""

    def token(self, size: int) -> str:
        """Return `size` random bytes in lower-case hexadecimal."""
        return secrets.token_hex(size)

    def seed(self) -> int:
        """Return a whole number from 0 to 2**63 - 1."""
        return secrets.randbits(SEED_BITS)
