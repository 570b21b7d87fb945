"""A group at a table: a facilitator, some phones with their bots, and one question: is it still one story?"""

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import date, timedelta
from typing import Any, Self, TypeVar

from game_server.application.bots import Bot
from game_server.application.plug_ins import find_kinds
from game_server.core.ids import SeatId
from game_server.core.view import EVERYONE, STAFF, seat_audience
from tests.end_to_end.kit import Server
from tests.end_to_end.phone import PATIENCE, Page
from tests.end_to_end.truth import PACK, Stores, Story, codec
from tests.end_to_end.weather import CALM, Weather
from tests.http.browser import Browser

Answer = TypeVar("Answer")
NAMES = ("Inaya", "Malo", "Awa", "Yanis", "Lou", "Sofiane", "Nour", "Tiago")
PASSWORD = "un train pour demain"
AGAIN_AFTER_REFUSAL = 0.3
RESTLESS = 0.2
"""How often somebody says « je passe », then « je reviens », before looking at what there is to do."""


async def in_time(within: float, ask: Callable[[], Awaitable[Answer]], true: Callable[[Answer], bool]) -> None:
    """Ask again and again until the answer is as wanted, or the time is over: what follows says what is wrong then."""
    limit = time.monotonic() + within
    while not true(await ask()) and time.monotonic() < limit:  # noqa: ASYNC110 - stores tell nobody of a change
        await asyncio.sleep(0.05)


class Office:
    """A member of staff with every role, and the structure's first site."""

    def __init__(self, address: str) -> None:
        self.lead = Browser(address)
        self.site = ""

    @classmethod
    async def opened(cls, address: str, code: str, email: str = "lea@exemple.fr") -> Self:
        """Open the first account by its code."""
        office = cls(address)
        body = {"code": code, "name": "Léa Morel", "email": email, "password": PASSWORD}
        await office.lead.post("/api/staff/open-account", body)
        return await office._settled()

    @classmethod
    async def signed_in(cls, address: str, email: str = "lea@exemple.fr") -> Self:
        """Sign in to an account that is open."""
        office = cls(address)
        await office.lead.post("/api/staff/sign-in", {"email": email, "password": PASSWORD})
        return await office._settled()

    async def _settled(self) -> Self:
        self.site = (await self.lead.get("/api/sites"))[0]["id"]
        return self

    async def table(self, seats: int, luck: random.Random, weather: Weather = CALM) -> "Table":
        """Create a group, open its door, and seat so many people."""
        pack, edition = PACK
        monday = date.today() + timedelta(days=7 - date.today().weekday())  # noqa: DTZ011 - a local date is meant
        body = {"name": "Le quai", "site": self.site, "pack": pack, "edition": edition, "first_day": monday.isoformat()}
        group = await self.lead.post("/api/groups", body)
        door = await self.lead.post(f"/api/groups/{group['id']}/door")
        table = Table(self, group, door, luck, weather)
        await table.console.open()
        for name in NAMES[:seats]:
            await table.join(name)
        return table


