"""The private store: what one person keeps for themselves, what they show item by item, calls for help, erasure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID, uuid4, uuid5

from game_server.application.distress import distress_in
from game_server.application.people import Player, Staff
from game_server.application.ports import Clock
from game_server.application.ports_people import StaffStore
from game_server.application.refusals import RefusedRequest

HelpKind = Literal["help", "distress"]

KEY_LENGTH = 120
NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class HelpCall:
    """A call for help or an alert of distress, seen by the staff on duty only."""

    id: UUID
    structure: UUID
    group: UUID
    seat: UUID
    kind: HelpKind
    note: str | None
    opened_at: datetime
    claimed_by: UUID | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SharedValue:
    """One private value, as its owner chose to show it to one member of staff."""

    seat: UUID
    key: str
    value: object
    at: datetime


class PrivateStore(Protocol):
    """Private values, shares and calls for help; every method is one transaction within a structure."""

    async def put(self, owner: Player, values: Mapping[str, object], now: datetime, fact: str | None) -> None:
        """Write values, and leave the fact to tell in the same transaction."""
        ...

    async def values(self, owner: Player, prefix: str) -> Mapping[str, object]:
        """Return the owner's values whose key begins with `prefix`."""
        ...

    async def share(self, owner: Player, key: str, staff: UUID, now: datetime) -> bool:
        """Show one value, as it stands, to one member of staff; False when there is no such value."""
        ...

    async def unshare(self, owner: Player, key: str, staff: UUID) -> None: ...  # noqa: D102
    async def shares(self, owner: Player) -> Sequence[tuple[str, UUID]]: ...  # noqa: D102

    async def shared_with(self, structure: UUID, staff: UUID, seat: UUID | None) -> Sequence[SharedValue]:
        """Return what was shown to this person and has not changed since."""
        ...

    async def open_call(self, call: HelpCall) -> None:
        """Write a call; one that is there already stays as it is."""
        ...

    async def calls(self, structure: UUID) -> Sequence[HelpCall]: ...  # noqa: D102

    async def claim(self, structure: UUID, call: UUID, staff: UUID) -> UUID | None:
        """Take a call that nobody has; return who has it now, None when there is no such open call."""
        ...

    async def close_call(self, structure: UUID, call: UUID, now: datetime) -> bool: ...  # noqa: D102

    async def erase(self, structure: UUID, seat: UUID) -> Mapping[str, int] | None:
        """Erase what a person left behind; return the counts by name, None when there is no such seat."""
        ...


