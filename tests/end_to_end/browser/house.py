"""Groups for the journeys: made, filled and led over the wire beside the browser, in a thread that has its own loop."""

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

import asyncpg

from game_server.application.plug_ins import find_kinds
from game_server.demonstration.pace import Pace
from game_server.demonstration.phone import Phone
from game_server.demonstration.player import Person, SimulatedPlayer
from tests.end_to_end.browser.later import let_pass
from tests.end_to_end.truth import PACK, codec

Result = TypeVar("Result")
PATIENCE = 60.0
PIN = "481937"
"""Of every simulated person."""
CLOCK = "clock"
"""The file beside the data where tests set the house's clock forward."""


class Loop:
    """An event loop in its thread: the browser's own is busy in the test's."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Wait for `work`, done over there."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def begin(self, work: Coroutine[Any, Any, None]) -> Callable[[], object]:
        """Let `work` go on beside; the function given back stops it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).cancel

    def close(self) -> None:
        """End the thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()


class House:
    """The structure of the demonstration, as its facilitator reaches it."""

    def __init__(self, loop: Loop, told: dict[str, Any], data: Path) -> None:
        address = urlsplit(told["urls"]["console"])
        self.loop, self.data = loop, data
        self.origin = f"{address.scheme}://{address.netloc}"
        self.key = address.fragment
        self.staff = Phone(self.origin, "house")
        self.ask("POST", "/api/staff/key", {"key": self.key})

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Ask as the facilitator. Raises RefusedError."""
        return self.loop.run(self.staff.ask(method, path, body))

    def colleague(self, key: str) -> Callable[[str, str], Any]:
        """Somebody else of the structure, signed in by their key: a way to ask what they may read."""
        desk = Phone(self.origin, "colleague")
        self.loop.run(desk.ask("POST", "/api/staff/key", {"key": key}))
        return lambda method, path: self.loop.run(desk.ask(method, path))

    def group(self, name: str, played: tuple[str, int] = PACK) -> "Table":
        """Create a group that begins next Monday on that edition, open its door, and watch it."""
        pack, edition = played
        monday = date.today() + timedelta(days=7 - date.today().weekday())  # noqa: DTZ011 - a local date is meant
        site = self.ask("GET", "/api/sites")[0]["id"]
        body = {"name": name, "site": site, "pack": pack, "edition": edition, "first_day": monday.isoformat()}
        return self.table(self.ask("POST", "/api/groups", body))

    def table(self, group: dict[str, Any]) -> "Table":
        """Open the door of a group that exists, and watch it."""
        return Table(self, group, self.ask("POST", f"/api/groups/{group['id']}/door"))

    def wait(self, **spent: float) -> None:
        """So much time is over at once, for everything in the house: `minutes=6`."""
        let_pass(self.data.parent / CLOCK, timedelta(**spent))

    def execute(self, query: str, *values: object) -> None:
        """Change a row by hand, as time alone would: nobody waits for tomorrow in a test."""
        self.loop.run(self._execute(query, *values))

    def superuser(self) -> tuple[str, str]:
        """The password of PostgreSQL's first account, and the folder of its socket."""
        password = json.loads((self.data / "passwords").read_text("utf-8"))["superuser"]
        sockets = (self.data / "postgres" / "postmaster.pid").read_text("utf-8").splitlines()[4]
        return password, sockets

    async def _execute(self, query: str, *values: object) -> None:
        password, sockets = self.superuser()
        database = await asyncpg.connect(host=sockets, user="postgres", password=password, database="eclats")
        try:
            await database.execute(query, *values)
        finally:
            await database.close()


