"""The journal's own connection to PostgreSQL: one, made again when it broke."""

import random
import time

import asyncpg
import structlog

from game_server.application.ports import StoreUnreachableError

FIRST_PAUSE = 0.05
LONGEST_PAUSE = 2.0
CONNECT_WITHIN = 5.0
ANSWER_WITHIN = 10.0
# the journal is reached only after the group's structure was checked
SETTINGS = {"app.structure": "operator", "application_name": "eclats journal"}
BROKEN = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,  # stopping, starting, or our session was ended
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,  # the connection was closed under the statement,
    asyncpg.InternalClientError,  # or in the middle of an answer
)
"""What a statement or a connection attempt raises when it is the store, not the statement, that failed."""

log = structlog.get_logger(__name__)


class JournalLink:
    """Gives an open connection, or says at once that there is none; attempts come later and later, never in step."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: asyncpg.Connection | None = None
        self._pause = FIRST_PAUSE
        self._not_before = 0.0

    async def connection(self) -> asyncpg.Connection:
        """The open connection, made if need be. Raises StoreUnreachableError."""
        if self._connection is None or self._connection.is_closed():
            if time.monotonic() < self._not_before:
                raise StoreUnreachableError
            self._connection = await self._connect()
        return self._connection

    def drop(self) -> None:
        """Give up a connection of which nothing is known any more."""
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    async def close(self) -> None:
        """Part from PostgreSQL."""
        if self._connection is not None and not self._connection.is_closed():
            await self._connection.close(timeout=CONNECT_WITHIN)

    async def _connect(self) -> asyncpg.Connection:
        try:
            connection = await asyncpg.connect(
                self._url, timeout=CONNECT_WITHIN, command_timeout=ANSWER_WITHIN, server_settings=SETTINGS
            )
        except (*BROKEN, asyncpg.PostgresError) as error:
            self._not_before = time.monotonic() + random.uniform(self._pause / 2, self._pause)  # noqa: S311 - no secret
            log.warning("journal_unreachable", reason=type(error).__name__, again_in_s=self._pause)
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
            raise StoreUnreachableError from error
        self._pause = FIRST_PAUSE
        return connection
