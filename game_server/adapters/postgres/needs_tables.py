"""The tables of needs and tasks, as the ORM reads them; their shape is made by migrations 0007 and 0008."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Double, Identity
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from game_server.adapters.postgres.session import Base, OfStructure


class TaskRow(OfStructure, Base):
    """Who takes care of a need. Walled by row-level security."""

    __tablename__ = "task"
    structure: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[UUID | None]
    status: Mapped[str]
    rank: Mapped[int]
    by: Mapped[UUID | None]
    until: Mapped[datetime | None]
    note: Mapped[str | None]
    at: Mapped[datetime]


class TaskActRow(OfStructure, Base):
    """One line of the team's log. Walled by row-level security."""

    __tablename__ = "task_act"
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    key: Mapped[str]
    group_id: Mapped[UUID | None]
    act: Mapped[str]
    by: Mapped[UUID | None]
    receiver: Mapped[UUID | None]
    note: Mapped[str | None]
    at: Mapped[datetime]


class MissionPaceRow(OfStructure, Base):
    """How long one group stood still in one mission; its id leads nowhere once the group is erased."""

    __tablename__ = "mission_pace"
    structure: Mapped[UUID] = mapped_column(primary_key=True)
    pack: Mapped[str] = mapped_column(primary_key=True)
    mission: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[UUID] = mapped_column(primary_key=True)
    seconds: Mapped[float] = mapped_column(Double)
    at: Mapped[datetime]


class PageTroubleRow(OfStructure, Base):
    """The last time that a seat's page broke. Walled by row-level security."""

    __tablename__ = "page_trouble"
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    group_id: Mapped[UUID]
    code: Mapped[str]
    at: Mapped[datetime]


class TrainingRow(OfStructure, Base):
    """A group made to practise, and what was met in it. Walled by row-level security."""

    __tablename__ = "training"
    group_id: Mapped[UUID] = mapped_column(primary_key=True)
    made_by: Mapped[UUID | None]
    made_at: Mapped[datetime]
    met: Mapped[list[dict[str, object]]] = mapped_column(JSONB)
