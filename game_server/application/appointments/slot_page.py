"""The slots that one young person may be shown, in words and with their signatures."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from game_server.application.appointments.agendas import agenda_of, window_of
from game_server.application.appointments.booking_round import NEAREST
from game_server.application.appointments.french import NBSP, day_in_words, in_words
from game_server.application.appointments.offers import LIFE, Offered, OfferSigner
from game_server.application.appointments.ports import Rows
from game_server.application.appointments.slots import Interval, free_slots
from game_server.application.appointments.words import Counsellor, Kind, Mode, Reason, Seat

SHOWN = 60


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
    reason: Reason

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
            "kind": self.reason.kind.value,
            "mode": self.reason.mode.value,
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
    words: str | None = None
    """The first words of the one counsellor whom the person has."""


@dataclass(frozen=True, slots=True)
class SlotFinder:
    """Finds slots inside one transaction."""

    signer: OfferSigner

    async def counsellors(self, rows: Rows, who: Seat) -> list[Counsellor]:
        """The referent, or who replaces them too; for a first interview, without one, everybody at the group's site."""
        if who.referent is None:
            return await rows.counsellors_at(who.site)
        referents = await rows.counsellors([who.referent])
        replacing = [it.replaced_by for it in referents if it.replaced_by is not None]
        return [*referents, *await rows.counsellors(replacing)]

    async def page(self, rows: Rows, who: Seat, counsellors: list[Counsellor], now: datetime) -> SlotPage:
        """The first slots of these counsellors for each sort of meeting, and their absences."""
        free: list[tuple[Interval, Counsellor, Reason]] = []
        away: list[Away] = []
        for counsellor in counsellors:
            window = window_of(counsellor, now)
            agenda = await agenda_of(rows, counsellor, window, now, seat=who.id)
            for reason in _suiting(counsellor, who):
                found = free_slots(agenda, reason.terms, now)[:SHOWN]
                free += [(it, counsellor, reason) for it in found]
            absences = await rows.absences(counsellor.id, window)
            away += [_away(counsellor, it) for it in absences if it.end > now]
        free.sort(key=lambda found: (found[0].start, found[1].name))
        sentence = "" if free else f"Aucun créneau libre pour l’instant. Tu peux demander qu’on te rappelle{NBSP}!"
        shown = free[: SHOWN * max(len(it.given) for it in counsellors)] if counsellors else []
        words = counsellors[0].words if counsellors and who.referent is not None else None
        return SlotPage([self._slot(who.id, by, why, it, now) for it, by, why in shown], away, sentence, words)

    async def others(self, rows: Rows, wanted: Offered, now: datetime) -> list[dict[str, object]]:
        """The three slots nearest to the wanted one, wherever they are."""
        found = await rows.counsellors([wanted.counsellor])
        reason = found[0].reason(wanted.reason) if found else None
        if reason is None:
            return []
        agenda = await agenda_of(rows, found[0], window_of(found[0], now), now, seat=wanted.seat)
        free = sorted(free_slots(agenda, reason.terms, now), key=lambda it: abs(it.start - wanted.during.start))
        return self.signed(wanted.seat, found[0], wanted.reason, sorted(free[:NEAREST]), now)

    def signed(
        self, seat: UUID, counsellor: Counsellor, reason: UUID, slots: list[Interval], now: datetime
    ) -> list[dict[str, object]]:
        """These slots as a refusal carries them."""
        why = counsellor.reason(reason)
        return [] if why is None else [self._slot(seat, counsellor, why, it, now).as_dict() for it in slots]

    def _slot(self, seat: UUID, counsellor: Counsellor, reason: Reason, during: Interval, now: datetime) -> Slot:
        offered = Offered(seat, counsellor.id, counsellor.place.id, during, reason.id, now + LIFE)
        return Slot(
            token=self.signer.sign(offered),
            counsellor=counsellor.id,
            counsellor_name=counsellor.name,
            start=during.start.astimezone(counsellor.place.zone),
            minutes=reason.terms.minutes,
            time_zone=counsellor.place.time_zone,
            words=in_words(during.start, counsellor.place.time_zone),
            reason=reason,
        )


def _suiting(counsellor: Counsellor, who: Seat) -> list[Reason]:
    """One for each way to meet: a first interview for somebody without a referent, else a follow-up; or what there is."""
    wanted = Kind.FIRST if who.referent is None else Kind.FOLLOW_UP
    suiting: dict[Mode, Reason] = {}
    for it in counsellor.given:
        if it.mode not in suiting or it.kind is wanted:
            suiting[it.mode] = it
    return list(suiting.values())


def _away(counsellor: Counsellor, during: Interval) -> Away:
    back = day_in_words(during.end.astimezone(counsellor.place.zone))
    sentence = f"{counsellor.name} n’est pas là jusqu’au {back}. Les créneaux affichés en tiennent compte."
    return Away(counsellor.id, counsellor.name, during, sentence)
