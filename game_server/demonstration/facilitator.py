"""The simulated facilitator: creates the group, opens the door, admits by name, opens and ends each day."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, Protocol

from game_server.demonstration.pace import Pace
from game_server.demonstration.phone import Phone, RefusedError
from game_server.demonstration.world import ON_CALL, World

READ_THE_RECAP = 5.0
WITHIN_A_DAY = 1800.0
WEDNESDAY, SATURDAY = 2, 5


class Comings(Protocol):
    """Who comes and goes around a day."""

    async def before(self, day: int) -> None:
        """Before the day opens."""

    async def during(self, day: int) -> None:
        """While it is open."""


class SimulatedFacilitator:
    """One console on one group, by the same road as everybody."""

    def __init__(self, phone: Phone, pace: Pace, world: World, key: str) -> None:
        """Sit down at the console."""
        self.phone, self.pace, self._world, self._key = phone, pace, world, key
        self.group: dict[str, Any] = {}
        self.door: dict[str, Any] = {}

    async def sign_in(self) -> None:
        """Exchange the demonstration's key for a session."""
        await self.phone.ask("POST", "/api/staff/key", {"key": self._key})

    async def create(self, name: str, pack: str, edition: int) -> None:
        """Create the group for the next Wednesday, hold its door open and look at it."""
        body = {
            "name": name,
            "site": str(self._world.site.id),
            "pack": pack,
            "edition": edition,
            "first_day": next_wednesday(date.today()).isoformat(),  # noqa: DTZ011 - a local date is meant
        }
        self.group = await self.phone.ask("POST", "/api/groups", body)
        self.door = await self.phone.ask("POST", f"/api/groups/{self.group['id']}/door")
        await self.phone.open(f"/ws/console/{self.group['id']}")

    async def admit(self) -> None:
        """Let in, by name, whoever waits at the door, for as long as the film lasts."""
        while True:
            await self.phone.until(lambda: bool(self._waiting()), within=WITHIN_A_DAY)
            for seat in self._waiting():
                await self.pace.think(0.7)
                await self.phone.submit({"type": "admit_seat", "seat": seat})

    async def link(self, seats: list[str]) -> None:
        """Link each seat to a referent counsellor, one after the other."""
        for place, seat in enumerate(seats):
            referent = str(self._world.counsellors[place % len(self._world.counsellors)].id)
            body = {"surname": None, "file_number": None, "phone": None, "referent": referent}
            await self.phone.ask("PUT", f"/api/groups/{self.group['id']}/people/{seat}", body)

    async def wait_for_table(self, seats: int) -> None:
        """Wait until so many people sit at the table and are here."""
        await self.phone.until(lambda: len(self._table()) >= seats and len(self.phone.here) >= seats)

    async def run_days(self, days: int, comings: Comings) -> None:
        """Open each day before its hour, give one hint on the way, and end the day when its missions are done."""
        for day in range(1, days + 1):
            await self.pace.think(2)
            await comings.before(day)
            await self._prepare_outing()
            await self.phone.submit({"type": "open_day", "day": day})
            await self.phone.until(self._is((day, "open")))
            if day == 1:
                await self._give_a_hint()
            await comings.during(day)
            await self.phone.until(self._all_done, within=WITHIN_A_DAY)
            await self.pace.think(READ_THE_RECAP)
            await self.phone.submit({"type": "end_day", "day": day})
            await self.phone.until(self._is((day, "ended")))

    async def excuse(self, seat: str) -> None:
        """Somebody said that they cannot come the next day: nothing is dealt to them."""
        await self.phone.submit({"type": "excuse_seat", "seat": seat, "reason": "A prévenu."})

    async def _prepare_outing(self) -> None:
        """Fill in the checklist, without which a day on a weekend stays closed."""
        body = {
            "on_call_staff": str(self._world.facilitator.id),
            "on_call_phone": "03 20 00 00 00",
            "authorisations": {one["id"]: "adult" for one in self._table()},
            "meeting_point": self._world.site.address,
            "return_hour": "18:00",
        }
        await self.phone.ask("PUT", f"/api/groups/{self.group['id']}/safety", body)

    async def prepare_outing(self) -> None:
        """Fill the sheet without which no weekend day opens: who is on call, everybody's authorisation, where and until when."""
        facilitator = self._world.facilitator
        body = {
            "on_call_staff": str(facilitator.id),
            "on_call_phone": ON_CALL,
            "authorisations": {seat["id"]: "adult" for seat in self._table()},
            "meeting_point": self._world.site.address,
            "return_hour": "18:00",
        }
        await self.phone.ask("PUT", f"/api/groups/{self.group['id']}/safety", body)

    def _is_at_the_weekend(self, day: int) -> bool:
        planned = {one["number"]: one["on"] for one in self.phone.slices["group"]["calendar"]}
        return date.fromisoformat(planned[day]).weekday() >= SATURDAY

    def script(self) -> dict[str, Any] | None:
        """What the desk shows of the open step."""
        desk = self.phone.slices.get("desk")
        return desk["step"] if desk else None

    async def close_door(self) -> None:
        """Close the door."""
        with suppress(RefusedError):
            await self.phone.ask("DELETE", f"/api/groups/{self.group['id']}/door")

    async def _give_a_hint(self) -> None:
        await self.pace.think(2)
        mission = self.phone.slices.get("mission")
        if mission and not self.pace.fast:
            await self.phone.submit({"type": "give_hint", "mission": mission["id"], "text": ""})

    def _waiting(self) -> list[str]:
        door = self.phone.slices.get("door") or {"seats": []}
        return [seat["id"] for seat in door["seats"] if seat["status"] == "waiting"]

    def _table(self) -> list[dict[str, Any]]:
        return list((self.phone.slices.get("seats") or {"seats": []})["seats"])

    def _is(self, wanted: tuple[int, str]) -> Callable[[], bool]:
        return lambda: (self.phone.slices["group"]["day"], self.phone.slices["group"]["day_status"]) == wanted

    def _all_done(self) -> bool:
        desk = self.phone.slices["desk"]
        today = set(desk["day_missions"])
        return bool(today) and all(one["status"] == "done" for one in desk["missions"] if one["id"] in today)


def next_wednesday(today: date) -> date:
    """The day on which an adventure begins, so that its fourth and fifth days fall on a weekend."""
    return today + timedelta(days=(WEDNESDAY - today.weekday() - 1) % 7 + 1)
