"""One Mission Locale, wired as the server wires it, under a clock that the test moves."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid4

from sqlalchemy import text

from game_server.adapters.caldav.calendar import CaldavCalendar
from game_server.adapters.caldav.courier import CaldavCourier
from game_server.adapters.caldav.wire import CalendarWire
from game_server.adapters.postgres.appointments import SqlAppointmentStore
from game_server.adapters.postgres.appointments_after import SqlDueReminders
from game_server.adapters.postgres.appointments_outbox import SqlOutgoing
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.people_tables import GroupRow, SeatRow, SiteRow, StaffRow, StructureRow
from game_server.adapters.postgres.session import Database
from game_server.adapters.smtp.courier import MailServer, SmtpCourier
from game_server.adapters.smtp.local_mailbox import LocalMailbox
from game_server.application.appointments.availability import CounsellorAvailability
from game_server.application.appointments.booking import Appointments
from game_server.application.appointments.calendars import CalendarReader
from game_server.application.appointments.desk import CounsellorDesk
from game_server.application.appointments.letters import Letterhead
from game_server.application.appointments.messages import Messages
from game_server.application.appointments.offers import OfferSigner
from game_server.application.appointments.outbox import Outbox
from game_server.application.appointments.reminders import ReminderWay
from game_server.application.appointments.reminding import Reminding
from game_server.application.appointments.slots import Opening
from game_server.application.appointments.words import MEETING, CaldavAccount, Channel, Counsellor, Place

NOW = datetime(2027, 3, 22, 8, 0, tzinfo=UTC)
HEAD = Letterhead("rendez-vous@lille.example", "Rendez-vous", "lille.example", "http://127.0.0.1/conseil")


@dataclass
class MovableClock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **length: float) -> None:
        self.now += timedelta(**length)


@dataclass
class House:
    """Everything wired as the server wires it."""

    database: Database
    structure: UUID
    place: Place
    clock: MovableClock
    wire: CalendarWire
    mailbox: LocalMailbox
    store: SqlAppointmentStore
    group: UUID = field(default_factory=uuid4)
    box: SecretBox = field(default_factory=lambda: SecretBox("a secret for tests"))

    def __post_init__(self) -> None:
        self.server = CaldavCalendar(self.wire)
        self.messages = Messages(HEAD)
        self.signer = OfferSigner("a secret for tests")
        self.calendars = CalendarReader(self.store, self.server, self.messages, self.clock)
        self.appointments = Appointments(self.store, self.signer, self.calendars, self.messages, self.clock)
        self.desk = CounsellorDesk(self.store, self.server, self.messages, self.clock)
        self.availability = CounsellorAvailability(self.store, self.server, self.calendars, self.desk, self.clock)
        self.outbox = self.outbox_to(self.mailbox.port)
        self.reminding = Reminding(
            self.store, SqlDueReminders(self.database), self.messages, self.clock, frozenset(ReminderWay)
        )

    def outbox_to(self, smtp_port: int) -> Outbox:
        mail = SmtpCourier(MailServer("127.0.0.1", smtp_port, HEAD.sender, security="none"))
        couriers = dict.fromkeys((Channel.IMIP, Channel.NOTICE, Channel.EMAIL), mail)
        couriers[Channel.CALDAV] = CaldavCourier(self.wire)
        return Outbox(SqlOutgoing(self.database, self.box), couriers, self.clock, jitter=lambda seconds: seconds)

    async def new_counsellor(
        self, name: str = "Nadia Ferrand", account: CaldavAccount | None = None, **changed: object
    ) -> Counsellor:
        """Add a counsellor who is there every weekday from 9 to 17, by CalDAV when given an account, else by mail."""
        counsellor = Counsellor(
            id=uuid4(),
            structure=self.structure,
            name=name,
            email=f"{uuid4().hex[:8]}@lille.example",
            channel=Channel.CALDAV if account else Channel.IMIP,
            place=self.place,
            terms=MEETING,
            account=account,
        )
        counsellor = replace(counsellor, **changed)
        async with self.database.within(self.structure) as session:
            session.add(
                StaffRow(
                    id=counsellor.id,
                    structure=self.structure,
                    name=name,
                    email=counsellor.email,
                    roles=["counsellor"],
                    password_hash="",
                    on_duty=False,
                    created_at=NOW,
                )
            )
        await self.availability.save_calendar(counsellor)
        hours = [Opening(weekday, time(9), time(17)) for weekday in range(5)]
        await self.availability.save_openings(self.structure, counsellor.id, hours)
        return counsellor

    async def new_seat(self, referent: Counsellor | None, first_name: str = "Inès") -> UUID:
        seat = uuid4()
        async with self.database.within(self.structure) as session:
            session.add(
                SeatRow(
                    id=seat,
                    structure=self.structure,
                    group_id=self.group,
                    first_name=first_name,
                    phone="+33600000000",
                    referent=referent and referent.id,
                    created_at=NOW,
                )
            )
        return seat

    async def first_offers(self, seat: UUID) -> list[str]:
        return [slot.token for slot in (await self.appointments.slots(self.structure, seat)).slots]

    async def query(self, sql: str, **values: object) -> list[tuple[object, ...]]:
        async with self.database.as_operator() as session:
            return [tuple(row) for row in await session.execute(text(sql), values)]

    async def deliver_all(self) -> None:
        while await self.outbox.run_once():
            pass


async def settle_in(house: House) -> None:
    place = house.place
    async with house.database.as_operator() as session:
        session.add(
            StructureRow(
                id=house.structure, name="ML", time_zone=place.time_zone, holiday_profile=place.holiday_profile
            )
        )
        await session.flush()
        session.add(
            SiteRow(
                id=place.id,
                structure=house.structure,
                name=place.name,
                address=place.address,
                time_zone=place.time_zone,
                holiday_profile=place.holiday_profile,
            )
        )
        await session.flush()
        session.add(
            GroupRow(
                id=house.group,
                structure=house.structure,
                site=place.id,
                name="Groupe",
                pack="p",
                edition="1",
                first_day=NOW.date(),
                time_zone=place.time_zone,
                seed=1,
                group_code=uuid4().hex,
                created_at=NOW,
            )
        )
