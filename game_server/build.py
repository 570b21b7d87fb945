"""Puts one server process together: every adapter, every use case, and the tasks that run beside them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import structlog

from game_server.adapters.argon2.hasher import Argon2
from game_server.adapters.caldav.calendar import CaldavCalendar
from game_server.adapters.caldav.courier import CaldavCourier
from game_server.adapters.caldav.wire import CalendarWire
from game_server.adapters.imap.mailbox import ImapMailbox, MailAccount
from game_server.adapters.photos.darkroom import PillowDarkroom
from game_server.adapters.postgres.appointments import SqlAppointmentStore
from game_server.adapters.postgres.appointments_after import SqlDueReminders
from game_server.adapters.postgres.appointments_outbox import SqlOutgoing
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.errata import PostgresErrata
from game_server.adapters.postgres.hours import PostgresCorrections
from game_server.adapters.postgres.journal import PostgresJournal
from game_server.adapters.postgres.people import PostgresStaff
from game_server.adapters.postgres.people_groups import PostgresGroups
from game_server.adapters.postgres.people_seats import PostgresSeats
from game_server.adapters.postgres.people_sessions import PostgresPaces, PostgresSessions
from game_server.adapters.postgres.photos import PostgresPhotos
from game_server.adapters.postgres.private import PostgresPrivate
from game_server.adapters.postgres.retention import PostgresRetention
from game_server.adapters.postgres.session import Database
from game_server.adapters.postgres.training import PostgresTraining
from game_server.adapters.redis.live import RedisLive
from game_server.adapters.sms.gateway import Gateway, SmsCourier
from game_server.adapters.smtp.courier import MailServer, SmtpCourier
from game_server.adapters.system.clock_and_luck import SystemClock, SystemLuck
from game_server.adapters.typst.printer import TypstPrinter
from game_server.application.accounts import Accounts
from game_server.application.admission import Admission
from game_server.application.appointments.availability import CounsellorAvailability
from game_server.application.appointments.booking import Appointments
from game_server.application.appointments.calendars import CalendarReader
from game_server.application.appointments.desk import CounsellorDesk
from game_server.application.appointments.feed import Feed
from game_server.application.appointments.handing_over import HandingOver
from game_server.application.appointments.letters import Letterhead
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.offers import OfferSigner
from game_server.application.appointments.outbox import Outbox
from game_server.application.appointments.reminders import ReminderWay
from game_server.application.appointments.reminding import Reminding
from game_server.application.appointments.replies import ReplyReader
from game_server.application.appointments.sending import Courier
from game_server.application.appointments.words import Channel
from game_server.application.attendance import Attendance
from game_server.application.board import Board
from game_server.application.codec import Codec
from game_server.application.directory import Directory
from game_server.application.errata import Errata
from game_server.application.facts import FactTeller
from game_server.application.game import Game
from game_server.application.groups import Groups
from game_server.application.hours.hours import Hours
from game_server.application.live_groups import Library, LiveGroups
from game_server.application.papers.papers import Papers, Sources
from game_server.application.photos import Photos
from game_server.application.plug_ins import find_kinds, find_rewards
from game_server.application.private import Private
from game_server.application.retention import purge
from game_server.application.staff_keys import StaffKeys
from game_server.application.texts import Texts
from game_server.background import collect_at_quiet_times, running
from game_server.build_console import Console, House, console
from game_server.core.mission_kind import MissionKind
from game_server.core.rules import Rules
from game_server.entrypoints.parts import Access, Parts
from scenarios.compiler import load_packs

PACKS = Path(__file__).parent.parent / "scenarios" / "packs"
PAGES = Path(__file__).parent / "pages"
READ_CALENDARS_EVERY = 30.0
REMIND_EVERY = 60.0
HEAR_EVERY = 30.0
PURGE_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Wiring:
    """What one process is told: its stores, its addresses, its secret and its mail."""

    database_url: str
    redis_url: str
    access: Access
    secret: str
    mail: MailServer
    mail_name: str = "Éclats"
    staff_keys: bool = False
    replies: MailAccount | None = None
    """The mailbox that counsellors' calendars answer to; without it their answers are not heard."""
    texts: Gateway | None = None
    """Where text messages leave; without it nobody can choose them."""


