"""Sessions and the pace of tries on PostgreSQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from game_server.adapters.postgres import people_records as records
from game_server.adapters.postgres.people_tables import PaceRow, SessionTokenRow
from game_server.adapters.postgres.session import Database
from game_server.application.pace import wait_after
from game_server.application.people import SessionRow


class PostgresSessions:
    """The port SessionStore. A token is looked up before anything says whose it is, hence as the operator."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def open(self, session: SessionRow) -> None:
        """Write a session."""
        async with self._database.within(session.structure) as transaction:
            transaction.add(records.session_row(session))

    async def find(self, token_hash: str) -> SessionRow | None:
        """Return the session, over or not."""
        async with self._database.as_operator() as transaction:
            row = await transaction.get(SessionTokenRow, token_hash)
            return records.session(row) if row else None

    async def renew(self, token_hash: str, expires_at: datetime) -> None:
        """Let a session live longer; one that ended meanwhile stays ended."""
        later = update(SessionTokenRow).where(SessionTokenRow.token_hash == token_hash)
        async with self._database.as_operator() as transaction:
            await transaction.execute(later.values(expires_at=expires_at))

    async def end(self, token_hash: str, now: datetime) -> None:
        """Close a session and keep its row."""
        still = (SessionTokenRow.token_hash == token_hash) & (SessionTokenRow.expires_at > now)
        async with self._database.as_operator() as transaction:
            await transaction.execute(update(SessionTokenRow).where(still).values(expires_at=now))

    async def revoke(self, structure: UUID, subject: UUID) -> int:
        """Forget every session of a subject; return how many."""
        gone = delete(SessionTokenRow).where(SessionTokenRow.subject == subject).returning(SessionTokenRow.token_hash)
        async with self._database.within(structure) as transaction:
            return len((await transaction.scalars(gone)).all())


class PostgresPaces:
    """The port PaceStore. The row is locked while a try is counted, so tries at once cannot pass together."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def take(self, key: str, now: datetime) -> datetime | None:
        """Count one try ahead of its outcome, or return the moment of the next one."""
        async with self._database.as_operator() as transaction:
            fresh = insert(PaceRow).values(key=key, failures=0, wait_until=now, last_at=now)
            await transaction.execute(fresh.on_conflict_do_nothing())
            row = (await transaction.scalars(select(PaceRow).where(PaceRow.key == key).with_for_update())).one()
            if row.wait_until > now:
                return row.wait_until
            row.failures += 1
            row.wait_until = now + wait_after(row.failures)
            row.last_at = now
            return None

    async def clear(self, key: str) -> None:
        """Forget the failures of a key."""
        async with self._database.as_operator() as transaction:
            await transaction.execute(delete(PaceRow).where(PaceRow.key == key))
