"""The machine's own clock and chance."""

import secrets
from datetime import UTC, datetime


class SystemClock:
    """The time of this machine."""

    def now(self) -> datetime:
        """This instant, aware, UTC."""
        return datetime.now(UTC)


class SystemLuck:
    """The chance of this machine, fit for secrets."""

    def seed(self) -> int:
        """A whole number from 0 to 2**63 - 1, which a signed 64-bit column holds."""
        return secrets.randbits(63)

    def token(self, size: int) -> str:
        """Return `size` random bytes in lower-case hexadecimal."""
        return secrets.token_hex(size)
