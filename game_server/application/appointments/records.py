"""The records that appointments leave: what is sent, read back, told and chosen. Instants are aware, in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import CaldavAccount, Channel, Choice, ConflictKind, Method, NoticeKind


@dataclass(frozen=True, slots=True)
class Kept:
    """A time that a booking or a hold keeps, as far as others need to know."""

    id: UUID
    seat: UUID | None
    counsellor: UUID
    mission: str | None
    during: Interval
    blocked: Interval
    held: bool


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to send: its bytes are fixed when it is written, so that every try sends the same ones.

    `about` is the booking, or the call-back asked for. `give_up_at` is the instant after which nobody needs it.
    """

    id: UUID
    structure: UUID
    about: UUID
    booking: UUID | None
    counsellor: UUID
    channel: Channel
    method: Method
    sequence: int
    recipient: str
    payload: bytes
    give_up_at: datetime
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery lent to one worker; `attempt` counts from 1, `etag` and `account` serve CalDAV only."""

    delivery: Delivery
    lease: UUID
    attempt: int
    account: CaldavAccount | None
    etag: str | None


@dataclass(frozen=True, slots=True)
class RemoteEvent:
    """An event as the counsellor's calendar server holds it; `touched` when another program has edited it since."""

    uid: str
    sequence: int
    during: Interval
    dtstamp: datetime | None
    time_zone: str | None
    touched: bool
    etag: str | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One busy time read in a calendar: the event's UID, which of its repetitions this is, the version of its file."""

    uid: str
    occurrence: str
    during: Interval
    etag: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """The counsellor's calendar disagrees with a booking; both stand until the counsellor settles it."""

    booking: UUID
    kind: ConflictKind
    found: Interval | None
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell one young person at the next opportunity."""

    id: UUID
    structure: UUID
    seat: UUID
    booking: UUID
    kind: NoticeKind
    start: datetime
    time_zone: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choice of one seat in one appointment mission, with what it shares for a call-back."""

    id: UUID
    structure: UUID
    seat: UUID
    mission: str
    choice: Choice
    at: datetime
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What the game is told: an appointment mission is over for a seat, and not how."""

    id: UUID
    structure: UUID
    group: UUID
    body: Mapping[str, str]
    at: datetime
