"""What appointments need from the outside: rows, the counsellor's calendar, and couriers."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from game_server.application.appointments.records import (
    Chosen,
    Conflict,
    Delivery,
    Fact,
    Kept,
    Notice,
    Occurrence,
    RemoteEvent,
)
from game_server.application.appointments.reminders import FollowUp, Reminder, ReminderChoice
from game_server.application.appointments.slots import Agenda, DayException, Interval, Opening
from game_server.application.appointments.words import Booking, CaldavAccount, Counsellor, Progress, Reason, Seat

Clock = Callable[[], datetime]
Jitter = Callable[[float], float]


class SlotTaken(Exception):  # noqa: N818 - the database's answer to a meeting that would overlap
    """Another meeting holds this time: the counsellor's, or the young person's own when `of_seat`."""

    def __init__(self, *, of_seat: bool) -> None:
        """Say whose time is taken."""
        super().__init__("slot taken")
        self.of_seat = of_seat


class Contention(Exception):  # noqa: N818 - not an error: the same work done again succeeds
    """Do the same work again: a deadlock, a serialisation failure, a lock waited for too long, a lost connection."""


class CalendarUnreachable(Exception):  # noqa: N818 - a state of the outside world
    """The counsellor's calendar did not answer as a calendar; `reason` is a word for the counsellor's page."""

    def __init__(self, reason: str) -> None:
        """Take one of `refused`, `not_found`, `silent`, `not_a_calendar`, `too_large`, `read_only`."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Hours:
    """When one counsellor says to be there; each row has an id so that it can be taken back."""

    openings: Sequence[tuple[UUID, Opening]]
    exceptions: Sequence[tuple[UUID, DayException]]
    absences: Sequence[tuple[UUID, Interval]]


@dataclass(frozen=True, slots=True)
class Sending:
    """How far one message about a booking has come; `reason` when it is dead or in conflict."""

    booking: UUID
    channel: str
    method: str
    sequence: int
    state: str
    reason: str | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class CallBack:
    """A young person who would like to be called: first name, number when staff has noted one, what was shared."""

    id: UUID
    first_name: str
    phone: str | None
    shared: tuple[str, ...]
    at: datetime


class Availability(Protocol):
    """The rows that say when counsellors can be met."""

    async def counsellor(self, staff: UUID) -> Counsellor | None:
        """Give a counsellor who has a calendar, or None."""

    async def counsellors(self, staff: Collection[UUID]) -> list[Counsellor]:
        """Give those of them who have a calendar."""

    async def counsellors_at(self, site: UUID) -> list[Counsellor]:
        """Give every counsellor of a site who has a calendar, by name."""

    async def save_counsellor(self, counsellor: Counsellor) -> None:
        """Write channel, site, account and terms; forgets busy blocks read elsewhere."""

    async def replace_reasons(self, staff: UUID, reasons: Sequence[Reason]) -> None:
        """Replace the sorts of meetings; one that stays keeps its id, so that what was offered stays valid."""

    async def hours(self, staff: UUID) -> Hours:
        """Give the rules, exceptions and absences."""

    async def replace_openings(self, staff: UUID, openings: Sequence[Opening]) -> None:
        """Replace the weekly rules."""

    async def add_exception(self, staff: UUID, exception: DayException) -> UUID:
        """Add one special day."""

    async def add_absence(self, staff: UUID, during: Interval) -> UUID:
        """Add one absence."""

    async def remove(self, staff: UUID, row: UUID) -> None:
        """Take back one exception or absence."""

    async def absences(self, staff: UUID, window: Interval) -> list[Interval]:
        """Give the absences that meet the window, in order."""

    async def rests(self, counsellors: Collection[Counsellor], window: Interval) -> dict[UUID, Agenda]:
        """Give each one's hours, holidays, absences and events of their own calendar: all but what bookings keep."""

    async def busy(self, staff: UUID, window: Interval) -> list[Interval]:
        """Give what their own calendar held there at the last reading, in order: when, and never what."""

    async def set_feed(self, staff: UUID, feed_hash: str | None) -> None:
        """Write the hash of the feed's address; None closes it."""

    async def file_number(self, seat: UUID) -> str | None:
        """Give the number of a young person's file, when staff has noted one."""

    async def replace_busy(self, staff: UUID, window: Interval, busy: Iterable[Occurrence], at: datetime) -> None:
        """Replace what was read in the calendar."""

    async def note_reading(self, staff: UUID, token: str | None, at: datetime) -> None:
        """Note when the calendar was read, and its version."""


