"""The tables of the private store, as the ORM reads them; their shape is made by migration 0004."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from game_server.adapters.postgres.session import Base, OfStructure


class PrivateValueRow(OfStructure, Base):
    """One private value of a seat. Walled by row-level security."""

    __tablename__ = "private_value"
    group_id: Mapped[UUID]
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[object] = mapped_column(JSONB)
    updated_at: Mapped[datetime]


class ShareRow(OfStructure, Base):
    """One value shown by its owner to one member of staff, as it stood `at`. Walled by row-level security."""

    __tablename__ = "share"
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    staff: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class HelpCallRow(OfStructure, Base):
    """A call for help or an alert of distress. Walled by row-level security."""

    __tablename__ = "help_call"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    group_id: Mapped[UUID]
    seat: Mapped[UUID]
    kind: Mapped[str]
    note: Mapped[str | None]
    opened_at: Mapped[datetime]
    claimed_by: Mapped[UUID | None]
    closed_at: Mapped[datetime | None]


class PastGroupRow(OfStructure, Base):
    """What stays of a group whose journal was erased: counts that name nobody."""

    __tablename__ = "past_group"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    pack: Mapped[str]
    edition: Mapped[str]
    ended_month: Mapped[date]
    seats: Mapped[int]
    commits: Mapped[int] = mapped_column(BigInteger)


class PastAppointmentRow(OfStructure, Base):
    """What stays of the meetings of a month: how many, at which site, and how they ended."""

    __tablename__ = "past_appointment"
    structure: Mapped[UUID] = mapped_column(primary_key=True)
    site: Mapped[UUID] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    status: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
