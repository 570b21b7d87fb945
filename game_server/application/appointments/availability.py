"""When a counsellor can be met, said once by the counsellor, and what an absence does to meetings already booked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from game_server.application.appointments.agendas import agenda_of, window_of
from game_server.application.appointments.calendars import CalendarReader
from game_server.application.appointments.desk import CounsellorDesk
from game_server.application.appointments.handing_over import HandingOver
from game_server.application.appointments.ports import (
    AppointmentStore,
    CalendarServer,
    CalendarUnreachable,
    Clock,
    Hours,
)
from game_server.application.appointments.public_holidays import PROFILES
from game_server.application.appointments.slots import DayException, Interval, Opening, free_slots
from game_server.application.appointments.words import Booking, Channel, Counsellor, Reason, Status
from game_server.application.refusals import RefusedRequest

LONGEST_ABSENCE = timedelta(days=366)

_WHY_UNREACHABLE = {
    "refused": "L’agenda refuse ce nom ou ce mot de passe. Vérifiez-les.",
    "not_found": "Il n’y a pas d’agenda à cette adresse. Vérifiez-la.",
    "read_only": "Cet agenda se lit mais ne s’écrit pas. Donnez-nous le droit d’y écrire.",
    "not_a_calendar": "Cette adresse ne répond pas comme un agenda. Vérifiez-la.",
    "too_large": "Cet agenda est trop gros pour être lu. Donnez celui qui ne contient que vos rendez-vous.",
}


@dataclass(frozen=True, slots=True)
class AbsenceDeclared:
    """What an absence changed: meetings moved, those that found no other time, those that a colleague has now."""

    id: UUID
    moved: list[Booking]
    to_settle: list[Booking]
    handed_over: list[Booking]


@dataclass(frozen=True, slots=True)
class CalendarTried:
    """What a try has found: how many busy times in the weeks to come, and whether an event could be written."""

    busy: int
    written: bool


@dataclass(frozen=True, slots=True)
class CounsellorAvailability:
    """The hours, absences and calendar of one counsellor."""

    store: AppointmentStore
    server: CalendarServer
    calendars: CalendarReader
    desk: CounsellorDesk
    clock: Clock

    async def calendar(self, structure: UUID, staff: UUID) -> Counsellor | None:
        """How this counsellor receives appointments, or None before it was said."""
        async with self.store.within(structure) as rows:
            return await rows.counsellor(staff)

    async def save_calendar(self, counsellor: Counsellor) -> None:
        """Choose the one calendar channel. What is to be read or written is tried first.

        Refuses `calendar_unreachable`, `channel_not_valid`, `place_not_valid`.
        """
        if counsellor.channel not in (Channel.CALDAV, Channel.IMIP) or (
            (counsellor.channel is Channel.CALDAV) != (counsellor.account is not None)
        ):
            raise RefusedRequest("channel_not_valid", "Choisissez un agenda CalDAV ou les invitations par e-mail.")
        _check_place(counsellor)
        await self.try_calendar(counsellor)
        async with self.store.within(counsellor.structure) as rows:
            await rows.save_counsellor(counsellor)
        self.calendars.forget(counsellor.id)

    async def try_calendar(self, counsellor: Counsellor) -> CalendarTried:
        """Read what is to be read, and write an event into the account and remove it again; changes nothing else.

        Refuses `calendar_unreachable` with the reason in words, and `details.step` « read » or « write ».
        """
        now = self.clock()
        window = Interval(now - timedelta(days=1), now + counsellor.farthest)
        busy = 0
        try:
            if counsellor.account is not None:
                busy += len(await self.server.occurrences(counsellor.account, window, counsellor))
                await self.server.check(counsellor.account)
            if counsellor.busy_url is not None:
                busy += len(await self.server.subscribed(counsellor.busy_url, window, counsellor))
        except CalendarUnreachable as error:
            sentence = _WHY_UNREACHABLE.get(error.reason, "L’agenda ne répond pas. Réessayez dans un moment.")
            step = "write" if error.reason == "read_only" else "read"
            details = {"reason": error.reason, "step": step}
            raise RefusedRequest("calendar_unreachable", sentence, details) from error
        return CalendarTried(busy, written=counsellor.account is not None)

    async def save_reasons(self, structure: UUID, staff: UUID, reasons: Sequence[Reason]) -> None:
        """Replace the sorts of meetings; refuses `reasons_not_valid` when one is there twice."""
        if len({(it.kind, it.mode) for it in reasons}) != len(reasons):
            raise RefusedRequest("reasons_not_valid", "Le même motif est là deux fois. Gardez-en un seul.")
        async with self.store.within(structure) as rows:
            await rows.replace_reasons(staff, reasons)

    async def hours(self, structure: UUID, staff: UUID) -> Hours:
        """The weekly hours, special days and absences."""
        async with self.store.within(structure) as rows:
            return await rows.hours(staff)

    async def save_openings(self, structure: UUID, staff: UUID, openings: Sequence[Opening]) -> None:
        """Replace the weekly hours; refuses `hours_not_valid`."""
        for it in openings:
            _check_hours(it.weekday in range(7) and it.local_start < it.local_end)
            _check_hours(it.valid_from is None or it.valid_to is None or it.valid_from <= it.valid_to)
        async with self.store.within(structure) as rows:
            await rows.replace_openings(staff, openings)

    async def add_exception(self, structure: UUID, staff: UUID, exception: DayException) -> UUID:
        """Add one special day; refuses `hours_not_valid`."""
        _check_hours(exception.hours is None or exception.hours[0] < exception.hours[1])
        async with self.store.within(structure) as rows:
            return await rows.add_exception(staff, exception)

    async def remove(self, structure: UUID, staff: UUID, row: UUID) -> None:
        """Take back a special day or an absence."""
        async with self.store.within(structure) as rows:
            await rows.remove(staff, row)

    async def declare_absence(
        self, structure: UUID, staff: UUID, during: Interval, *, move: bool = True, replaced_by: UUID | None = None
    ) -> AbsenceDeclared:
        """Note an absence; everybody whose meeting it changes is told.

        Each meeting goes to `replaced_by` at its hour when they are free; else, with `move`, to the first free slot after.
        """
        _check_hours(during.start < during.end <= during.start + LONGEST_ABSENCE)
        now = self.clock()
        async with self.store.within(structure) as rows:
            row = await rows.add_absence(staff, during)
            bookings = await rows.bookings_of_counsellor(staff, now)
        met = [
            it for it in bookings if it.status is Status.BOOKED and it.during.start > now and it.during.meets(during)
        ]
        handed: list[Booking] = []
        moved: list[Booking] = []
        left: list[Booking] = []
        for booking in met:
            if replaced_by is not None and (given := await self._given(structure, booking, replaced_by)) is not None:
                handed.append(given)
                continue
            new = await self._moved_after(structure, booking, during) if move else None
            (left if new is None else moved).append(new or booking)
        return AbsenceDeclared(row, moved, left, handed)

    async def _given(self, structure: UUID, booking: Booking, to: UUID) -> Booking | None:
        handing = HandingOver(self.store, self.desk.messages, self.clock)
        try:
            return await handing.give(structure, booking.counsellor, booking.id, to)
        except RefusedRequest as refused:
            if refused.code == "slot_taken":
                return None
            raise

    async def _moved_after(self, structure: UUID, booking: Booking, absence: Interval) -> Booking | None:
        now = self.clock()
        await self.calendars.fresh(structure, booking.counsellor)
        async with self.store.within(structure) as rows:
            counsellor = await rows.counsellor(booking.counsellor)
            if counsellor is None:
                return None
            window = window_of(counsellor, now)
            agenda = await agenda_of(rows, counsellor, window, now, seat=booking.seat, without=booking.id)
        same_length = replace(
            counsellor.terms, minutes=int((booking.during.end - booking.during.start).total_seconds() // 60)
        )
        for slot in free_slots(agenda, same_length, now):
            if slot.start >= absence.end:
                try:
                    return await self.desk.move(structure, booking.counsellor, booking.id, slot.start)
                except RefusedRequest as refused:
                    if refused.code != "slot_taken":
                        raise
        return None


def _check_hours(right: bool) -> None:
    if not right:
        raise RefusedRequest("hours_not_valid", "La fin doit venir après le début. Corrigez ces horaires.")


def _check_place(counsellor: Counsellor) -> None:
    try:
        ZoneInfo(counsellor.place.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        known = False
    else:
        known = counsellor.place.holiday_profile in PROFILES
    if not known:
        raise RefusedRequest(
            "place_not_valid", "Le fuseau ou les jours fériés de ce lieu sont inconnus. Faites corriger le lieu."
        )
