"""Getting in: join by the door, come back by PIN, card or one-time QR. A seat then waits to be admitted by name."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from game_server.application.accounts import PLAYER_IDLE
from game_server.application.misses import Misses
from game_server.application.pace import pace_key, take_a_try
from game_server.application.people import DeviceNotice, Group, OneTimeCode, Player, Seat, SessionRow, Staff, WayIn
from game_server.application.ports import Clock
from game_server.application.ports_people import (
    GroupStore,
    Hasher,
    Luck,
    PaceStore,
    SeatStore,
    SessionStore,
    StaffStore,
)
from game_server.application.refusals import RefusedRequest
from game_server.application.ways_in import (
    NAME_LENGTH,
    ONE_TIME_BYTES,
    TOKEN_BYTES,
    checked_first_name,
    checked_pin,
    hashed,
    name_key,
    typed_code,
)

DEVICE_CODE_LASTS = timedelta(minutes=10)
NOTICE_SHOWN = timedelta(days=7)
SEATS_AT_MOST = 24
SLOWED = (
    "Trop d’essais sur ce prénom depuis des téléphones inconnus. Réessaie dans {wait}, prends ta carte, "
    "ou demande à ton animateur ou ton animatrice de débloquer."
)


@dataclass(frozen=True, slots=True)
class Entered:
    """A player is in: `token` goes into the cookie; `new_device` says that owner and facilitator are told."""

    token: str
    expires_at: datetime
    player: Player
    first_name: str
    new_device: bool


class Admission:
    """Use cases of players' ways in. Every refusal is a RefusedRequest."""

    def __init__(
        self,
        groups: GroupStore,
        seats: SeatStore,
        staff: StaffStore,
        sessions: SessionStore,
        paces: PaceStore,
        *,
        hasher: Hasher,
        clock: Clock,
        luck: Luck,
        alarm: Callable[[str, int], None],
    ) -> None:
        """Take the stores and the outside world; `alarm(code, count)` hears of many wrong codes, without names."""
        self._groups, self._seats, self._staff, self._sessions, self._paces = groups, seats, staff, sessions, paces
        self._hasher, self._clock, self._luck = hasher, clock, luck
        self._misses = Misses(alarm)

    async def look(self, door_code: str) -> Group:
        """Return the group behind a door code while the door is open; `door_closed` otherwise."""
        now = self._clock.now()
        group = await self._groups.by_door(typed_code(door_code), now)
        if group is None or group.ended_at is not None:
            self._misses.count("wrong_door_codes", now)
            raise RefusedRequest(
                "door_closed",
                "Ce code n’ouvre pas de porte en ce moment. Vérifie-le, ou demande à ton animateur ou ton animatrice "
                "d’ouvrir la porte du groupe.",
            )
        return group

    async def join(self, door_code: str, first_name: str, pin: str) -> Entered:
        """Take a new seat: its first phone is a known one. The facilitator then admits it by name, in the game."""
        group = await self.look(door_code)
        shown, secret = checked_first_name(first_name), checked_pin(pin)
        if len(await self._seats.seats(group.structure, group.id)) >= SEATS_AT_MOST:
            raise RefusedRequest("group_full", "Ce groupe est complet. Parles-en à ton animateur ou ton animatrice.")
        pin_hash, now = await self._hasher.hash(secret), self._clock.now()
        seat = Seat(uuid4(), group.structure, group.id, shown, has_card=False, created_at=now)
        token, session = self._session(seat, "join", known=True)
        if not await self._seats.add(seat, name_key(shown), pin_hash, session):
            raise _name_taken(shown)
        return _entered(token, session, seat, new_device=False)

    async def abandon(self, player: Player) -> None:
        """Take back a seat that the game refused: its name is free again."""
        await self._seats.remove(player.structure, player.seat)

    async def come_back(
        self, group_code: str, first_name: str, pin: str, *, old_tokens: Collection[str] = ()
    ) -> Entered:
        """Come back by group code, first name and PIN.

        `old_tokens`, the past sessions of this browser, may prove a known phone: it is never slowed and opens everything.
        Any other phone is slowed per person after five wrong tries, and opens play only.
        """
        now, key = self._clock.now(), name_key(first_name[:100])
        group = await self._groups.by_code(typed_code(group_code))
        if group is None:
            self._misses.count("wrong_group_codes", now)
            raise _not_recognised()
        found = await self._seats.by_name(group.id, key)
        known = found is not None and await self._is_known_phone(found[0].id, old_tokens)
        pace = pace_key("seat", group.id, key)
        if not known:
            await take_a_try(self._paces, pace, now, SLOWED)
        if not await self._hasher.verify(pin[:64], found[1] if found else None) or found is None:
            raise _not_recognised()
        if not known:
            await self._paces.clear(pace)
        return await self._enter(found[0], "pin", known=known, new_device=not known)

    async def enter_by_card(self, card: str, *, old_tokens: Collection[str] = ()) -> Entered:
        """Enter with the personal card: never slowed, opens everything; `unknown_card` once it is revoked."""
        seat = await self._seats.by_card(hashed(card))
        if seat is None:
            self._misses.count("wrong_cards", self._clock.now())
            raise RefusedRequest(
                "unknown_card",
                "Cette carte n’est plus valable. Demande-en une autre à ton animateur ou ton animatrice.",
            )
        known = await self._is_known_phone(seat.id, old_tokens)
        return await self._enter(seat, "card", known=True, new_device=not known)

    async def enter_by_code(self, code: str) -> Entered:
        """Enter with the one-time QR of the facilitator: this phone becomes a known one."""
        now = self._clock.now()
        found = await self._staff.code(hashed(code), now)
        if found is not None and found.purpose == "device" and found.subject is not None:
            seat = await self._seats.seat(found.structure, found.subject)
            if seat is not None:
                token, session = self._session(seat, "device", known=True)
                if await self._seats.enter_by_code(found.code_hash, now, session, _notice(seat, session.created_at)):
                    return _entered(token, session, seat, new_device=True)
        self._misses.count("wrong_device_codes", now)
        raise RefusedRequest("code_gone", "Ce QR a déjà servi ou n’est plus valable. Demandes-en un nouveau.")

    async def device_code(self, by: Staff, seat: UUID) -> str:
        """Return a code that makes one phone a known phone of this seat, within ten minutes; a facilitator's act."""
        found = await self._seat_of(by, seat)
        code, expires_at = self._luck.token(ONE_TIME_BYTES), self._clock.now() + DEVICE_CODE_LASTS
        await self._staff.add_code(OneTimeCode(hashed(code), by.structure, "device", expires_at, found.id))
        return code

    async def issue_card(self, by: Staff | Player, seat: UUID) -> str:
        """Return the token of a new personal card; the old one stops working. Shown once, kept as a hash."""
        if isinstance(by, Player):
            by.must_be_known()
            seat = by.seat
        else:
            await self._seat_of(by, seat)
        card = self._luck.token(ONE_TIME_BYTES)
        await self._seats.set_card(by.structure, seat, hashed(card))
        return card

    async def revoke_card(self, by: Staff, seat: UUID) -> int:
        """Stop a lost card and forget the sessions it opened; return how many."""
        await self._seat_of(by, seat)
        return await self._seats.set_card(by.structure, seat, None)

    async def revoke_phones(self, by: Staff, seat: UUID) -> int:
        """Forget every session and known phone of a seat; return how many."""
        await self._seat_of(by, seat)
        return await self._sessions.revoke(by.structure, seat)

    async def unslow(self, by: Staff, seat: UUID) -> None:
        """Let unknown phones try this seat again at once: the facilitator's tap."""
        found = await self._seat_of(by, seat)
        key = await self._seats.name_key(by.structure, seat)
        await self._paces.clear(pace_key("seat", found.group, key))

    async def new_pin(self, by: Staff | Player, seat: UUID, pin: str) -> None:
        """Choose another PIN: on a known phone, or with the facilitator."""
        if isinstance(by, Player):
            by.must_be_known()
            seat = by.seat
        else:
            await self._seat_of(by, seat)
        await self._seats.set_pin(by.structure, seat, await self._hasher.hash(checked_pin(pin)))

    async def notices(self, by: Staff, group: UUID) -> Sequence[DeviceNotice]:
        """List the « nouvel appareil » of a group that no facilitator has put away."""
        by.must_be("facilitator")
        return await self._seats.notices(by.structure, group)

    async def see_notice(self, by: Staff, notice: UUID) -> None:
        """Put a « nouvel appareil » away."""
        by.must_be("facilitator")
        await self._seats.see_notice(by.structure, notice, self._clock.now())

    async def my_notices(self, by: Player) -> Sequence[DeviceNotice]:
        """List the new devices of one's own seat in the last seven days, but not the one that asks."""
        told = await self._seats.notices_of(by.structure, by.seat, self._clock.now() - NOTICE_SHOWN)
        return [one for one in told if one.at != by.since]

    async def _seat_of(self, by: Staff, seat: UUID) -> Seat:
        by.must_be("facilitator")
        found = await self._seats.seat(by.structure, seat)
        if found is None:
            raise RefusedRequest("unknown_seat", "Cette place n’est pas dans votre structure. Rechargez le groupe.")
        return found

    async def _is_known_phone(self, seat: UUID, old_tokens: Collection[str]) -> bool:
        for token in old_tokens:
            session = await self._sessions.find(hashed(token))
            if session is not None and session.subject == seat and session.known:
                return True
        return False

    async def _enter(self, seat: Seat, way: WayIn, *, known: bool, new_device: bool) -> Entered:
        token, session = self._session(seat, way, known=known)
        await self._seats.enter(session, _notice(seat, session.created_at) if new_device else None)
        return _entered(token, session, seat, new_device=new_device)

    def _session(self, seat: Seat, way: WayIn, *, known: bool) -> tuple[str, SessionRow]:
        token, now = self._luck.token(TOKEN_BYTES), self._clock.now()
        expires_at = now + PLAYER_IDLE
        return token, SessionRow(
            hashed(token), seat.structure, "player", seat.id, seat.group, known, way, now, expires_at
        )


def _entered(token: str, session: SessionRow, seat: Seat, *, new_device: bool) -> Entered:
    player = Player(seat.structure, seat.group, seat.id, session.known)
    return Entered(token, session.expires_at, player, seat.first_name, new_device)


def _notice(seat: Seat, at: datetime) -> DeviceNotice:
    return DeviceNotice(uuid4(), seat.structure, seat.group, seat.id, at)


def _not_recognised() -> RefusedRequest:
    return RefusedRequest(
        "not_recognised",
        "Le code du groupe, le prénom et le code secret ne vont pas ensemble. Vérifie les trois, "
        "ou demande de l’aide à ton animateur ou ton animatrice.",
    )


def _name_taken(first_name: str) -> RefusedRequest:
    proposal = f"{first_name[: NAME_LENGTH - 3]} B."
    return RefusedRequest(
        "name_taken",
        f"Quelqu’un s’appelle déjà ainsi dans le groupe. Ajoute la première lettre de ton nom, comme « {proposal} ». "
        "Si c’est toi, reviens avec ton code secret.",
        {"field": "first_name", "proposal": proposal},
    )
