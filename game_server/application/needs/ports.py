"""What the list asks of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from game_server.application.needs.need import Known, Task, TaskAct, Trouble
from game_server.application.photos import Photo
from game_server.application.private import HelpCall
from game_server.application.safety import Checklist


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything of a structure that stands outside its games, read at once."""

    known: Mapping[UUID, Mapping[str, Known]] = field(default_factory=dict)
    calls: Sequence[HelpCall] = ()
    photos: Sequence[Photo] = ()
    troubles: Sequence[Trouble] = ()
    checklists: Mapping[UUID, Checklist] = field(default_factory=dict)
    feelings: Mapping[tuple[UUID, int], tuple[str, ...]] = field(default_factory=dict)
    """By group and day."""
    paces: Mapping[tuple[str, str], Sequence[float]] = field(default_factory=dict)
    """By pack and mission."""
    tasks: Mapping[str, Task] = field(default_factory=dict)
    training: Mapping[UUID, UUID | None] = field(default_factory=dict)
    """Groups made to practise, and who made them."""


class NeedStore(Protocol):
    """Every method is one transaction within a structure."""

    async def look(self, structure: UUID, groups: Sequence[UUID]) -> Stored:
        """Return what is stored about these groups."""
        ...

    async def take(self, structure: UUID, task: Task, act: TaskAct, *, by: UUID, since: datetime) -> Task | None:
        """Write a task and its act unless a colleague of `by` claimed it after `since`; None when one did."""
        ...

    async def held_by(self, structure: UUID, staff: UUID) -> Sequence[Task]:
        """Return what this person holds: claimed, snoozed or handed over to them."""
        ...

    async def pass_on(self, structure: UUID, holder: UUID, to: UUID, acts: Sequence[TaskAct], note: Task) -> None:
        """Give every task and every open call of one person to another, with the note, all or nothing."""
        ...

    async def acts(self, structure: UUID, group: UUID) -> Sequence[TaskAct]:
        """Return the log of a group, the newest first."""
        ...

    async def report_trouble(self, structure: UUID, trouble: Trouble) -> None:
        """Keep the last trouble of a seat."""
        ...

    async def give_call(self, structure: UUID, call: UUID, to: UUID | None) -> None:
        """Say who takes care of an open call."""
        ...
