"""`eclats play`: the whole road in one go, watched on three pages side by side, and told true in a report."""

import asyncio
import signal
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game_server.adapters.caldav.local_server import LocalCalendarServer
from game_server.adapters.embedded.supervisor import EmbeddedStores
from game_server.adapters.postgres.migrate import migrate
from game_server.adapters.postgres.session import Database
from game_server.adapters.smtp.courier import MailServer
from game_server.adapters.smtp.local_mailbox import LocalMailbox
from game_server.application.people import Staff
from game_server.build import Wiring, server
from game_server.core.ids import GroupId
from game_server.demonstration import report
from game_server.demonstration.addresses import Addresses, Opened, open_addresses
from game_server.demonstration.cast import CAST
from game_server.demonstration.company import Company
from game_server.demonstration.facilitator import SimulatedFacilitator
from game_server.demonstration.guest import watch_for_guests
from game_server.demonstration.pace import Pace
from game_server.demonstration.phone import Phone
from game_server.demonstration.player import SimulatedPlayer
from game_server.demonstration.world import World, found_world
from game_server.entrypoints.mailbox_page import mailbox_routes
from game_server.entrypoints.parts import Parts
from game_server.worker import http_server

GROUP, SECOND_GROUP = "Halage", "Écluse Nord"


@dataclass(frozen=True, slots=True)
class Film:
    """What was asked for."""

    data: Path
    fast: bool = False
    report: Path | None = None
    hold: bool = False
    port: int = 0
    pack: tuple[str, int] = ("tempo_2050", 1)


def run_film(film: Film) -> int:
    """Play; 0 only if everything held."""
    return asyncio.run(_Studio(film).run())


