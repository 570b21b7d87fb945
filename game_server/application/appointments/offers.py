"""Signed slot offers: the client gives back what it was shown and can change nothing in it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

from game_server.application.appointments.slots import Interval
from game_server.application.refusals import RefusedRequest

LIFE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Offered:
    """What a signature vouches for, until `expiry`."""

    seat: UUID
    counsellor: UUID
    site: UUID
    during: Interval
    reason: UUID
    expiry: datetime

    def must_be_current(self, now: datetime) -> None:
        """Refuse `offer_expired` after half an hour."""
        if self.expiry < now:
            raise RefusedRequest("offer_expired", "Cette proposition a expiré. Affiche à nouveau les créneaux.")


class OfferSigner:
    """Signs slots for one seat, and opens what comes back."""

    def __init__(self, key: str) -> None:
        """Take the installation's secret."""
        self._serializer = URLSafeSerializer(key, salt="eclats.slot-offer")

    def sign(self, offered: Offered) -> str:
        """An opaque text."""
        minutes = int((offered.during.end - offered.during.start).total_seconds() // 60)
        names = [str(offered.seat), str(offered.counsellor), str(offered.site), str(offered.reason)]
        start, expiry = int(offered.during.start.timestamp()), int(offered.expiry.timestamp())
        return str(self._serializer.dumps([*names, start, minutes, expiry]))

    def open(self, token: str, seat: UUID) -> Offered:
        """What was offered to this seat, perhaps too long ago; refuses `offer_not_valid`."""
        try:
            owner, counsellor, site, reason, start, minutes, expiry = self._serializer.loads(token)
        except (BadSignature, ValueError, TypeError) as error:
            raise _not_valid() from error
        if owner != str(seat):
            raise _not_valid()
        begin = datetime.fromtimestamp(start, UTC)
        during = Interval(begin, begin + timedelta(minutes=minutes))
        until = datetime.fromtimestamp(expiry, UTC)
        return Offered(seat, UUID(counsellor), UUID(site), during, UUID(reason), until)


def _not_valid() -> RefusedRequest:
    return RefusedRequest("offer_not_valid", "Ce créneau n’a pas été proposé ici. Choisis-en un dans la liste.")
