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
    """What a signature vouches for."""

    seat: UUID
    counsellor: UUID
    site: UUID
    during: Interval


class OfferSigner:
    """Signs slots for one seat, and opens what comes back."""

    def __init__(self, key: str) -> None:
        """Take the installation's secret."""
        self._serializer = URLSafeSerializer(key, salt="eclats.slot-offer")

    def sign(self, offered: Offered, now: datetime) -> str:
        """An opaque text, good for half an hour."""
        minutes = int((offered.during.end - offered.during.start).total_seconds() // 60)
        names = [str(offered.seat), str(offered.counsellor), str(offered.site)]
        start, expiry = int(offered.during.start.timestamp()), int((now + LIFE).timestamp())
        return str(self._serializer.dumps([*names, start, minutes, expiry]))

    def open(self, token: str, seat: UUID, now: datetime) -> Offered:
        """What was offered to this seat; refuses `offer_not_valid` and `offer_expired`."""
        try:
            owner, counsellor, site, start, minutes, expiry = self._serializer.loads(token)
        except (BadSignature, ValueError, TypeError) as error:
            raise _not_valid() from error
        if owner != str(seat):
            raise _not_valid()
        if expiry < now.timestamp():
            raise RefusedRequest("offer_expired", "Cette proposition a expiré. Affiche à nouveau les créneaux.")
        begin = datetime.fromtimestamp(start, UTC)
        return Offered(seat, UUID(counsellor), UUID(site), Interval(begin, begin + timedelta(minutes=minutes)))


def _not_valid() -> RefusedRequest:
    return RefusedRequest("offer_not_valid", "Ce créneau n’a pas été proposé ici. Choisis-en un dans la liste.")
