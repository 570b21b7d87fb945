"""The private store on PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from game_server.adapters.postgres.people_groups import leave_fact
from game_server.adapters.postgres.people_tables import (
    DeviceNoticeRow,
    OneTimeCodeRow,
    SeatRow,
    SessionTokenRow,
)
from game_server.adapters.postgres.private_tables import HelpCallRow, PrivateValueRow, ShareRow
from game_server.adapters.postgres.session import Database
from game_server.application.people import ERASED, Player
from game_server.application.private import HelpCall, HelpKind, SharedValue

NAMELESS = {
    "first_name": ERASED,
    "name_key": None,
    "pin_hash": None,
    "card_hash": None,
    "surname": None,
    "file_number": None,
    "phone": None,
    "referent": None,
}


class PostgresPrivate:
    """The port PrivateStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def put(self, owner: Player, values: Mapping[str, object], now: datetime, fact: str | None) -> None:
        """Write values, and leave the fact to tell in the same transaction."""
        async with self._database.within(owner.structure) as session:
            for key, value in sorted(values.items()):
                written = insert(PrivateValueRow).values(
                    structure=owner.structure,
                    group_id=owner.group,
                    seat=owner.seat,
                    key=key,
                    value=value,
                    updated_at=now,
                )
                changed = {"value": written.excluded.value, "updated_at": now}
                await session.execute(written.on_conflict_do_update(index_elements=["seat", "key"], set_=changed))
                await session.execute(delete(ShareRow).where(ShareRow.seat == owner.seat, ShareRow.key == key))
            if fact is not None:
                leave_fact(session, owner.structure, owner.group, fact, now)

    async def values(self, owner: Player, prefix: str) -> Mapping[str, object]:
        """Return the owner's values whose key begins with `prefix`."""
        mine = (PrivateValueRow.seat == owner.seat) & PrivateValueRow.key.startswith(prefix, autoescape=True)
        async with self._database.within(owner.structure) as session:
            rows = await session.scalars(select(PrivateValueRow).where(mine).order_by(PrivateValueRow.key))
            return {row.key: row.value for row in rows}

    async def share(self, owner: Player, key: str, staff: UUID, now: datetime) -> bool:
        """Show one value, as it stands, to one member of staff; False when there is no such value."""
        value = select(PrivateValueRow.key).where(PrivateValueRow.seat == owner.seat, PrivateValueRow.key == key)
        async with self._database.within(owner.structure) as session:
            if await session.scalar(value.with_for_update()) is None:
                return False
            shown = insert(ShareRow).values(structure=owner.structure, seat=owner.seat, key=key, staff=staff, at=now)
            await session.execute(shown.on_conflict_do_nothing())
            return True

    async def unshare(self, owner: Player, key: str, staff: UUID) -> None:
        """Take a share back."""
        shown = (ShareRow.seat == owner.seat) & (ShareRow.key == key) & (ShareRow.staff == staff)
        async with self._database.within(owner.structure) as session:
            await session.execute(delete(ShareRow).where(shown))

    async def shares(self, owner: Player) -> Sequence[tuple[str, UUID]]:
        """Return what a person shares: key and member of staff."""
        query = select(ShareRow).where(ShareRow.seat == owner.seat).order_by(ShareRow.key, ShareRow.staff)
        async with self._database.within(owner.structure) as session:
            return [(row.key, row.staff) for row in await session.scalars(query)]

    async def shared_with(self, structure: UUID, staff: UUID, seat: UUID | None) -> Sequence[SharedValue]:
        """Return what was shown to this person; a value that changed lost its shares."""
        same = (PrivateValueRow.seat == ShareRow.seat) & (PrivateValueRow.key == ShareRow.key)
        query = select(PrivateValueRow, ShareRow.at).join(ShareRow, same).where(ShareRow.staff == staff)
        if seat is not None:
            query = query.where(ShareRow.seat == seat)
        async with self._database.within(structure) as session:
            rows = await session.execute(query.order_by(PrivateValueRow.seat, PrivateValueRow.key))
            return [SharedValue(value.seat, value.key, value.value, at) for value, at in rows]

    async def open_call(self, call: HelpCall) -> None:
        """Write a call; one that is there already stays as it is."""
        row = insert(HelpCallRow).values(
            id=call.id,
            structure=call.structure,
            group_id=call.group,
            seat=call.seat,
            kind=call.kind,
            note=call.note,
            opened_at=call.opened_at,
        )
        async with self._database.within(call.structure) as session:
            await session.execute(row.on_conflict_do_nothing())

    async def calls(self, structure: UUID) -> Sequence[HelpCall]:
        """Return the open calls, distress first, then the oldest."""
        query = select(HelpCallRow).where(HelpCallRow.closed_at.is_(None))
        async with self._database.within(structure) as session:
            rows = await session.scalars(query.order_by(HelpCallRow.kind != "distress", HelpCallRow.opened_at))
            return [_call(row) for row in rows]

    async def claim(self, structure: UUID, call: UUID, staff: UUID) -> UUID | None:
        """Take a call that nobody has; return who has it now."""
        still = (HelpCallRow.id == call) & HelpCallRow.closed_at.is_(None)
        claimed = update(HelpCallRow).where(still).values(claimed_by=func.coalesce(HelpCallRow.claimed_by, staff))
        async with self._database.within(structure) as session:
            return cast("UUID | None", await session.scalar(claimed.returning(HelpCallRow.claimed_by)))

    async def close_call(self, structure: UUID, call: UUID, now: datetime) -> bool:
        """Close a call; False when it is over or not of this structure."""
        still = (HelpCallRow.id == call) & HelpCallRow.closed_at.is_(None)
        closed = update(HelpCallRow).where(still).values(closed_at=now).returning(HelpCallRow.id)
        async with self._database.within(structure) as session:
            return await session.scalar(closed) is not None

    async def erase(self, structure: UUID, seat: UUID) -> Mapping[str, int] | None:
        """Erase what a person left behind; return the counts by name, None when there is no such seat."""
        async with self._database.within(structure) as session:
            row = await session.scalar(select(SeatRow).where(SeatRow.id == seat).with_for_update())
            if row is None:
                return None
            counts = await _erase_rows(session, seat)
            words = text("DELETE FROM word WHERE group_id = :group AND owner = :owner RETURNING 1")
            gone = await session.execute(words, {"group": row.group_id, "owner": str(seat)})
            counts["words"] = len(gone.all())
            counts["card"], counts["pin"] = int(row.card_hash is not None), int(row.pin_hash is not None)
            await session.execute(update(SeatRow).where(SeatRow.id == seat).values(NAMELESS))
            return counts