class Private:
    """Use cases of the private store. Every refusal is a RefusedRequest."""

    def __init__(self, store: PrivateStore, staff: StaffStore, *, clock: Clock) -> None:
        """Take the stores and the clock."""
        self._store, self._staff, self._clock = store, staff, clock

    async def keep(self, owner: Player, values: Mapping[str, object], *, fact: str | None = None) -> None:
        """Keep values of one's own, JSON each; `fact`, the JSON of a command, tells the group that it is done.

        A value that changes is shown to nobody until it is shared again.
        """
        owner.must_be_known()
        if not all(key and len(key) <= KEY_LENGTH and key.isprintable() for key in values):
            raise RefusedRequest("bad_key", "Cette réponse n’a pas pu être gardée. Recharge la page et réessaie.")
        await self._store.put(owner, values, self._clock.now(), fact)

    async def mine(self, owner: Player, prefix: str = "") -> Mapping[str, object]:
        """Return one's own values, on a known phone only."""
        owner.must_be_known()
        return await self._store.values(owner, prefix)

    async def share(self, owner: Player, key: str, staff: UUID) -> None:
        """Show one value to one member of staff, as it stands now."""
        owner.must_be_known()
        reader = await self._staff.staff(owner.structure, staff)
        if reader is None or reader.disabled_at is not None:
            raise RefusedRequest(
                "unknown_staff", "Cette personne n’est plus là. Choisis quelqu’un d’autre dans la liste."
            )
        if not await self._store.share(owner, key, staff, self._clock.now()):
            raise RefusedRequest("nothing_to_share", "Il n’y a rien à partager ici pour l’instant. Réponds d’abord.")

    async def unshare(self, owner: Player, key: str, staff: UUID) -> None:
        """Take a share back at once."""
        owner.must_be_known()
        await self._store.unshare(owner, key, staff)

    async def my_shares(self, owner: Player) -> Sequence[tuple[str, UUID]]:
        """Return what one shares: key and member of staff."""
        owner.must_be_known()
        return await self._store.shares(owner)

    async def shared_with(self, reader: Staff, seat: UUID | None = None) -> Sequence[SharedValue]:
        """Return what was shared with this very person, of one seat or of all."""
        return await self._store.shared_with(reader.structure, reader.id, seat)

    async def call_help(self, caller: Player, kind: HelpKind, note: str | None = None, *, key: str = "") -> UUID:
        """Open a call, from any phone. It is never an event of the game.

        With a `key` drawn by the phone, the same call sent again is the same call. A note with words of distress makes it one.
        """
        kept = note.strip()[:NOTE_LENGTH] if note else None
        grave: HelpKind = "distress" if distress_in(note) else kind
        number = uuid5(caller.seat, key) if key else uuid4()
        call = HelpCall(number, caller.structure, caller.group, caller.seat, grave, kept or None, self._clock.now())
        await self._store.open_call(call)
        return call.id

    async def hear(self, author: Player, value: object, key: str = "") -> bool:
        """Whether words of distress stand in what a player wrote; an adult on duty is then told at once, with those words.

        They go no further: whoever calls this passes them on to nobody.
        """
        words = distress_in(value)
        if words is None:
            return False
        await self.call_help(author, "distress", words, key=key)
        return True

    async def calls(self, reader: Staff) -> Sequence[HelpCall]:
        """Return the open calls of the structure, distress first, then the oldest; on duty only."""
        _must_be_on_duty(reader)
        return await self._store.calls(reader.structure)

    async def claim(self, reader: Staff, call: UUID) -> None:
        """Say « je m’en occupe »; a colleague who was first keeps it (`already_claimed`)."""
        _must_be_on_duty(reader)
        holder = await self._store.claim(reader.structure, call, reader.id)
        if holder is None:
            raise _unknown_call()
        if holder != reader.id:
            sentence = "Une personne de votre équipe s’en occupe déjà. Voyez avec elle."
            raise RefusedRequest("already_claimed", sentence, {"staff": str(holder)})

    async def close_call(self, reader: Staff, call: UUID) -> None:
        """Close a call; it is erased seven days later."""
        _must_be_on_duty(reader)
        if not await self._store.close_call(reader.structure, call, self._clock.now()):
            raise _unknown_call()

    async def erase(self, by: Player | Staff, seat: UUID | None = None) -> Mapping[str, int]:
        """« Effacer mes traces »: by the person on a known phone, or by a facilitator whom they asked.

        Erases the private values, the shares, the closed calls, the first name, the link to a real person, the words,
        the PIN, the card, the notices and the sessions; returns the counts. Appointments are asked for separately, and
        an open call stays until somebody has answered it. Copies in memory and in Redis are dropped by the caller.
        """
        if isinstance(by, Player):
            by.must_be_known()
            target: UUID | None = by.seat
        else:
            by.must_be("facilitator")
            target = seat
        counts = await self._store.erase(by.structure, target) if target else None
        if counts is None:
            raise RefusedRequest("unknown_seat", "Cette place n’est pas dans votre structure. Rechargez le groupe.")
        return counts


def _must_be_on_duty(reader: Staff) -> None:
    if not reader.on_duty:
        raise RefusedRequest("not_on_duty", "Prenez la garde pour voir les appels à l’aide et y répondre.")


def _unknown_call() -> RefusedRequest:
    return RefusedRequest("unknown_call", "Cet appel est déjà terminé, ou n’est pas dans votre structure.")
