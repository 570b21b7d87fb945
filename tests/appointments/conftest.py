"""Appointments on real servers: a Mission Locale, its mailbox, its calendar server."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from game_server.adapters.caldav.local_server import LocalCalendarServer
from game_server.adapters.caldav.wire import CalendarWire
from game_server.adapters.postgres.appointments import SqlAppointmentStore
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.session import Database
from game_server.adapters.smtp.local_mailbox import LocalMailbox
from game_server.application.appointments.words import Place
from tests.appointments.desks import Desk
from tests.appointments.house import House, MovableClock, settle_in


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def mailbox(tmp_path: Path) -> AsyncIterator[LocalMailbox]:
    async with LocalMailbox(tmp_path / "mail") as running:
        yield running


@pytest.fixture
async def radicale(tmp_path: Path) -> AsyncIterator[LocalCalendarServer]:
    async with LocalCalendarServer(tmp_path / "calendars", {"nadia": "pass-word", "omar": "other"}) as running:
        yield running


@pytest.fixture
async def desk(house: House, radicale: LocalCalendarServer) -> AsyncIterator[Desk]:
    account = await radicale.make_calendar("nadia", "work")
    counsellor = await house.new_counsellor(account=account)
    async with httpx.AsyncClient(auth=(account.user, account.password), trust_env=False) as http:
        yield Desk(house, counsellor, account, http)


@pytest.fixture
async def wire() -> AsyncIterator[CalendarWire]:
    wire = CalendarWire()
    yield wire
    await wire.close()


@pytest.fixture
def make_house(
    database: Database, clock: MovableClock, wire: CalendarWire, mailbox: LocalMailbox
) -> Callable[..., object]:
    async def make(time_zone: str = "Europe/Paris", profile: str = "metropole") -> House:
        structure = uuid4()
        place = Place(uuid4(), "Mission Locale", "5 boulevard du Maréchal, Lille", time_zone, profile)
        house = House(
            database,
            structure,
            place,
            clock,
            wire,
            mailbox,
            SqlAppointmentStore(database, SecretBox("a secret for tests")),
        )
        await settle_in(house)
        return house

    return make


@pytest.fixture
async def house(make_house: Callable[..., object]) -> House:
    return await make_house()
