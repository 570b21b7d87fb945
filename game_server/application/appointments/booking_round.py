"""Who gets which time, for everybody who asked at the same instant. Pure: it reads what was loaded under the locks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import islice
from json import dumps
from uuid import UUID, uuid4

from game_server.application.appointments import refusals
from game_server.application.appointments.agendas import joined
from game_server.application.appointments.offers import Offered
from game_server.application.appointments.ports import SlotTaken
from game_server.application.appointments.records import Kept
from game_server.application.appointments.slots import Agenda, Interval, candidates, clear_of
from game_server.application.appointments.words import Booking, Counsellor, Reason, Seat, Status
from game_server.application.refusals import RefusedRequest

HOLD = timedelta(minutes=5)
AROUND = timedelta(days=4)
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """One request as it came: the same `idem_key` always gets the same answer.

    `wanted` is what its signature vouches for, or the refusal of it; `checked` when the calendar was just read.
    """

    seat: UUID
    mission: str | None
    offer: str
    idem_key: str
    shared: tuple[str, ...]
    wanted: Offered | RefusedRequest
    checked: bool = False
    hold: bool = False

    @property
    def digest(self) -> str:
        """What tells a repeated request from another one under the same key."""
        return sha256(dumps([self.mission, self.offer, self.shared]).encode()).hexdigest()

    @property
    def key(self) -> str:
        """The key as it is stored: a hold and its booking may share theirs."""
        return f"hold:{self.idem_key}" if self.hold else self.idem_key


@dataclass(slots=True)
class Round:
    """One round of decisions, in the order of the wishes: each sees what the ones before it took."""

    now: datetime
    host: str
    known: dict[tuple[UUID, str], Booking]
    seats: Mapping[UUID, Seat]
    counsellors: Mapping[UUID, Counsellor]
    rests: Mapping[UUID, Agenda]
    kept: list[Kept]
    window: Interval
    """The days that were read."""
    new: dict[UUID, Booking] = field(default_factory=dict)
    """Rows to add."""
    changed: dict[UUID, Booking] = field(default_factory=dict)
    """Holds of earlier that became bookings, or holds that were taken again."""
    released: set[UUID] = field(default_factory=set)
    """Holds of earlier that their owner gave up for another time."""
    _given: dict[tuple[UUID, UUID], Sequence[Interval]] = field(default_factory=dict)

    def decide(self, wish: Wish) -> Booking:
        """The booking or hold of a wish; raises its refusal, or `SlotTaken` when the nearest slots are far away."""
        known = self.known.get((wish.seat, wish.key))
        if known is not None:
            return _replayed(known, wish)
        if isinstance(wish.wanted, RefusedRequest):
            raise wish.wanted
        wish.wanted.must_be_current(self.now)
        who = self.seats.get(wish.seat)
        if who is None:
            raise refusals.unknown_seat()
        if wish.mission is not None and any(it.mission == wish.mission for it in self._of(who) if not it.held):
            raise refusals.already_chosen()
        counsellor, reason = self._still_given(wish.wanted)
        self._still_free(who, wish.wanted, reason)
        return self._take(wish, wish.wanted, who, counsellor, reason)

    def _of(self, who: Seat) -> Iterable[Kept]:
        return (it for it in self.kept if it.seat == who.id)

    def _still_given(self, wanted: Offered) -> tuple[Counsellor, Reason]:
        counsellor = self.counsellors.get(wanted.counsellor)
        reason = None if counsellor is None else counsellor.reason(wanted.reason)
        if counsellor is None or reason is None or counsellor.place.id != wanted.site:
            raise SlotTaken(of_seat=False)
        return counsellor, reason

    def _still_free(self, who: Seat, wanted: Offered, reason: Reason) -> None:
        agenda = joined(self.rests[wanted.counsellor], self.kept, wanted.counsellor, who.id)
        if any(it.meets(wanted.during) for it in agenda.taken):
            raise refusals.seat_busy()
        given, clear = self._given_by(wanted.counsellor, reason), clear_of(agenda, reason.terms)
        if wanted.during not in given or not clear(wanted.during):
            by_distance = sorted(given, key=lambda it: abs(it.start - wanted.during.start))
            raise OthersNear(sorted(islice(filter(clear, by_distance), NEAREST)))

    def _given_by(self, counsellor: UUID, reason: Reason) -> Sequence[Interval]:
        """What a counsellor's hours allow: the same for everybody in the round, so it is worked out once."""
        key = counsellor, reason.id
        if key not in self._given:
            self._given[key] = candidates(self.rests[counsellor], reason.terms, self.now, self.window)
        return self._given[key]

    def _take(self, wish: Wish, wanted: Offered, who: Seat, counsellor: Counsellor, reason: Reason) -> Booking:
        held = [it for it in self._of(who) if it.held]
        same = next((it.id for it in held if (it.counsellor, it.during) == (counsellor.id, wanted.during)), None)
        booking = self._new(wish, wanted, who, counsellor, reason, same or uuid4())
        made_here = set(self.new)
        for hold in held:
            if self.new.pop(hold.id, None) is None and hold.id != same:
                self.released.add(hold.id)
        rows = self.changed if same is not None and same not in made_here else self.new
        rows[booking.id] = booking
        kept = Kept(booking.id, who.id, counsellor.id, wish.mission, booking.during, booking.blocked, held=wish.hold)
        self.kept = [*(it for it in self.kept if it not in held), kept]
        self.known[wish.seat, wish.key] = booking
        return booking

    def _new(
        self, wish: Wish, wanted: Offered, who: Seat, counsellor: Counsellor, reason: Reason, row: UUID
    ) -> Booking:
        return Booking(
            id=row,
            structure=who.structure,
            seat=who.id,
            first_name=who.first_name,
            counsellor=counsellor.id,
            site=counsellor.place.id,
            mission=wish.mission,
            during=wanted.during,
            blocked=reason.terms.blocked(wanted.during),
            time_zone=counsellor.place.time_zone,
            status=Status.HELD if wish.hold else Status.BOOKED,
            uid=f"{uuid4().hex}@{self.host}",
            sequence=0,
            dtstamp=self.now.replace(microsecond=0),
            idem_key=wish.key,
            request_hash=wish.digest,
            shared=wish.shared,
            calendar_checked=wish.checked,
            held_until=self.now + HOLD if wish.hold else None,
            kind=reason.kind,
            mode=reason.mode,
            cancel_before=reason.cancel_before,
        )


class OthersNear(Exception):  # noqa: N818 - an answer of the agenda
    """The time is taken; these are the nearest ones."""

    def __init__(self, slots: list[Interval]) -> None:
        """Take the slots, by time; fewer than three when the next days are full."""
        super().__init__("slot taken")
        self.slots = slots


def _replayed(known: Booking, wish: Wish) -> Booking:
    if known.request_hash != wish.digest:
        raise refusals.key_reused()
    return known
