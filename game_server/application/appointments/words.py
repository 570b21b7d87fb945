"""The words of appointments: every record that crosses a border of this folder. Instants are aware, in UTC."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from game_server.application.appointments.slots import Interval, Terms


class Status(StrEnum):
    """Where a booking is in its life; `held` and `booked` keep the time taken."""

    HELD = "held"
    BOOKED = "booked"
    CANCELLED_BY_YOUTH = "cancelled_by_youth"
    CANCELLED_BY_COUNSELLOR = "cancelled_by_counsellor"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    EXCUSED = "excused"


ACTIVE = (Status.HELD, Status.BOOKED)
OUTCOMES = (Status.ATTENDED, Status.NO_SHOW, Status.EXCUSED)


class Channel(StrEnum):
    """How one message travels. A counsellor has `caldav` (and its plain `notice`) or `imip`, never both.

    `email` and `sms` carry reminders to a young person who asked for them.
    """

    CALDAV = "caldav"
    IMIP = "imip"
    NOTICE = "notice"
    EMAIL = "email"
    SMS = "sms"


class Method(StrEnum):
    """What a message does to the event (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Choice(StrEnum):
    """How a young person ended the appointment mission; seen by the counsellor only."""

    SLOT = "slot"
    CALL_BACK = "call_back"
    NOT_NOW = "not_now"


class ConflictKind(StrEnum):
    """What the counsellor's own calendar says against a booking."""

    MOVED = "moved"
    DELETED = "deleted"
    OVERLAP = "overlap"


class NoticeKind(StrEnum):
    """What the young person has to know about a booking."""

    CONFIRMED = "confirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MAY_CHANGE = "may_change"
    DECLINED = "declined"
    REPLACED = "replaced"
    REMINDER = "reminder"
    FOLLOW_UP = "follow_up"


class Kind(StrEnum):
    """What a meeting is for."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"


class Mode(StrEnum):
    """How two people meet."""

    ON_SITE = "on_site"
    PHONE = "phone"
    VIDEO = "video"


class Warned(StrEnum):
    """What a young person lets a counsellor know at the last minute."""

    LATE = "late"
    ABSENT = "absent"


class Progress(StrEnum):
    """What became of what was decided at a meeting."""

    DONE = "done"
    UNDER_WAY = "under_way"
    DROPPED = "dropped"


class Reply(StrEnum):
    """What the counsellor's mail program answered to an invitation (RFC 5545 3.2.12)."""

    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class CaldavAccount:
    """The address of one calendar collection (ends with a slash) and how to enter; the password is never shown."""

    url: str
    user: str
    password: str

    def __repr__(self) -> str:
        """Hide everything: an account may reach a log inside an error."""
        return "CaldavAccount(…)"


@dataclass(frozen=True, slots=True)
class Place:
    """A site: its postal words and the zone of its clocks (IANA name)."""

    id: UUID
    name: str
    address: str
    time_zone: str
    holiday_profile: str

    @property
    def zone(self) -> ZoneInfo:
        """The clocks of the site."""
        return ZoneInfo(self.time_zone)


@dataclass(frozen=True, slots=True)
class Reason:
    """One sort of meeting that a counsellor gives. A young person cancels it alone until `cancel_before` its start."""

    id: UUID
    kind: Kind
    mode: Mode
    terms: Terms
    cancel_before: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Counsellor:
    """Who receives, where, on which terms and by which calendar channel.

    `busy_url` is a calendar that they only subscribe to (an ICS address); `words` greet a young person; `replaced_by`
    receives in their place while they are away.
    """

    id: UUID
    structure: UUID
    name: str
    email: str
    channel: Channel
    place: Place
    terms: Terms
    account: CaldavAccount | None = None
    read_at: datetime | None = None
    sync_token: str | None = None
    reasons: tuple[Reason, ...] = ()
    busy_url: str | None = field(default=None, repr=False)
    phone: str | None = None
    video_link: str | None = None
    words: str | None = None
    replaced_by: UUID | None = None

    @property
    def given(self) -> tuple[Reason, ...]:
        """The sorts of meetings; who has named none gives one, on site, on their general terms."""
        return self.reasons or (Reason(self.id, Kind.FOLLOW_UP, Mode.ON_SITE, self.terms),)

    def reason(self, reason: UUID) -> Reason | None:
        """One of them, if it is still given."""
        return next((it for it in self.given if it.id == reason), None)

    @property
    def farthest(self) -> timedelta:
        """How far ahead the longest horizon reaches."""
        return max(it.terms.max_ahead for it in self.given)

    @property
    def is_read(self) -> bool:
        """Say whether there is a calendar to read."""
        return self.account is not None or self.busy_url is not None


@dataclass(frozen=True, slots=True)
class Seat:
    """The young person as far as appointments need to know."""

    id: UUID
    structure: UUID
    group: UUID
    first_name: str
    referent: UUID | None
    site: UUID


@dataclass(frozen=True, slots=True)
class Booking:
    """One meeting. `blocked` is the meeting with the counsellor's buffers around it; `uid` never changes.

    A hold is the same row before it is booked: it keeps the time until `held_until`, and nobody was told of it.

    `shared` holds the lines that the young person chose to show. `calendar_etag` is the version that the counsellor's
    calendar server gave to our event; None as long as it has not answered.
    """

    id: UUID
    structure: UUID
    seat: UUID | None
    first_name: str
    counsellor: UUID
    site: UUID
    mission: str | None
    during: Interval
    blocked: Interval
    time_zone: str
    status: Status
    uid: str
    sequence: int
    dtstamp: datetime
    idem_key: str
    request_hash: str
    shared: tuple[str, ...]
    calendar_checked: bool
    confirmed_at: datetime | None = None
    calendar_etag: str | None = None
    calendar_at: datetime | None = None
    held_until: datetime | None = None
    kind: Kind = Kind.FOLLOW_UP
    mode: Mode = Mode.ON_SITE
    cancel_before: timedelta = timedelta(0)
    answer: Reply | None = None
    warned: Warned | None = None

    @property
    def local_start(self) -> datetime:
        """The start as the clocks of the site show it."""
        return self.during.start.astimezone(ZoneInfo(self.time_zone))

    @property
    def alone_until(self) -> datetime:
        """Until when its owner moves or cancels it alone."""
        return self.during.start - self.cancel_before


MEETING = Terms(
    minutes=30,
    before=timedelta(0),
    after=timedelta(minutes=10),
    step=timedelta(minutes=30),
    min_notice=timedelta(hours=24),
    max_ahead=timedelta(days=42),
    daily_cap=8,
)
"""The terms of a counsellor who has not said otherwise."""