def library_of(kinds: dict[str, MissionKind[Any, Any]], packs: Path = PACKS) -> Library:
    """The rules of every pack that is installed, by name and edition."""
    rewards = find_rewards()
    return {place: Rules(scenario, kinds, rewards) for place, scenario in load_packs(packs, kinds).items()}


@asynccontextmanager
async def server(wiring: Wiring, library: Library | None = None) -> AsyncIterator[Parts]:
    """One process, working: stores reached, background tasks running. `library` replaces the packs installed here."""
    library = library_of(find_kinds()) if library is None else library
    kinds = {name: kind for rules in library.values() for name, kind in rules.kinds.items()}
    rewards = {rule.name: rule for rules in library.values() for rule in rules.rewards}
    codec = Codec(kinds, tuple(rewards.values()))
    journal = PostgresJournal(wiring.database_url, codec)
    live = RedisLive(wiring.redis_url)
    async with AsyncExitStack() as leaving:
        await journal.start()
        leaving.push_async_callback(journal.close)
        epoch = await journal.epoch()
        await live.start(epoch)
        leaving.push_async_callback(live.close)
        database = Database(wiring.database_url)
        leaving.push_async_callback(database.close)
        wire = CalendarWire()
        leaving.push_async_callback(wire.close)
        game = Game(journal, live, codec, library, SystemClock(), SystemLuck())
        game.door.epoch = epoch
        people = _People(database, wiring)
        meetings = _Meetings(database, wire, wiring)
        parts, steering = _parts(database, wiring, game, people, meetings, Texts(kinds, rewards.values()))
        leaving.push_async_callback(parts.training.stop)
        facts = FactTeller(people.groups_store, game.play, codec, game.clock)
        collecting = partial(collect_at_quiet_times, game.is_quiet)
        workers = (
            *game.workers(),
            *steering.workers,
            parts.attendance.run,
            facts.run,
            *meetings.workers(),
            people.purge,
            collecting,
        )
        async with running(*workers):
            yield parts


def accounts_on(database: Database) -> Accounts:
    """The accounts alone, for the command that founds a structure."""
    staff, sessions, paces = PostgresStaff(database), PostgresSessions(database), PostgresPaces(database)
    return Accounts(staff, sessions, paces, hasher=Argon2(), clock=SystemClock(), luck=SystemLuck())


class _People:
    """Accounts, groups, ways in, the private store and its end of life."""

    def __init__(self, database: Database, wiring: Wiring) -> None:
        self._database = database
        clock, luck, hasher = SystemClock(), SystemLuck(), Argon2()
        staff, sessions, paces = PostgresStaff(database), PostgresSessions(database), PostgresPaces(database)
        seats = PostgresSeats(database)
        self.groups_store = PostgresGroups(database)
        self.errata_store = PostgresErrata(database)
        self.directory = Directory(self.groups_store, seats, staff)
        self.retention = PostgresRetention(database)
        self.accounts = Accounts(staff, sessions, paces, hasher=hasher, clock=clock, luck=luck)
        self.groups = Groups(self.groups_store, seats, staff, clock=clock, luck=luck)
        self.private = Private(PostgresPrivate(database), staff, clock=clock)
        self.keys = StaffKeys(self.accounts, luck) if wiring.staff_keys else None
        self.admission = Admission(
            self.groups_store, seats, staff, sessions, paces, hasher=hasher, clock=clock, luck=luck, alarm=_alarm
        )

    def errata(self, game: Game) -> Errata:
        """The answers accepted later, which reach the games."""
        return Errata(self.errata_store, self.groups_store, game.groups, game.journal, game.play, game.clock)

    def photos(self, groups: LiveGroups) -> Photos:
        """The photos, judged by what the group's step asks."""
        return Photos(PostgresPhotos(self._database), PillowDarkroom(), groups, clock=SystemClock())

    def hours(self, groups: LiveGroups) -> Hours:
        """Hours of presence, and their corrections."""
        database = self._database
        stores = (self.groups_store, PostgresSeats(database), PostgresStaff(database))
        return Hours(PostgresCorrections(database), self.groups, stores, groups, SystemClock())

    def papers(self, groups: LiveGroups) -> Papers:
        """The papers, printed in this process."""
        seats = PostgresSeats(self._database)
        sources = Sources(groups, self.directory, self.groups, seats, self.private, SystemClock())
        return Papers(TypstPrinter(), sources)

    async def purge(self) -> None:
        """Erase what has lived its time, each hour."""
        await purge(self.retention, datetime.now(UTC))
        await asyncio.sleep(PURGE_EVERY.total_seconds())