class Table:
    """One group in play."""

    def __init__(
        self, office: Office, group: dict[str, Any], door: dict[str, Any], luck: random.Random, weather: Weather
    ) -> None:
        self.office, self.group, self.door = office, group, door
        self.id: str = group["id"]
        self.console = Page(office.lead, f"/ws/console/{self.id}", luck)
        self.phones: dict[str, Page] = {}
        self._luck, self._weather = luck, weather
        self._bots: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for bot in self._bots:
            bot.cancel()
        await asyncio.gather(*self._bots, return_exceptions=True)
        for page in self.pages():
            await page.leave()
        for browser in {page.browser for page in self.pages()}:
            if browser is not self.office.lead:
                await browser.__aexit__()

    def pages(self) -> list[Page]:
        """Every open page."""
        return [self.console, *self.phones.values()]

    async def join(self, first_name: str, pin: str = "402917") -> Page:
        """Join by the door, open the page, and be admitted."""
        browser = Browser(self.office.lead.address)
        body = {"code": self.door["code"], "first_name": first_name, "pin": pin}
        seat = (await browser.post("/api/join", body))["seat"]
        phone = self.phones[seat] = Page(browser, f"/ws/seat/{seat}", self._luck, self._weather)
        await phone.open()
        await self.console.until(lambda: seat in json.dumps(self.console.slices["door"]))
        await self.accepted({"type": "admit_seat", "seat": seat})
        return phone

    async def everyone_is_here(self) -> None:
        """Wait until every page, in every process, shows that all have arrived."""
        for page in self.pages():
            await page.until(lambda page=page: len(page.here) >= len(self.phones))

    async def accepted(self, command: dict[str, Any]) -> None:
        """An act of the facilitator that must be granted."""
        answer = await self.console.submit(command)
        assert answer["type"] in ("receipt", "settled"), answer

    async def reach_both(self, server: Server) -> None:
        """Move one page until the pages hang on every server process."""
        while True:
            for page in self.pages():
                await page.until(lambda page=page: page.port)
            hung = {server.worker_at(page.port) for page in self.pages() if page.port}
            if len(hung - {None}) == server.processes:
                return
            await self._luck.choice(self.pages()).look_again()

    async def begin(self, day: int = 1) -> None:
        """Wait for everyone, open the day, and let the bots play."""
        await self.everyone_is_here()
        await self.accepted({"type": "open_day", "day": day})
        self._bots = [asyncio.create_task(self._play(seat, phone)) for seat, phone in self.phones.items()]

    async def reached(self, version: int) -> None:
        """Wait until the group is at that version."""
        await self._while_they_play(self.console.until(lambda: self.console.version >= version))

    async def end(self, day: int = 1) -> None:
        """Wait until every mission of the day is done, and end it."""
        await self._while_they_play(self.console.until(self._all_done))
        await self.accepted({"type": "end_day", "day": day})
        for page in self.pages():
            await page.until(lambda page=page: page.slices["group"]["day_status"] == "ended")

    def _all_done(self) -> bool:
        desk = self.console.slices["desk"]
        today = set(desk["day_missions"])
        return bool(today) and all(one["status"] == "done" for one in desk["missions"] if one["id"] in today)

    async def everyone_says(self, commands: list[dict[str, Any]]) -> None:
        """Every phone submits these, one after the other, all phones at the same time."""

        async def say(phone: Page) -> None:
            for command in commands:
                await phone.submit(command)

        await asyncio.gather(*(say(phone) for phone in self.phones.values()))

    async def _while_they_play(self, waited: Coroutine[Any, Any, None]) -> None:
        waiting = asyncio.create_task(waited)
        done, _ = await asyncio.wait({waiting, *self._bots}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        for ended in done:
            try:
                ended.result()
            except TimeoutError:
                raise AssertionError("\n".join(page.in_words() for page in self.pages())) from None

    async def _play(self, seat: str, phone: Page) -> None:
        bot = Bot(find_kinds(), codec(), SeatId(seat))
        while True:
            move = bot.next_move(phone.slices, (self.console.slices.get("desk") or {}).get("step"))
            if move is None:
                await phone.change(1.0)
            elif self._luck.random() < RESTLESS:
                await phone.submit({"type": "step_aside"})
                await phone.submit({"type": "come_back"})
            elif (await phone.submit(dict(move.command)))["type"] == "refusal":
                await phone.change(AGAIN_AFTER_REFUSAL)

    async def is_one_story(self, stores: Stores) -> Story:
        """The journal, every page and Redis tell the same; every acknowledged action is in the journal once."""
        await self.everyone_is_here()
        story = await self._quiet(stores)
        self._stored_once(story)
        for seat, phone in self.phones.items():
            assert phone.slices == story.shown(EVERYONE, seat_audience(SeatId(seat)))
        assert self.console.slices == story.shown(EVERYONE, STAFF)
        wanted = stores.wanted_progress(story)
        await in_time(PATIENCE / 4, lambda: stores.progress(self.id), lambda shown: shown == wanted)
        assert await stores.progress(self.id) == wanted
        snapshot = await stores.snapshot(self.id)
        assert snapshot is None or snapshot == story.state(snapshot.version)
        return story

    async def _quiet(self, stores: Stores) -> Story:
        await in_time(
            PATIENCE / 2,
            lambda: stores.version(self.id),
            lambda newest: {page.version for page in self.pages()} == {newest},
        )
        story = await stores.story(self.id)
        assert [page.version for page in self.pages()] == [len(story.commits)] * len(self.pages())
        return story

    def _stored_once(self, story: Story) -> None:
        assert [one.version for one in story.commits] == list(range(1, len(story.commits) + 1))
        stored = [(one.device, one.counter) for one in story.commits if one.device is not None]
        assert len(stored) == len(set(stored))
        versions = {(one.device, one.counter): one.version for one in story.commits}
        for page in self.pages():
            for counter, version in page.acknowledged.items():
                assert versions[page.device, counter] <= version
