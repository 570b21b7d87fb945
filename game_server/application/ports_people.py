"""What the use cases about people ask of the outside: luck, hashing, and stores on SQL.

Every store method is one transaction. A method that takes `structure` sees the rows of that structure only; the few
without it serve those who have shown nothing yet but a code, a name or a token.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from game_server.application import ports
from game_server.application.people import (
    DeviceNotice,
    Door,
    Fact,
    Group,
    OneTimeCode,
    PersonLink,
    Seat,
    SessionRow,
    Site,
    Staff,
    Stay,
    Structure,
)

Redeemed = Literal["done", "code_gone", "email_taken"]


class Luck(ports.Luck, Protocol):
    """Randomness fit for secrets too; `seed` is from 0 to 2**63 - 1, what a bigint holds."""

    def token(self, size: int) -> str:
        """Return `size` random bytes in lower-case hexadecimal."""
        ...


class Hasher(Protocol):
    """A slow hash for passwords and PINs, off the event loop and never too many at once."""

    async def hash(self, secret: str) -> str:
        """Return a salted hash of `secret`."""
        ...

    async def verify(self, secret: str, stored: str | None) -> bool:
        """Tell whether `stored` is a hash of `secret`; None takes as long and answers False."""
        ...


class StaffStore(Protocol):
    """Structures, their sites, staff and one-time codes."""

    async def add_structure(self, structure: Structure, site: Site) -> None: ...  # noqa: D102
    async def structure(self, structure: UUID) -> Structure | None: ...  # noqa: D102
    async def sites(self, structure: UUID) -> Sequence[Site]: ...  # noqa: D102
    async def add_site(self, site: Site) -> None: ...  # noqa: D102
    async def staff_of(self, structure: UUID) -> Sequence[Staff]: ...  # noqa: D102
    async def staff(self, structure: UUID, staff: UUID) -> Staff | None: ...  # noqa: D102

    async def by_email(self, email: str) -> tuple[Staff, str] | None:
        """Return the account that is not disabled and its password's hash."""
        ...

    async def add_code(self, code: OneTimeCode) -> None: ...  # noqa: D102

    async def code(self, code_hash: str, now: datetime) -> OneTimeCode | None:
        """Return a code that is unused and alive, without using it."""
        ...

    async def redeem_for_account(
        self, code_hash: str, now: datetime, staff: Staff, password_hash: str, session: SessionRow
    ) -> Redeemed:
        """Use the code, write the account and open its session, all or nothing.

        Using one code of a first account voids the structure's others.
        """
        ...

    async def redeem_for_password(self, code_hash: str, now: datetime, password_hash: str, session: SessionRow) -> bool:
        """Use the code, set the password of its subject, close the subject's other sessions, open this one."""
        ...

    async def set_on_duty(self, structure: UUID, staff: UUID, on_duty: bool, phone: str | None) -> None: ...  # noqa: D102

    async def disable(self, structure: UUID, staff: UUID, now: datetime) -> bool:
        """Close an account and all its sessions."""
        ...


class SessionStore(Protocol):
    """Sessions by the sha256 of their token."""

    async def open(self, session: SessionRow) -> None: ...  # noqa: D102

    async def find(self, token_hash: str) -> SessionRow | None:
        """Return the session, over or not: an old one still proves a known phone."""
        ...

    async def renew(self, token_hash: str, expires_at: datetime) -> None: ...  # noqa: D102

    async def end(self, token_hash: str, now: datetime) -> None:
        """Close a session; its row stays as the memory of a known device."""
        ...

    async def revoke(self, structure: UUID, subject: UUID) -> int:
        """Forget every session of a subject, and the devices with them; return how many."""
        ...


class PaceStore(Protocol):
    """How fast somebody may try again, by a hashed key."""

    async def take(self, key: str, now: datetime) -> datetime | None:
        """Count one try ahead of its outcome. Return None when it may go on, else the moment of the next one."""
        ...

    async def clear(self, key: str) -> None: ...  # noqa: D102


class GroupStore(Protocol):
    """Groups, doors, attendance and the facts to tell."""

    async def add(self, group: Group) -> bool:
        """Write a group; False when its code is taken."""
        ...

    async def remove(self, structure: UUID, group: UUID) -> None:
        """Take back a group without seats."""
        ...

    async def group(self, structure: UUID, group: UUID) -> Group | None: ...  # noqa: D102
    async def groups(self, structure: UUID) -> Sequence[Group]: ...  # noqa: D102
    async def by_code(self, group_code: str) -> Group | None: ...  # noqa: D102
    async def end(self, structure: UUID, group: UUID, now: datetime) -> None: ...  # noqa: D102
    async def door(self, structure: UUID, group: UUID) -> Door | None: ...  # noqa: D102

    async def set_door(self, door: Door) -> bool:
        """Write a group's only door; False when another door has its code."""
        ...

    async def close_door(self, structure: UUID, group: UUID) -> None: ...  # noqa: D102
    async def by_door(self, code: str, now: datetime) -> Group | None: ...  # noqa: D102
    async def arrive(self, structure: UUID, group: UUID, seat: UUID, day: int, at: datetime) -> None: ...  # noqa: D102
    async def leave(self, structure: UUID, seat: UUID, at: datetime) -> None: ...  # noqa: D102
    async def attendance(self, structure: UUID, group: UUID) -> Sequence[Stay]: ...  # noqa: D102
    async def untold(self, limit: int) -> Sequence[Fact]: ...  # noqa: D102
    async def told(self, fact: UUID, at: datetime) -> None: ...  # noqa: D102


class SeatStore(Protocol):
    """Seats and the ways into them."""

    async def add(self, seat: Seat, name_key: str, pin_hash: str, session: SessionRow) -> bool:
        """Write a seat and its first session; False when the group has this name already."""
        ...

    async def remove(self, structure: UUID, seat: UUID) -> None:
        """Take back a seat that its group never heard of, and its sessions."""
        ...

    async def seats(self, structure: UUID, group: UUID) -> Sequence[Seat]: ...  # noqa: D102
    async def seat(self, structure: UUID, seat: UUID) -> Seat | None: ...  # noqa: D102
    async def name_key(self, structure: UUID, seat: UUID) -> str | None: ...  # noqa: D102

    async def by_name(self, group: UUID, name_key: str) -> tuple[Seat, str | None] | None:
        """Return a seat and the hash of its PIN."""
        ...

    async def set_pin(self, structure: UUID, seat: UUID, pin_hash: str) -> None: ...  # noqa: D102

    async def set_card(self, structure: UUID, seat: UUID, card_hash: str | None) -> int:
        """Replace or revoke the card, and forget the sessions it opened; return how many."""
        ...

    async def by_card(self, card_hash: str) -> Seat | None: ...  # noqa: D102

    async def enter(self, session: SessionRow, notice: DeviceNotice | None) -> None:
        """Open a session and leave its « nouvel appareil »."""
        ...

    async def enter_by_code(
        self, code_hash: str, now: datetime, session: SessionRow, notice: DeviceNotice | None
    ) -> bool:
        """Use a one-time code of purpose `device` and open the session; False when the code is gone."""
        ...

    async def link(self, structure: UUID, seat: UUID, person: PersonLink) -> None: ...  # noqa: D102
    async def notices(self, structure: UUID, group: UUID) -> Sequence[DeviceNotice]: ...  # noqa: D102
    async def notices_of(self, structure: UUID, seat: UUID, since: datetime) -> Sequence[DeviceNotice]: ...  # noqa: D102
    async def see_notice(self, structure: UUID, notice: UUID, now: datetime) -> None: ...  # noqa: D102
