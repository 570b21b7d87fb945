"""Staff accounts and everybody's sessions: the first account, sign-in, invitations, who is at the other end."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from game_server.application.pace import pace_key, take_a_try
from game_server.application.people import (
    CodePurpose,
    OneTimeCode,
    Player,
    SessionRow,
    Site,
    Staff,
    StaffRole,
    Structure,
    WayIn,
)
from game_server.application.ports import Clock
from game_server.application.ports_people import Hasher, Luck, PaceStore, SessionStore, StaffStore
from game_server.application.refusals import RefusedRequest
from game_server.application.ways_in import ONE_TIME_BYTES, TOKEN_BYTES, hashed

FIRST_CODE_LASTS = timedelta(hours=24)
INVITATION_LASTS = timedelta(days=7)
STAFF_IDLE = timedelta(hours=12)
STAFF_AT_MOST = timedelta(days=7)
PLAYER_IDLE = timedelta(days=60)
PLAYER_AT_MOST = timedelta(days=365)
PASSWORD_LENGTHS = range(12, 129)
DIFFERENT_SIGNS = 5
EMAIL_LENGTH = 254
ALL_ROLES: frozenset[StaffRole] = frozenset(("facilitator", "counsellor", "manager"))


@dataclass(frozen=True, slots=True)
class Opened:
    """A session just opened: `token` goes into the cookie and is kept nowhere on the server."""

    token: str
    expires_at: datetime
    staff: Staff


@dataclass(frozen=True, slots=True)
class Founded:
    """A new structure, its first site, and the code, to be shown once, of its first account."""

    structure: Structure
    site: Site
    code: str


class Accounts:
    """Use cases of accounts. Every refusal is a RefusedRequest."""

    def __init__(
        self,
        staff: StaffStore,
        sessions: SessionStore,
        paces: PaceStore,
        *,
        hasher: Hasher,
        clock: Clock,
        luck: Luck,
    ) -> None:
        """Take the stores and the outside world."""
        self._staff, self._sessions, self._paces = staff, sessions, paces
        self._hasher, self._clock, self._luck = hasher, clock, luck

    async def found(self, name: str, *, address: str, time_zone: str, holiday_profile: str) -> Founded:
        """Create a structure and its first site; the code opens its first account within 24 hours."""
        structure = Structure(uuid4(), name, time_zone, holiday_profile)
        site = Site(uuid4(), structure.id, name, address, time_zone, holiday_profile)
        await self._staff.add_structure(structure, site)
        return Founded(structure, site, await self.first_code(structure.id))

    async def first_code(self, structure: UUID) -> str:
        """Return a new code for the first account; refuse with `already_founded` once somebody has one."""
        if await self._staff.staff_of(structure):
            raise RefusedRequest(
                "already_founded",
                "Cette structure a déjà un compte. Demandez une invitation à sa personne responsable.",
            )
        return await self._issue("first_staff", structure, FIRST_CODE_LASTS, roles=ALL_ROLES)

    async def invite(self, by: Staff, roles: frozenset[StaffRole]) -> str:
        """Return a code, good for seven days, with which a colleague opens an account; a manager's act."""
        by.must_be("manager")
        if not roles or not roles <= ALL_ROLES:
            raise RefusedRequest(
                "bad_roles", "Choisissez au moins un rôle pour la personne invitée.", {"field": "roles"}
            )
        return await self._issue("invite", by.structure, INVITATION_LASTS, roles=roles)

    async def password_code(self, by: Staff, staff: UUID) -> str:
        """Return a code with which a colleague chooses a new password; a manager's act."""
        by.must_be("manager")
        colleague = await self._colleague(by, staff)
        return await self._issue("password", by.structure, FIRST_CODE_LASTS, subject=colleague.id)

    async def read_code(self, code: str) -> OneTimeCode:
        """Tell what a code is for without using it, so that a link preview consumes nothing; `code_gone` otherwise."""
        found = await self._staff.code(hashed(code), self._clock.now())
        if found is None:
            raise _code_gone()
        return found

    async def open_account(self, code: str, *, name: str, email: str, password: str) -> Opened:
        """Use the code of a first account or an invitation; of two who use it at once, one wins."""
        found = await self.read_code(code)
        if found.purpose not in ("first_staff", "invite"):
            raise _code_gone()
        address = checked_email(email)
        staff = Staff(uuid4(), found.structure, _checked_name(name), address, found.roles, False, None, None)
        password_hash = await self._hasher.hash(checked_password(password, address))
        now = self._clock.now()
        token, session = self._session(staff, "code", now)
        outcome = await self._staff.redeem_for_account(found.code_hash, now, staff, password_hash, session)
        if outcome == "email_taken":
            raise RefusedRequest(
                "email_taken", "Cette adresse a déjà un compte. Connectez-vous avec elle.", {"field": "email"}
            )
        if outcome == "code_gone":
            raise _code_gone()
        return Opened(token, session.expires_at, staff)

    async def change_password(self, code: str, password: str) -> Opened:
        """Use a password code: the new password stands, every other session is closed and the pace is free again."""
        found = await self.read_code(code)
        staff = await self._staff.staff(found.structure, found.subject) if found.subject else None
        if found.purpose != "password" or staff is None:
            raise _code_gone()
        password_hash = await self._hasher.hash(checked_password(password, staff.email))
        now = self._clock.now()
        token, session = self._session(staff, "code", now)
        if not await self._staff.redeem_for_password(found.code_hash, now, password_hash, session):
            raise _code_gone()
        await self._paces.clear(pace_key("staff", staff.email))
        return Opened(token, session.expires_at, staff)

    async def sign_in(self, email: str, password: str, *, old_token: str | None = None) -> Opened:
        """Open a session with e-mail and password.

        `old_token`, a past session of this browser, proves a device of the account: its pace is its own, so a stranger
        who fails elsewhere never slows it. An unknown e-mail takes as long and is slowed as a known one.
        """
        address, now = email.strip().casefold()[:EMAIL_LENGTH], self._clock.now()
        found = await self._staff.by_email(address)
        key = pace_key("staff", address)
        if found and await self._is_device_of(found[0], old_token):
            key = pace_key("staff", address, hashed(old_token or ""))
        await take_a_try(
            self._paces, key, now, "Trop d’essais à la suite. Attendez {wait}, puis réessayez, ou demandez un code."
        )
        if not await self._hasher.verify(normal(password), found[1] if found else None) or found is None:
            raise RefusedRequest("wrong_password", "L’adresse ou le mot de passe ne convient pas. Vérifiez les deux.")
        await self._paces.clear(key)
        return await self.open_session(found[0], "password")

    async def open_session(self, staff: Staff, way: WayIn) -> Opened:
        """Open a session of a member of staff who has proved who they are by `way`."""
        token, session = self._session(staff, way, self._clock.now())
        await self._sessions.open(session)
        return Opened(token, session.expires_at, staff)

    async def who(self, token: str) -> Player | Staff | None:
        """Tell who is at the other end of a session, or None; renews it when half of its idle time has passed."""
        now = self._clock.now()
        session = await self._sessions.find(hashed(token))
        if session is None or session.expires_at <= now:
            return None
        if session.role == "player" and session.group is not None:
            await self._renew(session, now, PLAYER_IDLE, PLAYER_AT_MOST)
            return Player(session.structure, session.group, session.subject, session.known, session.created_at)
        staff = await self._staff.staff(session.structure, session.subject)
        if staff is None or staff.disabled_at is not None:
            return None
        await self._renew(session, now, STAFF_IDLE, STAFF_AT_MOST)
        return staff

    async def sign_out(self, token: str) -> None:
        """Close this session; the browser stays a known device."""
        await self._sessions.end(hashed(token), self._clock.now())

    async def colleagues(self, by: Staff) -> list[Staff]:
        """List the staff of the same structure."""
        return list(await self._staff.staff_of(by.structure))

    async def sites(self, by: Staff) -> list[Site]:
        """List the sites of the same structure."""
        return list(await self._staff.sites(by.structure))

    async def go_on_duty(self, by: Staff, *, on_duty: bool, phone: str | None = None) -> None:
        """Take or leave the duty of answering calls for help; `phone` is shown to players as the on-call number."""
        await self._staff.set_on_duty(by.structure, by.id, on_duty, phone)

    async def disable(self, by: Staff, staff: UUID) -> None:
        """Close a colleague's account and sessions at once; a manager's act, never on oneself."""
        by.must_be("manager")
        if staff == by.id:
            raise RefusedRequest("not_oneself", "Demandez à une autre personne responsable de fermer votre compte.")
        colleague = await self._colleague(by, staff)
        await self._staff.disable(by.structure, colleague.id, self._clock.now())

    async def _colleague(self, by: Staff, staff: UUID) -> Staff:
        colleague = await self._staff.staff(by.structure, staff)
        if colleague is None:
            raise RefusedRequest("unknown_staff", "Cette personne n’est pas dans votre structure. Rechargez la liste.")
        return colleague

    async def _issue(
        self,
        purpose: CodePurpose,
        structure: UUID,
        lasts: timedelta,
        *,
        subject: UUID | None = None,
        roles: frozenset[StaffRole] = frozenset(),
    ) -> str:
        code = self._luck.token(ONE_TIME_BYTES)
        expires_at = self._clock.now() + lasts
        await self._staff.add_code(OneTimeCode(hashed(code), structure, purpose, expires_at, subject, roles))
        return code

    async def _is_device_of(self, staff: Staff, old_token: str | None) -> bool:
        session = await self._sessions.find(hashed(old_token)) if old_token else None
        return session is not None and session.subject == staff.id

    def _session(self, staff: Staff, way: WayIn, now: datetime) -> tuple[str, SessionRow]:
        token = self._luck.token(TOKEN_BYTES)
        expires_at = now + STAFF_IDLE
        return token, SessionRow(hashed(token), staff.structure, "staff", staff.id, None, True, way, now, expires_at)

    async def _renew(self, session: SessionRow, now: datetime, idle: timedelta, at_most: timedelta) -> None:
        if session.expires_at - now < idle / 2:
            await self._sessions.renew(session.token_hash, min(now + idle, session.created_at + at_most))