class _Meetings:
    """Appointments, their calendars and their mail."""

    def __init__(self, database: Database, wire: CalendarWire, wiring: Wiring) -> None:
        clock, box = SystemClock().now, SecretBox(wiring.secret)
        store, server_ = SqlAppointmentStore(database, box), CaldavCalendar(wire)
        host = urlsplit(wiring.access.public_url).hostname or "localhost"
        page = f"{wiring.access.public_url}/conseil"
        messages = Messages(Letterhead(wiring.mail.sender, wiring.mail_name, host, page))
        self.calendars = CalendarReader(store, server_, messages, clock)
        self.appointments = Appointments(store, OfferSigner(wiring.secret), self.calendars, messages, clock)
        self.desk = CounsellorDesk(store, server_, messages, clock)
        self.availability = CounsellorAvailability(store, server_, self.calendars, self.desk, clock)
        mails = (Channel.IMIP, Channel.NOTICE, Channel.EMAIL)
        couriers: dict[Channel, Courier] = {channel: SmtpCourier(wiring.mail) for channel in mails}
        couriers[Channel.CALDAV] = CaldavCourier(wire)
        ways = {ReminderWay.APP, ReminderWay.EMAIL}
        if wiring.texts is not None:
            couriers[Channel.SMS] = SmsCourier(wiring.texts)
            ways.add(ReminderWay.SMS)
        self.reminding = Reminding(store, SqlDueReminders(database), messages, clock, frozenset(ways))
        self.handing = HandingOver(store, messages, clock)
        self.feed = Feed(store, clock)
        inbox = None if wiring.replies is None else ImapMailbox(wiring.replies)
        self.replies = None if inbox is None else ReplyReader(store, inbox, messages, clock)
        self.outbox = Outbox(SqlOutgoing(database, box), couriers, clock)

    def workers(self) -> tuple[Any, ...]:
        """What runs beside."""
        return (self._send, self._read, self._remind) + (() if self.replies is None else (self._hear,))

    async def _send(self) -> None:
        await self.outbox.run(asyncio.Event())

    async def _read(self) -> None:
        await self.calendars.read_stale()
        await asyncio.sleep(READ_CALENDARS_EVERY)

    async def _remind(self) -> None:
        await self.reminding.run_once()
        await asyncio.sleep(REMIND_EVERY)

    async def _hear(self) -> None:
        if self.replies is not None:
            await self.replies.run_once()
        await asyncio.sleep(HEAR_EVERY)


def _parts(
    database: Database, wiring: Wiring, game: Game, people: _People, meetings: _Meetings, texts: Texts
) -> tuple[Parts, Console]:
    attendance = Attendance(game.play, game.groups, game.door, game.presence, game.live, people.groups, game.clock)
    photos = people.photos(game.groups)
    house = House(people.groups, people.admission, people.private, photos, attendance, meetings.appointments)
    steering = console(database, game, house)
    parts = Parts(
        access=wiring.access,
        pages=PAGES,
        library=game.library,
        codec=game.codec,
        texts=texts,
        play=game.play,
        live_groups=game.groups,
        door=game.door,
        attendance=attendance,
        accounts=people.accounts,
        admission=people.admission,
        groups=people.groups,
        directory=people.directory,
        board=Board(people.groups, PostgresTraining(database), game.groups, game.live, game.clock),
        errata=people.errata(game),
        private=people.private,
        photos=photos,
        papers=people.papers(game.groups),
        hours=people.hours(game.groups),
        team=steering.team,
        past=steering.past,
        safety=steering.safety,
        training=steering.training,
        appointments=meetings.appointments,
        desk=meetings.desk,
        availability=meetings.availability,
        reminding=meetings.reminding,
        handing=meetings.handing,
        feed=meetings.feed,
        clock=game.clock,
        keys=people.keys,
    )
    return parts, steering


def _alarm(_: str, count: int) -> None:
    structlog.get_logger().warning("many_wrong_codes", count=count)
