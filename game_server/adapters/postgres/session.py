"""Sessions on PostgreSQL, each confined to one structure.

Two walls stand between structures. Every ORM statement of a confined session carries the filter `structure = …`, and the
tables that name a person have row-level security that reads the setting `app.structure` of the running transaction.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import DateTime, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    ORMExecuteState,
    Session,
    UOWTransaction,
    mapped_column,
    with_loader_criteria,
)

from game_server.adapters.postgres.journal_link import BROKEN
from game_server.application.ports import StoreUnreachableError

OPERATOR = "operator"


class Base(DeclarativeBase):
    """Every table that the ORM knows; every time is a timestamptz."""

    type_annotation_map: ClassVar = {datetime: DateTime(timezone=True)}


class OfStructure:
    """A row that belongs to one structure and is invisible to the others."""

    structure: Mapped[UUID] = mapped_column(index=True)


class UnconfinedSessionError(RuntimeError):
    """A session was used without saying whose rows it may see."""


class ForeignRowError(RuntimeError):
    """A confined session was about to write a row of another structure."""


class Database:
    """The engine and its only way in: a transaction that says for whom it works."""

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        """Take a `postgresql://` address; sockets are opened at first use."""
        self.engine: AsyncEngine = create_async_engine(
            url.replace("postgresql://", "postgresql+asyncpg://", 1), pool_size=pool_size, pool_pre_ping=True
        )
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)

    @asynccontextmanager
    async def within(self, structure: UUID) -> AsyncIterator[AsyncSession]:
        """One transaction that sees the rows of `structure` only; committed at the end, rolled back on an error.

        Raises StoreUnreachableError when PostgreSQL cannot be reached or goes away meanwhile.
        """
        with _reaching():
            async with self._sessions.begin() as session:
                session.info["structure"] = structure
                await session.execute(text("SELECT set_config('app.structure', :it, true)"), {"it": str(structure)})
                yield session

    @asynccontextmanager
    async def as_operator(self) -> AsyncIterator[AsyncSession]:
        """One transaction over every structure: migrations, purge, sign-in, the workers of the outbox.

        Raises StoreUnreachableError as `within` does.
        """
        with _reaching():
            async with self._sessions.begin() as session:
                session.info["structure"] = OPERATOR
                await session.execute(text("SELECT set_config('app.structure', 'operator', true)"))
                yield session

    async def close(self) -> None:
        """Give every connection back."""
        await self.engine.dispose()


@contextmanager
def _reaching() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        cause = getattr(error.orig, "__cause__", None)
        # a value that a column cannot hold is an InterfaceError and a ValueError: the store is there
        if error.connection_invalidated or (isinstance(cause, BROKEN) and not isinstance(cause, ValueError)):
            raise StoreUnreachableError from error
        raise
    except (*BROKEN, NoConnectionLeft) as error:
        raise StoreUnreachableError from error


@event.listens_for(Session, "do_orm_execute")
def _confine(state: ORMExecuteState) -> None:
    structure = state.session.info.get("structure")
    if structure is None:
        raise UnconfinedSessionError("open the session with Database.within(structure) or Database.as_operator()")
    if structure != OPERATOR and not state.is_column_load and not state.is_relationship_load:
        state.statement = state.statement.options(
            with_loader_criteria(OfStructure, lambda row: row.structure == structure, include_aliases=True)
        )


@event.listens_for(Session, "before_flush")
def _keep_inside(session: Session, _context: UOWTransaction, _instances: Sequence[object] | None) -> None:
    structure = session.info.get("structure")
    if structure == OPERATOR:
        return
    for row in (*session.new, *session.dirty):
        if isinstance(row, OfStructure) and row.structure != structure:
            raise ForeignRowError(type(row).__name__)
