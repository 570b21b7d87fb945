"""Photos on PostgreSQL: one for a seat and a mission, its picture erased as soon as it was judged."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, deferred, mapped_column

from game_server.adapters.postgres.people_groups import leave_fact
from game_server.adapters.postgres.session import Base, Database, OfStructure
from game_server.application.people import Player
from game_server.application.photos import Photo


class PhotoRow(OfStructure, Base):
    """A photo: `picture` until it was judged, `reason` once another one is asked for. Walled by row-level security."""

    __tablename__ = "photo"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    group_id: Mapped[UUID]
    seat: Mapped[UUID]
    mission: Mapped[str]
    picture: Mapped[bytes | None] = deferred(mapped_column())
    reason: Mapped[str | None]
    sent_at: Mapped[datetime]


class PostgresPhotos:
    """The port PhotoStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def keep(self, sender: Player, photo: Photo, picture: bytes, fact: str) -> None:
        """Store a photo in the place of the sender's last one for this mission, and leave the fact."""
        fresh = {"id": photo.id, "picture": picture, "reason": None, "sent_at": photo.sent_at}
        written = insert(PhotoRow).values(
            structure=sender.structure, group_id=photo.group, seat=photo.seat, mission=photo.mission, **fresh
        )
        async with self._database.within(sender.structure) as session:
            await session.execute(written.on_conflict_do_update(index_elements=["seat", "mission"], set_=fresh))
            leave_fact(session, sender.structure, photo.group, fact, photo.sent_at)

    async def waiting(self, structure: UUID, group: UUID) -> Sequence[Photo]:
        """Return the photos of a group that nobody has judged, the oldest first."""
        mine = (PhotoRow.group_id == group) & PhotoRow.reason.is_(None)
        return await self._found(structure, mine)

    async def of_seat(self, structure: UUID, seat: UUID) -> Sequence[Photo]:
        """Return what is kept of one seat, the oldest first."""
        return await self._found(structure, PhotoRow.seat == seat)

    async def _found(self, structure: UUID, wanted: object) -> Sequence[Photo]:
        query = select(PhotoRow).where(wanted).order_by(PhotoRow.sent_at)  # type: ignore[arg-type]
        async with self._database.within(structure) as session:
            return [_photo(row) for row in await session.scalars(query)]

    async def picture(self, structure: UUID, group: UUID, photo: UUID) -> bytes | None:
        """Return the picture, None once it was judged."""
        query = select(PhotoRow.picture).where(PhotoRow.id == photo, PhotoRow.group_id == group)
        async with self._database.within(structure) as session:
            found: bytes | None = await session.scalar(query)
            return found

    async def erase(self, structure: UUID, group: UUID, photo: UUID) -> bool:
        """Erase one that is fine; False when it was judged already."""
        waiting = (PhotoRow.id == photo) & (PhotoRow.group_id == group) & PhotoRow.reason.is_(None)
        async with self._database.within(structure) as session:
            return await session.scalar(delete(PhotoRow).where(waiting).returning(PhotoRow.id)) is not None

    async def ask_again(self, structure: UUID, photo: Photo, reason: str, fact: str, now: datetime) -> bool:
        """Erase the picture, keep the reason and leave the fact; False when it was judged already."""
        waiting = (PhotoRow.id == photo.id) & PhotoRow.reason.is_(None)
        judged = update(PhotoRow).where(waiting).values(picture=None, reason=reason).returning(PhotoRow.id)
        async with self._database.within(structure) as session:
            found = await session.scalar(judged) is not None
            if found:
                leave_fact(session, structure, photo.group, fact, now)
            return found

    async def forget(self, structure: UUID, seat: UUID) -> int:
        """Erase everything of one seat; return how many."""
        async with self._database.within(structure) as session:
            gone = await session.scalars(delete(PhotoRow).where(PhotoRow.seat == seat).returning(PhotoRow.id))
            return len(gone.all())


def _photo(row: PhotoRow) -> Photo:
    return Photo(row.id, row.group_id, row.seat, row.mission, row.sent_at, row.reason)
