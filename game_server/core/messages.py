"""What comes out of a decision, and what is stored of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from game_server.core.group_events import GroupEvent
from game_server.core.ids import DeviceId, GroupId, WordId


class Role(StrEnum):
    """Who may ask: a young person, a facilitator, the clock, or the system for a fact stored elsewhere."""

    PLAYER = "player"
    STAFF = "staff"
    CLOCK = "clock"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """One who asks: a role and an id in it (a seat, a staff id; empty for the clock and the system)."""

    role: Role
    id: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A text that somebody typed: kept apart from events, owned by a seat, erased at its end of life."""

    id: WordId
    text: str
    owner: str | None = None
    kept: timedelta | None = None
    """How long it is kept; None: as long as the journal."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal: a code that names its sentence, and the values the sentence needs."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a command brought about, and the texts that its events name."""

    events: tuple[GroupEvent, ...]
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Commit:
    """One accepted command as the journal keeps it; `version` counts from 1 in each group."""

    group: GroupId
    version: int
    device: DeviceId | None
    counter: int | None
    actor: Actor
    at: datetime
    events: tuple[GroupEvent, ...]
