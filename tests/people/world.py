"""A small world for the tests of people: real stores, a clock that is set by hand, luck that can be repeated."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from game_server.adapters.argon2.hasher import Argon2
from game_server.adapters.postgres.people import PostgresStaff
from game_server.adapters.postgres.people_groups import PostgresGroups
from game_server.adapters.postgres.people_seats import PostgresSeats
from game_server.adapters.postgres.people_sessions import PostgresPaces, PostgresSessions
from game_server.adapters.postgres.private import PostgresPrivate
from game_server.adapters.postgres.session import Database
from game_server.application.accounts import Accounts, Founded, Opened
from game_server.application.admission import Admission, Entered
from game_server.application.groups import Groups, NewGroup
from game_server.application.people import Door, Group, Staff, StaffRole
from game_server.application.private import Private
from game_server.application.refusals import RefusedRequest

PASSWORD = "un train pour demain"
PIN = "402917"


@dataclass
class HandClock:
    """A clock that stands still until a test moves it."""

    at: datetime = datetime(2027, 3, 22, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


@dataclass
class SeededLuck:
    """Luck that gives the same after the same seed."""

    random: Random = field(default_factory=lambda: Random(7))

    def token(self, size: int) -> str:
        return self.random.randbytes(size).hex()

    def seed(self) -> int:
        return self.random.getrandbits(63)


class World:
    """Every use case about people over one database."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock, self.luck = database, HandClock(), SeededLuck()
        self.alarms: list[tuple[str, int]] = []
        self.staff_store, self.sessions = PostgresStaff(database), PostgresSessions(database)
        self.paces, self.group_store, self.seat_store = (
            PostgresPaces(database),
            PostgresGroups(database),
            PostgresSeats(database),
        )
        hasher = Argon2(time_cost=1, memory_kib=1024)
        self.accounts = Accounts(
            self.staff_store, self.sessions, self.paces, hasher=hasher, clock=self.clock, luck=self.luck
        )
        self.groups = Groups(self.group_store, self.seat_store, self.staff_store, clock=self.clock, luck=self.luck)
        self.admission = Admission(
            self.group_store,
            self.seat_store,
            self.staff_store,
            self.sessions,
            self.paces,
            hasher=hasher,
            clock=self.clock,
            luck=self.luck,
            alarm=lambda kind, count: self.alarms.append((kind, count)),
        )
        self.private = Private(PostgresPrivate(database), self.staff_store, clock=self.clock)

    async def found(self, name: str = "Lille") -> Founded:
        return await self.accounts.found(
            name, address="5 rue des Lilas", time_zone="Europe/Paris", holiday_profile="metropole"
        )

    async def first_account(self, founded: Founded, email: str = "lea@exemple.fr") -> Opened:
        return await self.accounts.open_account(founded.code, name="Léa Morel", email=email, password=PASSWORD)

    async def colleague(self, by: Staff, email: str, *roles: StaffRole) -> Opened:
        code = await self.accounts.invite(by, frozenset(roles))
        return await self.accounts.open_account(code, name="Karim Haddad", email=email, password=PASSWORD)

    async def house(self, name: str = "Lille") -> "House":
        founded = await self.found(name)
        staff = (await self.first_account(founded, f"{name.lower()}@exemple.fr")).staff
        group = await self.groups.create(staff, new_group(founded))
        return House(self, founded, staff, group, await self.groups.open_door(staff, group.id))


@dataclass
class House:
    """A structure with one member of staff who has every role, a group, and its door open."""

    world: World
    founded: Founded
    staff: Staff
    group: Group
    door: Door

    async def join(self, first_name: str = "Inaya", pin: str = PIN) -> Entered:
        return await self.world.admission.join(self.door.code, first_name, pin)

    async def come_back(self, first_name: str = "Inaya", pin: str = PIN, *old_tokens: str) -> Entered:
        return await self.world.admission.come_back(self.group.group_code, first_name, pin, old_tokens=old_tokens)


def new_group(founded: Founded, name: str = "Groupe de mars") -> NewGroup:
    return NewGroup(founded.site.id, name, "prologue", "1", date(2027, 3, 22))


async def guess(house: House, pin: str = "518203", first_name: str = "Inaya") -> str:
    """Try a PIN on an unknown phone; return the refusal's code, or « in »."""
    try:
        await house.come_back(first_name, pin)
    except RefusedRequest as refusal:
        return refusal.code
    return "in"