async def _erase_rows(session: AsyncSession, seat: UUID) -> dict[str, int]:
    gone = {
        "shares": delete(ShareRow).where(ShareRow.seat == seat).returning(ShareRow.key),
        "private_values": delete(PrivateValueRow).where(PrivateValueRow.seat == seat).returning(PrivateValueRow.key),
        "help_calls": delete(HelpCallRow)
        .where(HelpCallRow.seat == seat, HelpCallRow.closed_at.is_not(None))
        .returning(HelpCallRow.id),
        "device_notices": delete(DeviceNoticeRow).where(DeviceNoticeRow.seat == seat).returning(DeviceNoticeRow.id),
        "codes": delete(OneTimeCodeRow).where(OneTimeCodeRow.subject == seat).returning(OneTimeCodeRow.code_hash),
        "sessions": delete(SessionTokenRow)
        .where(SessionTokenRow.subject == seat)
        .returning(SessionTokenRow.token_hash),
    }
    return {name: len((await session.execute(statement)).all()) for name, statement in gone.items()}


def _call(row: HelpCallRow) -> HelpCall:
    kind: HelpKind = "distress" if row.kind == "distress" else "help"
    return HelpCall(
        row.id, row.structure, row.group_id, row.seat, kind, row.note, row.opened_at, row.claimed_by, row.closed_at
    )
