"""Seats, their cards, phones and notices, on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from game_server.adapters.postgres import people_records as records
from game_server.adapters.postgres.people import use_code
from game_server.adapters.postgres.people_tables import DeviceNoticeRow, SeatRow, SessionTokenRow
from game_server.adapters.postgres.session import Database
from game_server.application.people import DeviceNotice, PersonLink, Seat, SessionRow


class PostgresSeats:
    """The port SeatStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def add(self, seat: Seat, name_key: str, pin_hash: str, session: SessionRow) -> bool:
        """Write a seat and its first session; False when the group has this name already."""
        columns = records.seat_columns(seat, name_key, pin_hash)
        written = insert(SeatRow).values(columns).on_conflict_do_nothing(constraint="seat_one_name")
        async with self._database.within(seat.structure) as transaction:
            if await transaction.scalar(written.returning(SeatRow.id)) is None:
                return False
            transaction.add(records.session_row(session))
            return True

    async def remove(self, structure: UUID, seat: UUID) -> None:
        """Take back a seat and its sessions."""
        async with self._database.within(structure) as session:
            await session.execute(delete(SessionTokenRow).where(SessionTokenRow.subject == seat))
            await session.execute(delete(SeatRow).where(SeatRow.id == seat))

    async def seats(self, structure: UUID, group: UUID) -> Sequence[Seat]:
        """Return the seats of a group in the order of joining."""
        query = select(SeatRow).where(SeatRow.group_id == group).order_by(SeatRow.created_at, SeatRow.id)
        async with self._database.within(structure) as session:
            return [records.seat(row) for row in await session.scalars(query)]

    async def seat(self, structure: UUID, seat: UUID) -> Seat | None:
        """Return one seat."""
        async with self._database.within(structure) as session:
            row = await session.get(SeatRow, seat)
            return records.seat(row) if row else None

    async def name_key(self, structure: UUID, seat: UUID) -> str | None:
        """Return what its first name is compared by."""
        async with self._database.within(structure) as session:
            return await session.scalar(select(SeatRow.name_key).where(SeatRow.id == seat))

    async def by_name(self, group: UUID, name_key: str) -> tuple[Seat, str | None] | None:
        """Return a seat and the hash of its PIN."""
        query = select(SeatRow).where(SeatRow.group_id == group, SeatRow.name_key == name_key)
        async with self._database.as_operator() as session:
            row = await session.scalar(query)
            return (records.seat(row), row.pin_hash) if row else None

    async def set_pin(self, structure: UUID, seat: UUID, pin_hash: str) -> None:
        """Replace the PIN."""
        async with self._database.within(structure) as session:
            await session.execute(update(SeatRow).where(SeatRow.id == seat).values(pin_hash=pin_hash))

    async def set_card(self, structure: UUID, seat: UUID, card_hash: str | None) -> int:
        """Replace or revoke the card, and forget the sessions it opened; return how many."""
        opened = (SessionTokenRow.subject == seat) & (SessionTokenRow.way == "card")
        async with self._database.within(structure) as session:
            await session.execute(update(SeatRow).where(SeatRow.id == seat).values(card_hash=card_hash))
            gone = delete(SessionTokenRow).where(opened).returning(SessionTokenRow.token_hash)
            return len((await session.scalars(gone)).all())

    async def by_card(self, card_hash: str) -> Seat | None:
        """Return the seat that a card opens."""
        async with self._database.as_operator() as session:
            row = await session.scalar(select(SeatRow).where(SeatRow.card_hash == card_hash))
            return records.seat(row) if row else None

    async def enter(self, session: SessionRow, notice: DeviceNotice | None) -> None:
        """Open a session and leave its « nouvel appareil »."""
        async with self._database.within(session.structure) as transaction:
            transaction.add(records.session_row(session))
            if notice is not None:
                transaction.add(records.notice_row(notice))

    async def enter_by_code(
        self, code_hash: str, now: datetime, session: SessionRow, notice: DeviceNotice | None
    ) -> bool:
        """Use a one-time code of purpose `device` and open the session; False when the code is gone."""
        async with self._database.within(session.structure) as transaction:
            if await use_code(transaction, code_hash, now) is None:
                return False
            transaction.add(records.session_row(session))
            if notice is not None:
                transaction.add(records.notice_row(notice))
            return True

    async def link(self, structure: UUID, seat: UUID, person: PersonLink) -> None:
        """Replace the person behind a seat."""
        async with self._database.within(structure) as session:
            changed = update(SeatRow).where(SeatRow.id == seat)
            await session.execute(
                changed.values(
                    surname=person.surname,
                    file_number=person.file_number,
                    phone=person.phone,
                    referent=person.referent,
                )
            )

    async def notices(self, structure: UUID, group: UUID) -> Sequence[DeviceNotice]:
        """Return the notices of a group that nobody has put away."""
        unseen = (DeviceNoticeRow.group_id == group) & DeviceNoticeRow.seen_at.is_(None)
        return await self._notices(structure, unseen)

    async def notices_of(self, structure: UUID, seat: UUID, since: datetime) -> Sequence[DeviceNotice]:
        """Return the notices of a seat since a moment, put away or not."""
        return await self._notices(structure, (DeviceNoticeRow.seat == seat) & (DeviceNoticeRow.at >= since))

    async def see_notice(self, structure: UUID, notice: UUID, now: datetime) -> None:
        """Put a notice away."""
        async with self._database.within(structure) as session:
            await session.execute(update(DeviceNoticeRow).where(DeviceNoticeRow.id == notice).values(seen_at=now))

    async def _notices(self, structure: UUID, which: ColumnElement[bool]) -> Sequence[DeviceNotice]:
        query = select(DeviceNoticeRow).where(which).order_by(DeviceNoticeRow.at)
        async with self._database.within(structure) as session:
            return [records.notice(row) for row in await session.scalars(query)]
