"""The people of a structure and what belongs to them, as plain records. Times are UTC; ids are uuid4."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from game_server.application.refusals import RefusedRequest

StaffRole = Literal["facilitator", "counsellor", "manager"]
CodePurpose = Literal["first_staff", "invite", "password", "device"]
WayIn = Literal["join", "pin", "card", "device", "password", "code", "key"]

ERASED = "effacé"


@dataclass(frozen=True, slots=True)
class Structure:
    """One Mission Locale. `holiday_profile` names a calendar of public holidays, such as `metropole`."""

    id: UUID
    name: str
    time_zone: str
    holiday_profile: str


@dataclass(frozen=True, slots=True)
class Site:
    """One address of a structure."""

    id: UUID
    structure: UUID
    name: str
    address: str
    time_zone: str
    holiday_profile: str


@dataclass(frozen=True, slots=True)
class Staff:
    """One adult who works there. Never holds the password's hash."""

    id: UUID
    structure: UUID
    name: str
    email: str
    roles: frozenset[StaffRole]
    on_duty: bool
    on_call_phone: str | None
    disabled_at: datetime | None

    def must_be(self, *roles: StaffRole) -> None:
        """Refuse with `role_missing` unless this person has one of `roles`."""
        if not self.roles.intersection(roles):
            raise RefusedRequest(
                "role_missing",
                "Votre compte n’ouvre pas cette action. Demandez à une personne responsable de vous en donner le rôle.",
                {"roles": list(roles)},
            )


@dataclass(frozen=True, slots=True)
class Player:
    """One seat at the other end of a session. `known` is false on a phone that only a PIN opened."""

    structure: UUID
    group: UUID
    seat: UUID
    known: bool
    since: datetime | None = field(default=None, compare=False)
    """When this session began; None where nobody asks."""

    def must_be_known(self) -> None:
        """Refuse with `known_phone_needed` on a phone that only a PIN opened."""
        if not self.known:
            raise RefusedRequest(
                "known_phone_needed",
                "Cette page n’est qu’à toi : ouvre-la sur ton téléphone habituel ou avec ta carte, "
                "ou demande un QR à ton animateur ou ton animatrice.",
            )


@dataclass(frozen=True, slots=True)
class Group:
    """One group of seats and the edition it plays. `group_code` brings its players back for as long as it lives."""

    id: UUID
    structure: UUID
    site: UUID
    name: str
    pack: str
    edition: str
    first_day: date
    time_zone: str
    seed: int
    group_code: str
    created_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """A group's door held open: its `code` joins until `expires_at`."""

    group: UUID
    structure: UUID
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PersonLink:
    """The real person behind a seat, known to the staff of the structure only. `referent` is a counsellor or None."""

    surname: str | None = None
    file_number: str | None = None
    phone: str | None = None
    referent: UUID | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """One young person's place in a group, as staff may read it."""

    id: UUID
    structure: UUID
    group: UUID
    first_name: str
    has_card: bool
    created_at: datetime
    person: PersonLink = field(default_factory=PersonLink)


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """A code that works once: only the sha256 of what was shown is kept. `subject` is a staff member or a seat."""

    code_hash: str
    structure: UUID
    purpose: CodePurpose
    expires_at: datetime
    subject: UUID | None = None
    roles: frozenset[StaffRole] = frozenset()


@dataclass(frozen=True, slots=True)
class SessionRow:
    """An open session; `subject` is a seat for a player, a staff member otherwise."""

    token_hash: str
    structure: UUID
    role: Literal["player", "staff"]
    subject: UUID
    group: UUID | None
    known: bool
    way: WayIn
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class DeviceNotice:
    """« Nouvel appareil »: a phone not seen before opened this seat."""

    id: UUID
    structure: UUID
    group: UUID
    seat: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch of presence of a seat on a day of the game; `left` is None while it lasts."""

    seat: UUID
    day: int
    arrived: datetime
    left: datetime | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that SQL knows and the group must be told; `fact` is the JSON of the command that tells it."""

    id: UUID
    structure: UUID
    group: UUID
    fact: str