class Bookings(Protocol):
    """The rows of meetings and of what is said about them."""

    async def lock(self, counsellors: Collection[UUID], seats: Collection[UUID], at: datetime) -> None:
        """Wait for the locks of the counsellors then of the seats, at most three seconds each; `Contention` after that.

        Once per transaction, for all that it will change; lapsed holds of theirs are forgotten.
        """

    async def kept(
        self, counsellors: Collection[UUID], seats: Collection[UUID], window: Interval, at: datetime
    ) -> list[Kept]:
        """Give what bookings, and holds that last at that instant, keep of their time within the window."""

    async def seats(self, seats: Collection[UUID]) -> list[Seat]:
        """Give those of them who exist."""

    async def bookings_with_keys(self, keys: Collection[tuple[UUID, str]]) -> list[Booking]:
        """Give what earlier requests with these (seat, key) made."""

    async def add(self, new: Collection[Booking], changed: Collection[Booking], at: datetime) -> None:
        """Write new rows, and what holds have become; `SlotTaken` when one would overlap."""

    async def release(self, holds: Collection[UUID]) -> None:
        """Forget these holds."""

    async def seat(self, seat: UUID) -> Seat | None:
        """Give one young person."""

    async def booking(self, booking: UUID) -> Booking | None:
        """Give one booking."""

    async def booking_with_uid(self, uid: str) -> Booking | None:
        """Give the booking of an event."""

    async def bookings_of_seat(self, seat: UUID) -> list[Booking]:
        """Give the meetings of one seat, by time; holds are not meetings."""

    async def bookings_of_counsellor(self, staff: UUID, since: datetime) -> list[Booking]:
        """Give the meetings of one counsellor that end after `since`, by time."""

    async def save(self, booking: Booking, what: str, *, by_staff: bool, at: datetime) -> None:
        """Write a new booking, or the changed times, status and revision of a known one, and one line of history.

        `SlotTaken` when it would overlap.
        """

    async def take_version(self, booking: UUID, etag: str | None) -> None:
        """Accept the version of our event that the calendar holds, so that the next write may replace it."""

    async def enqueue(self, deliveries: Iterable[Delivery], at: datetime) -> None:
        """Put messages in the outbox; older ones still waiting for the same booking and channel are superseded."""

    async def sendings(self, bookings: Collection[UUID]) -> list[Sending]:
        """Give the messages about these bookings."""

    async def choose(self, chosen: Collection[Chosen]) -> set[UUID]:
        """Write the choices of seats in missions; the last one counts. Give the ids of those that changed something."""

    async def call_backs(self, counsellor: Counsellor) -> list[CallBack]:
        """Give who waits for a call: the counsellor's own, and those of the site who have no referent."""

    async def tell(self, facts: Collection[Fact]) -> None:
        """Leave facts for the game, in this very transaction."""

    async def notify(self, notice: Notice) -> None:
        """Leave a notice for a young person."""

    async def notices(self, seat: UUID) -> list[Notice]:
        """Give the notices not yet seen, oldest first."""

    async def mark_seen(self, seat: UUID, notices: Collection[UUID], at: datetime) -> None:
        """Note that the young person has seen these."""

    async def conflicts(self, bookings: Collection[UUID]) -> list[Conflict]:
        """Give the open conflicts of these bookings."""

    async def replace_conflicts(self, booking: UUID, conflicts: Iterable[Conflict]) -> None:
        """Replace the open conflicts of one booking."""

    async def first_reading(self, message_id: str, at: datetime) -> bool:
        """Note that this mail was read; False when it was already."""

    async def forget_shared(self, seat: UUID) -> None:
        """Erase what this seat shared, in bookings, choices and messages not yet sent."""


class After(Protocol):
    """The rows of reminders, and of what follows a meeting."""

    async def remind(self, reminders: Collection[Reminder]) -> None:
        """Write reminders to come."""

    async def take_reminder(self, reminder: UUID) -> Reminder | None:
        """Take a reminder that waits, for this transaction to send; None when another one has it."""

    async def void_reminder(self, reminder: UUID) -> None:
        """Never send it."""

    async def postpone_reminder(self, reminder: UUID, due_at: datetime) -> None:
        """Put it back, for later."""

    async def reminder_choice(self, seat: UUID) -> ReminderChoice:
        """Give what this person chose, or what everybody has."""

    async def save_reminder_choice(self, seat: UUID, choice: ReminderChoice) -> None:
        """Write what this person chose."""

    async def follow_up(self, question: UUID) -> FollowUp | None:
        """Give one question."""

    async def follow_ups(self, bookings: Collection[UUID]) -> list[FollowUp]:
        """Give the questions about these meetings, by time."""

    async def plan_follow_ups(self, follow_ups: Collection[FollowUp]) -> None:
        """Write the questions about one meeting; those written before for it are replaced."""

    async def take_follow_up(self, question: UUID, at: datetime) -> FollowUp | None:
        """Note that it was asked; None when it was already."""

    async def answer_follow_up(self, question: UUID, done: Progress, at: datetime) -> None:
        """Note the answer."""


class Rows(Availability, Bookings, After, Protocol):
    """Everything that one transaction may touch."""


class AppointmentStore(Protocol):
    """The door to the rows."""

    def within(self, structure: UUID) -> AbstractAsyncContextManager[Rows]:
        """Open one transaction confined to a structure; `SlotTaken` and `Contention` leave through it."""

    async def feed_owner(self, feed_hash: str) -> tuple[UUID, UUID] | None:
        """Give (structure, staff) of the feed with this hash."""

    async def structure_of(self, uid: str) -> UUID | None:
        """Give the structure of the booking with this event, in any structure."""

    async def calendars_to_read(self, read_before: datetime, now: datetime) -> list[tuple[UUID, UUID]]:
        """Give (structure, staff) of each CalDAV calendar with a meeting to come that was last read before that."""


class CalendarServer(Protocol):
    """The counsellor's own calendar. Every method raises `CalendarUnreachable`."""

    async def occurrences(self, account: CaldavAccount, window: Interval, owner: Counsellor) -> list[Occurrence]:
        """Give every busy time in the window, our own events included; floating times are read in the owner's zone."""

    async def version(self, account: CaldavAccount) -> str | None:
        """Give the calendar's sync-token, which changes with every change in it (RFC 6578 4); None when it has none."""

    async def subscribed(self, url: str, window: Interval, owner: Counsellor) -> list[Occurrence]:
        """Give every busy time of a calendar published at this address."""

    async def read(self, account: CaldavAccount, uid: str) -> RemoteEvent | None:
        """Read one of our events back; None when it is not there."""

    async def check(self, account: CaldavAccount) -> None:
        """Prove that the account can be read and written."""
