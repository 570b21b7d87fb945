"""The slots that one young person may be shown, in words and with their signatures."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from game_server.application.appointments.french import NBSP, day_in_words, in_words
from game_server.application.appointments.offers import Offered, OfferSigner
from game_server.application.appointments.ports import Rows
from game_server.application.appointments.slots import Interval, free_slots
from game_server.application.appointments.words import Counsellor, Seat

SHOWN = 60
OTHERS = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: `token` is what is sent back to book it."""

    token: str
    counsellor: UUID
    counsellor_name: str
    start: datetime
    minutes: int
    time_zone: str
    words: str

    def as_dict(self) -> dict[str, object]:
        """The slot as JSON says it: instants in ISO 8601 with the offset of the site; `offer` is the token."""
        return {
            "offer": self.token,
            "counsellor": self.counsellor_name,
            "start": self.start.isoformat(),
            "end": (self.start + timedelta(minutes=self.minutes)).isoformat(),
            "minutes": self.minutes,
            "time_zone": self.time_zone,
            "words": self.words,
        }


@dataclass(frozen=True, slots=True)
class Away:
    """A counsellor who is absent, with the sentence that says so."""

    counsellor: UUID
    counsellor_name: str
    during: Interval
    sentence: str


@dataclass(frozen=True, slots=True)
class SlotPage:
    """What the young person sees; `sentence` stands when there is nothing to choose."""

    slots: list[Slot]
    away: list[Away]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class SlotFinder:
    """Finds slots inside one transaction."""

    signer: OfferSigner

    @staticmethod
    def window(counsellor: Counsellor, now: datetime) -> Interval:
        """All that may matter for a meeting booked at `now`: whole days, for the daily cap."""
        return Interval(now - timedelta(days=1), now + counsellor.terms.max_ahead + timedelta(days=2))

    async def counsellors(self, rows: Rows, who: Seat) -> list[Counsellor]:
        """The referent; for a first interview, without one, everybody at the group's site."""
        if who.referent is None:
            return await rows.counsellors_at(who.site)
        referent = await rows.counsellor(who.referent)
        return [] if referent is None else [referent]

    async def page(self, rows: Rows, who: Seat, counsellors: list[Counsellor], now: datetime) -> SlotPage:
        """The first slots of these counsellors, and their absences."""
        free: list[tuple[Interval, Counsellor]] = []
        away: list[Away] = []
        for counsellor in counsellors:
            free += [(it, counsellor) for it in await self._free(rows, who, counsellor, now)]
            absences = await rows.absences(counsellor.id, self.window(counsellor, now))
            away += [_away(counsellor, it) for it in absences if it.end > now]
        free.sort(key=lambda pair: (pair[0].start, pair[1].name))
        sentence = "" if free else f"Aucun créneau libre pour l’instant. Tu peux demander qu’on te rappelle{NBSP}!"
        return SlotPage([self._slot(who, it, during, now) for during, it in free[:SHOWN]], away, sentence)

    async def others(self, rows: Rows, who: Seat, wanted: Offered, now: datetime) -> list[dict[str, object]]:
        """The three slots that follow the wanted one, or the last ones before it when none follows."""
        counsellor = await rows.counsellor(wanted.counsellor)
        if counsellor is None:
            return []
        agenda = await rows.agenda(counsellor, self.window(counsellor, now), who.id)
        soon = Interval(wanted.during.start, wanted.during.start + timedelta(days=4))
        free = free_slots(agenda, counsellor.terms, now, soon)
        if len([it for it in free if it.start > wanted.during.start]) < OTHERS:
            free = free_slots(agenda, counsellor.terms, now)
        after = [it for it in free if it.start > wanted.during.start][:OTHERS]
        before = [it for it in free if it.start < wanted.during.start]
        missing = OTHERS - len(after)
        nearest = (before[-missing:] if missing else []) + after
        return [self._slot(who, counsellor, it, now).as_dict() for it in nearest]

    async def _free(self, rows: Rows, who: Seat, counsellor: Counsellor, now: datetime) -> list[Interval]:
        agenda = await rows.agenda(counsellor, self.window(counsellor, now), who.id)
        return free_slots(agenda, counsellor.terms, now)

    def _slot(self, who: Seat, counsellor: Counsellor, during: Interval, now: datetime) -> Slot:
        return Slot(
            token=self.signer.sign(Offered(who.id, counsellor.id, counsellor.place.id, during), now),
            counsellor=counsellor.id,
            counsellor_name=counsellor.name,
            start=during.start.astimezone(counsellor.place.zone),
            minutes=counsellor.terms.minutes,
            time_zone=counsellor.place.time_zone,
            words=in_words(during.start, counsellor.place.time_zone),
        )


def _away(counsellor: Counsellor, during: Interval) -> Away:
    back = day_in_words(during.end.astimezone(counsellor.place.zone))
    sentence = f"{counsellor.name} n’est pas là jusqu’au {back}. Les créneaux affichés en tiennent compte."
    return Away(counsellor.id, counsellor.name, during, sentence)
