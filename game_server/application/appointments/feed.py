"""The appointments of a counsellor as a calendar to subscribe to, and one of them as words to paste into i-milo."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from game_server.application.appointments.event_file import feed_file
from game_server.application.appointments.french import hour_in_words
from game_server.application.appointments.letters import feed_revision, meeting_place
from game_server.application.appointments.ports import AppointmentStore, Clock
from game_server.application.appointments.words import Booking, Kind, Mode, Status
from game_server.application.refusals import RefusedRequest

KEPT = timedelta(days=30)
NOT_HELD = (Status.CANCELLED_BY_YOUTH, Status.CANCELLED_BY_COUNSELLOR)
_STATUS = {
    Status.BOOKED: "Planifié",
    Status.ATTENDED: "Présent",
    Status.NO_SHOW: "Absent",
    Status.EXCUSED: "Absent (excusé)",
    Status.CANCELLED_BY_YOUTH: "Annulé",
    Status.CANCELLED_BY_COUNSELLOR: "Annulé",
}
_KIND = {Kind.FIRST: "Premier entretien", Kind.FOLLOW_UP: "Entretien de suivi"}
_MODE = {Mode.ON_SITE: "", Mode.PHONE: " (téléphone)", Mode.VIDEO: " (visio)"}


def hash_of(token: str) -> str:
    """What is stored of a feed's address: the address itself cannot be read back."""
    return sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Feed:
    """A secret address for each counsellor; whoever knows it reads times and initials, and nothing else."""

    store: AppointmentStore
    clock: Clock

    async def new_token(self, structure: UUID, staff: UUID) -> str:
        """Draw an address; the one before stops working. Refuses `no_calendar`."""
        token = secrets.token_urlsafe(24)
        async with self.store.within(structure) as rows:
            if await rows.counsellor(staff) is None:
                raise RefusedRequest("no_calendar", "Choisissez d’abord comment vous recevez vos rendez-vous.")
            await rows.set_feed(staff, hash_of(token))
        return token

    async def close(self, structure: UUID, staff: UUID) -> None:
        """Let no address work any more."""
        async with self.store.within(structure) as rows:
            await rows.set_feed(staff, None)

    async def file(self, token: str) -> bytes | None:
        """The calendar behind an address: thirty days back, cancelled ones too; None for an unknown address."""
        owner = await self.store.feed_owner(hash_of(token))
        if owner is None:
            return None
        structure, staff = owner
        async with self.store.within(structure) as rows:
            counsellor = await rows.counsellor(staff)
            if counsellor is None:
                return None
            bookings = await rows.bookings_of_counsellor(staff, self.clock() - KEPT)
        return feed_file([(feed_revision(it, counsellor), it.status in NOT_HELD) for it in bookings])

    async def card(self, structure: UUID, staff: UUID, booking: UUID) -> str:
        """One appointment in the words of i-milo, line by line; refuses `appointment_not_found`."""
        async with self.store.within(structure) as rows:
            found, counsellor = await rows.booking(booking), await rows.counsellor(staff)
            if found is None or found.counsellor != staff or counsellor is None:
                raise RefusedRequest("appointment_not_found", "Ce rendez-vous n’est pas dans votre liste.")
            number = None if found.seat is None else await rows.file_number(found.seat)
        return "\n".join(_card(found, number, meeting_place(found.mode, counsellor), counsellor.name))


def _card(booking: Booking, number: str | None, place: str, name: str) -> list[str]:
    start, end = booking.local_start, booking.during.end.astimezone(booking.local_start.tzinfo)
    return [
        f"Objet\N{NO-BREAK SPACE}: {_KIND[booking.kind]}{_MODE[booking.mode]}",
        f"Dossier\N{NO-BREAK SPACE}: {number or 'à compléter'}",
        f"Date\N{NO-BREAK SPACE}: {start:%d/%m/%Y}",
        f"Heure de début\N{NO-BREAK SPACE}: {hour_in_words(start)}",
        f"Heure de fin\N{NO-BREAK SPACE}: {hour_in_words(end)}",
        f"Lieu\N{NO-BREAK SPACE}: {place}",
        f"Conseiller\N{NO-BREAK SPACE}: {name}",
        f"Statut\N{NO-BREAK SPACE}: {_STATUS[booking.status]}",
    ]
