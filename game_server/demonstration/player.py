"""A simulated young person: joins by the door, plays what their phone shows, chooses an appointment or not."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from game_server.application.bots import Bot, Persona
from game_server.application.codec import Codec
from game_server.core.ids import SeatId
from game_server.core.mission_kind import MissionKind
from game_server.demonstration.pace import Pace
from game_server.demonstration.phone import Phone, RefusedError

APPOINTMENT = "appointment"
LATE_ON, AWAY_ON = 4, 6
"""The day on which who is late comes first, and the day that the absent one misses; the second in a shorter story."""
MOST_WAITED = 12.0
"""Seconds after a refusal: it tells how long it holds, a person tries again then."""
ALREADY = ("already_chosen", "seat_busy")


@dataclass(frozen=True, slots=True)
class Person:
    """Who a simulated person is: first name, PIN, how they play, what they choose at the end and what they want to say."""

    first_name: str
    pin: str
    persona: Persona = Persona.FAST
    choice: str = "slot"
    shared: tuple[str, ...] = ()

    def joins(self, days: int) -> int:
        """The day on which this person comes first, in a story of so many days."""
        return _within(LATE_ON, days) if self.persona is Persona.LATE else 1

    def is_away(self, day: int, days: int) -> bool:
        """Whether this person stays away that day."""
        return self.persona is Persona.ABSENT and day == _within(AWAY_ON, days)


class SimulatedPlayer:
    """One person with one phone."""

    def __init__(self, person: Person, phone: Phone, pace: Pace) -> None:
        """Take the phone out."""
        self.person, self.phone, self.pace = person, phone, pace
        self.seat = ""
        self.choice: dict[str, Any] | None = None

    async def join(self, door_code: str) -> None:
        """Scan the code, give a first name and a PIN, and wait at the door."""
        body = {"code": door_code, "first_name": self.person.first_name, "pin": self.person.pin}
        self.seat = (await self.phone.ask("POST", "/api/join", body))["seat"]
        await self.phone.open(f"/ws/seat/{self.seat}")

    async def comes_back(self) -> None:
        """The page again: the day that opens finds this person at the table."""
        await self.phone.open(f"/ws/seat/{self.seat}")

    async def play(self, kinds: dict[str, MissionKind[Any, Any]], codec: Codec, script: Callable[[], Any]) -> None:
        """Play until cancelled: one move, then look again. `script` gives the staff's view of the open step."""
        bot = Bot(kinds, codec, SeatId(self.seat), self.person.persona, in_a_hurry=self.pace.fast)
        while True:
            move = bot.next_move(self.phone.slices, script())
            if move is not None:
                await self.pace.think_in(self._step(), move.seconds)
                again = bot.next_move(self.phone.slices, script())
                if again is not None and again.command == move.command:
                    bot.did(again)
                    await self._submit(dict(again.command))
                continue
            if self._may_choose():
                await self._choose()
                continue
            await self.phone.change(within=2.0)

    async def _submit(self, command: dict[str, Any]) -> None:
        answer = await self.phone.submit(command)
        if answer["type"] == "refusal":
            step, seconds = self._step(), min(MOST_WAITED, answer["details"].get("seconds", 1.0))
            with suppress(TimeoutError):
                await self.phone.until(lambda: self._step() != step, seconds)

    def _step(self) -> tuple[Any, Any]:
        mission = self.phone.slices.get("mission") or {}
        return mission.get("id"), mission.get("step")

    def _may_choose(self) -> bool:
        mission = self.phone.slices.get("mission")
        here = (self.phone.slices.get("mine") or {}).get("here")
        at_table = (self.phone.slices.get("mine") or {}).get("status") == "here"
        return bool(self.choice is None and mission and mission["kind"] == APPOINTMENT and here and at_table)

    async def _choose(self) -> None:
        await self.pace.think(6)
        mission = self.phone.slices["mission"]["id"]
        body: dict[str, Any] = {
            "mission": mission,
            "choice": self.person.choice,
            "offer": None,
            "key": f"{self.seat}-{mission}",
            "shared": list(self.person.shared) if self.person.choice != "not_now" else [],
        }
        if self.person.choice == "slot":
            page = await self.phone.ask("GET", f"/api/seats/{self.seat}/slots?mission={mission}")
            if not page["slots"]:
                body["choice"] = "call_back"
            else:
                place = sum(map(ord, self.person.first_name)) % min(len(page["slots"]), 12)
                body["offer"] = page["slots"][place]["offer"]
        try:
            self.choice = await self.phone.ask("POST", f"/api/seats/{self.seat}/choice", body)
        except RefusedError as refusal:
            if refusal.args[0] in ALREADY:
                self.choice = {}


def _within(day: int, days: int) -> int:
    return day if day <= days else 2
