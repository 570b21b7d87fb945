"""The little world of the demonstration: a structure, its site, a facilitator, two counsellors and their calendars."""

from dataclasses import dataclass
from datetime import time, timedelta
from uuid import UUID, uuid4

from game_server.adapters.caldav.local_server import LocalCalendarServer
from game_server.application.accounts import Accounts
from game_server.application.appointments.availability import CounsellorAvailability
from game_server.application.appointments.slots import Opening, Terms
from game_server.application.appointments.words import Channel, Counsellor, Place
from game_server.application.people import Site, Staff, StaffRole

PASSWORD = "une phrase assez longue pour la démonstration"  # noqa: S105 - a throw-away account on loopback
FACILITATOR, ON_CALL = "Bahia Meziane", "03 20 00 00 00"
COUNSELLORS = ("Karim Delattre", "Odile Vanacker")
WEEKDAYS = range(5)
HALF_AN_HOUR = Terms(
    minutes=30,
    before=timedelta(0),
    after=timedelta(0),
    step=timedelta(minutes=30),
    min_notice=timedelta(hours=24),
    max_ahead=timedelta(days=21),
    daily_cap=None,
)
MORNING, AFTERNOON = (time(9), time(12)), (time(14), time(17))


@dataclass(frozen=True, slots=True)
class World:
    """Who is there. Every run of the demonstration founds its own, so that it finds free slots."""

    structure: UUID
    site: Site
    facilitator: Staff
    counsellors: tuple[Staff, ...]


async def found_world(
    accounts: Accounts, availability: CounsellorAvailability, calendars: LocalCalendarServer
) -> World:
    """Found the structure, open the accounts, and say when the counsellors are free."""
    founded = await accounts.found(
        "Mission Locale de l’Estuaire",
        address="12, quai des Possibles",
        time_zone="Europe/Paris",
        holiday_profile="metropole",
    )
    run = uuid4().hex[:8]
    facilitator = await _open(accounts, founded.code, FACILITATOR, run)
    counsellors = []
    for name in COUNSELLORS:
        code = await accounts.invite(facilitator, frozenset[StaffRole]({"counsellor"}))
        staff = await _open(accounts, code, name, run)
        await _say_when_free(availability, calendars, founded.site, staff, run)
        counsellors.append(staff)
    await accounts.go_on_duty(facilitator, on_duty=True, phone=ON_CALL)
    return World(founded.structure.id, founded.site, facilitator, tuple(counsellors))


async def _open(accounts: Accounts, code: str, name: str, run: str) -> Staff:
    first, last = name.split(" ", 1)
    email = f"{first}.{last}.{run}@estuaire.example".lower()
    return (await accounts.open_account(code, name=name, email=email, password=PASSWORD)).staff


async def _say_when_free(
    availability: CounsellorAvailability, calendars: LocalCalendarServer, site: Site, staff: Staff, run: str
) -> None:
    user = f"{staff.name.split()[0].lower()}-{run}"
    account = await calendars.make_calendar(user, "rendez-vous")
    place = Place(site.id, site.name, site.address, site.time_zone, site.holiday_profile)
    counsellor = Counsellor(
        staff.id, staff.structure, staff.name, staff.email, Channel.CALDAV, place, HALF_AN_HOUR, account
    )
    await availability.save_calendar(counsellor)
    openings = [Opening(day, *hours) for day in WEEKDAYS for hours in (MORNING, AFTERNOON)]
    await availability.save_openings(staff.structure, staff.id, openings)
