"""A counsellor with a real calendar, and what the counsellor does there with another program."""

from dataclasses import dataclass, field

import httpx

from game_server.application.appointments.words import Booking, CaldavAccount, ConflictKind, Counsellor
from tests.appointments.house import House


@dataclass
class Desk:
    """One counsellor: `write` is another program, `starts` and `conflicts` are read after it."""

    house: House
    counsellor: Counsellor
    account: CaldavAccount
    http: httpx.AsyncClient
    shared: list[str] = field(default_factory=lambda: ["Le permis"])

    async def book(self, place: int = 0, mission: str = "last") -> Booking:
        seat = await self.house.new_seat(self.counsellor)
        offer = (await self.house.first_offers(seat))[place]
        return await self.house.appointments.book(self.house.structure, seat, mission, offer, mission, self.shared)

    async def file(self, uid: str) -> httpx.Response:
        return await self.http.get(f"{self.account.url}{uid}.ics")

    async def write(self, name: str, text: str) -> None:
        answer = await self.http.put(f"{self.account.url}{name}.ics", content=text.encode())
        assert answer.status_code in (201, 204), answer.text

    async def write_event(self, name: str, *lines: str) -> None:
        body = ["BEGIN:VEVENT", f"UID:{name}", "DTSTAMP:20270101T000000Z", "SUMMARY:x", *lines, "END:VEVENT"]
        await self.write(name, "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:t", *body, "END:VCALENDAR", ""]))

    async def uids(self) -> list[str]:
        text = (await self.http.get(self.account.url)).text
        return [line.removeprefix("UID:") for line in text.splitlines() if line.startswith("UID:")]

    async def conflicts(self) -> list[ConflictKind]:
        await self.house.calendars.read(self.counsellor)
        entries = await self.house.desk.appointments(self.house.structure, self.counsellor.id)
        return [it.kind for entry in entries for it in entry.conflicts]

    async def starts(self) -> list[str]:
        await self.house.calendars.read(self.counsellor)
        free = await self.house.desk.free(self.house.structure, self.counsellor.id)
        return [it.start.astimezone(self.house.place.zone).strftime("%d %H:%M") for it in free]

    async def reach_through(self, port: int) -> None:
        """Put another server between us and the calendar."""
        url = self.account.url.replace(str(httpx.URL(self.account.url).port), str(port))
        await self.house.query("UPDATE counsellor_calendar SET caldav_url = :url RETURNING staff", url=url)
