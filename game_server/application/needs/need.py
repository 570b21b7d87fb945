"""A need: who, why, since when, and the one thing that is proposed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

Do = Literal["act", "open", "hint", "call", "photo", "plan"]
Status = Literal["new", "claimed", "snoozed"]

FIRST, SOON, LATER = 1, 2, 3
"""Ranks: a person is in danger or calls; a group is held up; something waits."""


@dataclass(frozen=True, slots=True)
class Action:
    """What is proposed, ready to send. `command` goes to the group as it is; `text` is to be read or edited first."""

    label: str
    do: Do
    command: Mapping[str, Any] | None = None
    text: str | None = None
    said_by: str | None = None
    phone: str | None = None
    call: UUID | None = None
    photo: UUID | None = None
    mission: str | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One line of the list. `key` stays the same as long as it is the same need; `detail` is two short lines at most."""

    key: str
    group: UUID | None
    group_name: str
    rank: int
    why: str
    title: str
    detail: str
    since: datetime
    action: Action
    seat: UUID | None = None
    status: Status = "new"
    by: UUID | None = None
    until: datetime | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Who said what about a need, when it had that rank."""

    key: str
    group: UUID | None
    status: Status
    rank: int
    by: UUID | None
    until: datetime | None
    note: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class TaskAct:
    """One line of the team's log."""

    key: str
    group: UUID | None
    act: str
    by: UUID | None
    to: UUID | None
    note: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that said it broke."""

    seat: UUID
    group: UUID
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SlotsLeft:
    """Free slots with the counsellors of a group, and how many of its people have chosen nothing yet."""

    free: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Known:
    """What staff know of a seat outside the game."""

    first_name: str
    phone: str | None
    joined: datetime
    left: datetime | None = None
    """The end of the last stay, None when there is none or it lasts."""
