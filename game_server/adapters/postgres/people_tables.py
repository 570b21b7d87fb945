"""The tables of people, groups and ways in, as the ORM reads them; their shape is made by migration 0002."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Text
from sqlalchemy.orm import Mapped, mapped_column

from game_server.adapters.postgres.session import Base, OfStructure


class StructureRow(Base):
    """One Mission Locale."""

    __tablename__ = "structure"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    time_zone: Mapped[str]
    holiday_profile: Mapped[str]


class SiteRow(OfStructure, Base):
    """One address of a structure."""

    __tablename__ = "site"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    time_zone: Mapped[str]
    holiday_profile: Mapped[str]


class StaffRow(OfStructure, Base):
    """One adult who works there. Walled by row-level security."""

    __tablename__ = "staff"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    password_hash: Mapped[str]
    on_duty: Mapped[bool]
    on_call_phone: Mapped[str | None]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class GroupRow(OfStructure, Base):
    """One group; `next_due` is written by the journal with each commit."""

    __tablename__ = "game_group"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    site: Mapped[UUID]
    name: Mapped[str]
    pack: Mapped[str]
    edition: Mapped[str]
    first_day: Mapped[date]
    time_zone: Mapped[str]
    seed: Mapped[int] = mapped_column(BigInteger)
    group_code: Mapped[str]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    next_due: Mapped[datetime | None]


class SeatRow(OfStructure, Base):
    """One seat and, for staff, the person behind it. Walled by row-level security."""

    __tablename__ = "seat"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    group_id: Mapped[UUID]
    first_name: Mapped[str]
    name_key: Mapped[str | None]
    pin_hash: Mapped[str | None]
    card_hash: Mapped[str | None]
    surname: Mapped[str | None]
    file_number: Mapped[str | None]
    phone: Mapped[str | None]
    referent: Mapped[UUID | None]
    created_at: Mapped[datetime]


class DoorRow(OfStructure, Base):
    """The open door of a group."""

    __tablename__ = "door"
    group_id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    expires_at: Mapped[datetime]


class AttendanceRow(OfStructure, Base):
    """One stretch of presence. Walled by row-level security."""

    __tablename__ = "attendance"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    group_id: Mapped[UUID]
    seat: Mapped[UUID]
    day: Mapped[int]
    arrived: Mapped[datetime]
    left: Mapped[datetime | None]


class FactRow(OfStructure, Base):
    """A fact that a use case left for its group, in the transaction that made it true."""

    __tablename__ = "facts_to_tell"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    group_id: Mapped[UUID]
    fact: Mapped[str]
    created_at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class SessionTokenRow(OfStructure, Base):
    """A session by the sha256 of its token. Walled by row-level security."""

    __tablename__ = "session"
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    subject: Mapped[UUID]
    group_id: Mapped[UUID | None]
    known: Mapped[bool]
    way: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class OneTimeCodeRow(OfStructure, Base):
    """A code that works once, by its sha256. Walled by row-level security."""

    __tablename__ = "one_time_code"
    code_hash: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    subject: Mapped[UUID | None]
    roles: Mapped[list[str]] = mapped_column(ARRAY(Text))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class DeviceNoticeRow(OfStructure, Base):
    """« Nouvel appareil ». Walled by row-level security."""

    __tablename__ = "device_notice"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    group_id: Mapped[UUID]
    seat: Mapped[UUID]
    at: Mapped[datetime]
    seen_at: Mapped[datetime | None]


class PaceRow(Base):
    """How fast somebody may try again, by a hashed key; belongs to no structure and names nobody."""

    __tablename__ = "pace"
    key: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    wait_until: Mapped[datetime]
    last_at: Mapped[datetime]