class _Studio:
    """Everything the demonstration starts, in the order it is needed."""

    def __init__(self, film: Film) -> None:
        self._film, self._leaving = film, AsyncExitStack()
        self._stop = asyncio.Event()

    async def run(self) -> int:
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, self._stop.set)
        async with self._leaving:
            await self._open()
            playing = asyncio.create_task(self._play())
            stopping = asyncio.create_task(self._stop.wait())
            await asyncio.wait({playing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not playing.done():
                playing.cancel()
                await asyncio.gather(playing, return_exceptions=True)
                return 1
            status = await playing
            if self._film.hold:
                print("Tout reste ouvert. Ctrl+C pour fermer.", flush=True)
                await self._stop.wait()
            return status

    async def _open(self) -> None:
        film = self._film
        enter = self._leaving.enter_async_context
        self._stores = await enter(EmbeddedStores(film.data))
        watching = asyncio.create_task(self._stores.watch())
        self._leaving.callback(watching.cancel)
        database = Database(self._stores.database_url)
        await migrate(database)
        await database.close()
        self._mailbox = await enter(LocalMailbox(film.data / "mail"))
        self._calendars = await enter(LocalCalendarServer(film.data / "calendar"))
        opened = open_addresses(film.port)
        mail = MailServer("127.0.0.1", self._mailbox.port, "rendez-vous@estuaire.example", "none")
        wiring = Wiring(
            self._stores.database_url,
            self._stores.redis_url,
            opened.access(),
            secret="la démonstration n’a pas de secret à garder",  # noqa: S106
            mail=mail,
            mail_name="Mission Locale de l’Estuaire",
            staff_keys=True,
        )
        self._parts: Parts = await enter(server(wiring))
        await self._serve(opened)

    async def _serve(self, opened: Opened) -> None:
        web = http_server(self._parts, mailbox_routes(self._mailbox.messages), graceful=1)
        serving = asyncio.create_task(web.serve(sockets=list(opened.sockets)))

        async def leave() -> None:
            web.should_exit = True
            await asyncio.gather(serving, return_exceptions=True)

        self._leaving.push_async_callback(leave)
        self._addresses = Addresses(opened)
        while not web.started:  # noqa: ASYNC110 - uvicorn says it by a flag alone
            await asyncio.sleep(0.02)

    async def _play(self) -> int:
        began = time.monotonic()
        pace = Pace(fast=self._film.fast)
        world = await found_world(self._parts.accounts, self._parts.availability, self._calendars)
        facilitator = await self._facilitator(world, pace, GROUP)
        self._announce(facilitator, world)
        company = await self._join(facilitator, pace)
        await self._run(facilitator, company, pace)
        urls = await self._after(facilitator, world)
        told = await self._told(facilitator, company.players, world, began, urls)
        return self._finish(told)

    async def _facilitator(self, world: World, pace: Pace, name: str) -> SimulatedFacilitator:
        phone = await self._leaving.enter_async_context(Phone(self._addresses.own, f"console-{name}"))
        facilitator = SimulatedFacilitator(phone, pace, world, self._key(world.facilitator))
        await facilitator.sign_in()
        await facilitator.create(name, *self._film.pack)
        return facilitator

    def _key(self, staff: Staff) -> str:
        if self._parts.keys is None:
            raise RuntimeError("the demonstration mints staff keys")
        return self._parts.keys.mint(staff)

    def _announce(self, facilitator: SimulatedFacilitator, world: World) -> None:
        keys = (self._key(world.facilitator), self._key(world.counsellors[0]))
        print(self._addresses.words(facilitator.group["id"], facilitator.door["code"], keys), flush=True)

    async def _join(self, facilitator: SimulatedFacilitator, pace: Pace) -> Company:
        admitting = asyncio.create_task(facilitator.admit())
        self._leaving.callback(admitting.cancel)
        players = []
        for number, person in enumerate(CAST):
            phone = await self._leaving.enter_async_context(Phone(self._addresses.own, f"phone-{number}"))
            players.append(SimulatedPlayer(person, phone, pace))
        company = Company(players, facilitator, self._days)
        await company.sits_down()
        return company

    async def _run(self, facilitator: SimulatedFacilitator, company: Company, pace: Pace) -> None:
        kinds, codec = dict(self._parts.library[self._film.pack].kinds), self._parts.codec
        async with asyncio.TaskGroup() as tasks:
            watching = tasks.create_task(watch_for_guests(facilitator.phone, company.seats, pace))
            company.plays(tasks, lambda player: player.play(kinds, codec, facilitator.script))
            await facilitator.run_days(self._days, company)
            company.rests()
            watching.cancel()

    @property
    def _days(self) -> int:
        return len(self._parts.library[self._film.pack].scenario.days)

    async def _after(self, facilitator: SimulatedFacilitator, world: World) -> dict[str, str]:
        """A second group at its first mission, whose door is held open for whoever wants to play."""
        second = await self._facilitator(world, Pace(fast=True), SECOND_GROUP)
        admitting = asyncio.create_task(second.admit())
        self._leaving.callback(admitting.cancel)
        await second.phone.submit({"type": "open_day", "day": 1})
        first = world.counsellors[0]
        return self._addresses.urls(
            group=facilitator.group["id"],
            door=second.door["code"],
            keys=(self._key(world.facilitator), self._key(first)),
            calendar=self._calendars.url,
        )

    async def _told(
        self,
        facilitator: SimulatedFacilitator,
        players: Sequence[SimulatedPlayer],
        world: World,
        began: float,
        urls: dict[str, str],
    ) -> dict[str, Any]:
        group = GroupId(facilitator.group["id"])
        key = self._parts.live_groups.progress_key(group)
        places = report.Places(self._stores.database_url, self._stores.redis_url, key, group)
        booked = await report.appointments(self._parts.desk, world, self._mailbox)
        shown = await report.progress(places)
        phones = [facilitator.phone, *(player.phone for player in players)]
        return {
            "players": len(players),
            "personas": sorted({player.person.persona.value for player in players}),
            "days": int(shown["day"]),
            "missions_done": int(shown["missions_done"]),
            "offers_unlocked": len(shown["offers"].split()),
            "eclats": int(shown["eclats"]),
            "actions": sum(phone.actions for phone in phones),
            "refusals": sum(phone.refusals for phone in phones),
            "choices": sorted(player.person.choice for player in players),
            "appointments": booked,
            "redis": {
                "url": places.redis_url,
                "group_version": int(shown["version"]),
                "progress_key": key,
                "eclats": int(shown["eclats"]),
            },
            "journal": await report.journal_counts(places),
            "wall_s": round(time.monotonic() - began, 2),
            "urls": urls,
        }

    def _finish(self, told: dict[str, Any]) -> int:
        scenario = self._parts.library[self._film.pack].scenario
        held = report.held(told, scenario, wanted=sum(person.choice == "slot" for person in CAST))
        for line in report.words(told):
            print(line, flush=True)
        for fault in held:
            print(f"Ça n’a pas tenu : {fault}", flush=True)
        if self._film.report is not None:
            report.write(told, self._film.report)
        return 1 if held else 0