class Table:
    """One group: its facilitator's socket, and the simulated people who sit there."""

    def __init__(self, house: House, group: dict[str, Any], door: dict[str, Any]) -> None:
        self.house, self.group, self.door = house, group, door
        self.id: str = group["id"]
        self.console = Phone(house.origin, f"desk-{self.id}")
        self.players: list[SimulatedPlayer] = []
        self._playing: list[Callable[[], object]] = []
        house.loop.run(self._open())

    async def _open(self) -> None:
        await self.console.ask("POST", "/api/staff/key", {"key": self.house.key})
        await self.console.open(f"/ws/console/{self.id}")

    @property
    def entrance(self) -> str:
        """The address that the door's QR code carries."""
        return f"{self.house.origin}/entrer/{self.door['code']}"

    @property
    def code(self) -> str:
        """What brings somebody back, with a first name and a PIN."""
        return str(self.group["group_code"])

    def act(self, kind: str, **fields: object) -> Self:
        """An act of the facilitator, granted."""
        answer = self.house.loop.run(self.console.submit({"type": kind, **fields}))
        assert answer["type"] in ("receipt", "settled"), answer
        return self

    def until(self, true: Callable[[dict[str, Any]], object]) -> Self:
        """Wait until what the console shows makes `true` true."""
        self.house.loop.run(self.console.until(lambda: bool(true(self.console.slices)), PATIENCE))
        return self

    def admit(self, name: str) -> str:
        """Let in whoever waits under that first name, and give their seat."""
        self.until(lambda slices: _seat(slices["door"], name))
        seat = _seat(self.console.slices["door"], name)
        self.act("admit_seat", seat=seat)
        self.house.loop.run(self.console.until(lambda: seat in self.console.here, PATIENCE))
        return seat

    def seat_of(self, name: str) -> str:
        """The seat of somebody at the table."""
        return _seat(self.console.slices["seats"], name)

    def status_of(self, name: str) -> str:
        """Where somebody at the table stands: here, aside, left."""
        return next(str(one["status"]) for one in self.console.slices["seats"]["seats"] if one["name"] == name)

    def seat(self, *names: str) -> list[SimulatedPlayer]:
        """Simulated people join by the door and are admitted; they do nothing by themselves."""
        for name in names:
            self.knock(name)
            self.admit(name)
        return self.players[-len(names) :]

    def knock(self, name: str) -> None:
        """A simulated person joins by the door, and waits there."""
        player = SimulatedPlayer(Person(name, PIN), Phone(self.house.origin, f"{name}-{self.id}"), Pace(fast=True))
        self.house.loop.run(player.join(self.door["code"]))
        self.players.append(player)

    def play(self) -> None:
        """The simulated people play what their phones show."""
        self._playing += [self.house.loop.begin(work) for work in self._hands()]

    def play_until(self, true: Callable[[dict[str, Any]], object]) -> None:
        """They play until what the console shows makes `true` true, and rest at once."""
        self.house.loop.run(self._play_until(lambda: bool(true(self.console.slices))))

    async def _play_until(self, true: Callable[[], bool]) -> None:
        playing = [asyncio.create_task(work) for work in self._hands()]
        try:
            await self.console.until(true, PATIENCE - 5)
        finally:
            for task in playing:
                task.cancel()
            await asyncio.gather(*playing, return_exceptions=True)

    def _hands(self) -> list[Coroutine[Any, Any, None]]:
        return [
            player.play(find_kinds(), codec(), lambda: (self.console.slices.get("desk") or {}).get("step"))
            for player in self.players
        ]

    def rest(self) -> None:
        """They stop playing and stay."""
        for stop in self._playing:
            stop()
        self._playing.clear()

    def go_to(self, day: int, mission: str, step: int = 0) -> Self:
        """Open that step of that mission, as a facilitator may."""
        while self.console.slices["group"]["day"] < day:
            self.act("open_day", day=self.console.slices["group"]["day"] + 1)
        if (self.console.slices.get("mission") or {}).get("id") != mission:
            self.act("open_mission", mission=mission)
        self.until(lambda slices: slices["mission"] and slices["mission"]["id"] == mission)
        while (self.console.slices["mission"] or {}).get("step", step) < step:
            self.act("force_step", mission=mission, reason="Il est tard.")
        return self.until(lambda slices: slices["mission"]["step"] == step)

    def close(self) -> None:
        """Everybody leaves; the group ends, so that the console of the next test is not longer for it."""
        self.rest()
        for phone in (self.console, *(player.phone for player in self.players)):
            self.house.loop.run(phone.__aexit__())
        self.house.ask("POST", f"/api/groups/{self.id}/end")


def _seat(slice_: dict[str, Any] | None, name: str) -> str:
    return next((str(one["id"]) for one in (slice_ or {"seats": []})["seats"] if one["name"] == name), "")