def normal(password: str) -> str:
    """Return a password as it is hashed: the same signs from any keyboard."""
    return unicodedata.normalize("NFC", password)


def checked_password(password: str, email: str) -> str:
    """Return a password in NFC of 12 to 128 signs, five of them different; `weak_password` otherwise."""
    secret = normal(password)
    local = email.partition("@")[0]
    too_close = len(local) >= DIFFERENT_SIGNS and local in secret.casefold()
    if len(secret) not in PASSWORD_LENGTHS or len(set(secret)) < DIFFERENT_SIGNS or too_close:
        raise RefusedRequest(
            "weak_password",
            "Choisissez un mot de passe de 12 signes ou plus, sans votre adresse : une courte phrase convient bien.",
            {"field": "password"},
        )
    return secret


def checked_email(email: str) -> str:
    """Return an e-mail address in lower case, or raise RefusedRequest `bad_email`."""
    address = email.strip().casefold()
    before, at, after = address.rpartition("@")
    if (
        not (before and at and "." in after)
        or len(address) > EMAIL_LENGTH
        or not address.isprintable()
        or " " in address
    ):
        raise RefusedRequest(
            "bad_email", "Écrivez une adresse e-mail complète, comme prenom@exemple.fr.", {"field": "email"}
        )
    return address


def _checked_name(name: str) -> str:
    shown = unicodedata.normalize("NFC", name).strip()
    if not shown or len(shown) > 80 or not shown.isprintable():  # noqa: PLR2004 - what a list can show
        raise RefusedRequest("bad_name", "Écrivez votre nom en 80 signes au plus.", {"field": "name"})
    return shown


def _code_gone() -> RefusedRequest:
    return RefusedRequest("code_gone", "Ce code a déjà servi ou n’est plus valable. Demandez-en un nouveau.")
