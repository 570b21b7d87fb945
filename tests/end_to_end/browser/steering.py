"""A console in a real browser: the gestures of whoever leads, and what its page was sent, held against the journal."""

import json
import re
from typing import Any, Self
from urllib.parse import quote, urlsplit
from uuid import uuid4

from playwright.sync_api import Locator, Page, WebSocket, expect
from redis.asyncio import Redis

from game_server.adapters.postgres.journal import PostgresJournal
from game_server.core.view import EVERYONE, STAFF
from game_server.demonstration.phone import Phone
from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.screens import button, press, reads, says
from tests.end_to_end.truth import Stores, Story, codec

NEEDS = "Qui a besoin de moi"
PASSWORD = "une phrase longue pour un essai"
ON_CALL = "03 20 00 00 00"


class Console:
    """One console: its page, and the slices that its sockets were sent, by group."""

    def __init__(self, page: Page, house: House) -> None:
        self.page, self.house = page, house
        self.slices: dict[str, dict[str, Any]] = {}
        self.versions: dict[str, int] = {}
        page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        group = urlsplit(socket.url).path.rsplit("/", 1)[-1]
        socket.on("framereceived", lambda text: self._hear(group, json.loads(text)))

    def _hear(self, group: str, message: dict[str, Any]) -> None:
        if message["type"] == "frame":
            self.slices[group] = self.slices.get(group, {}) | message["slices"]
            self.versions[group] = message["version"]

    def by_key(self) -> Self:
        """Sign in as the facilitator of the demonstration."""
        self.page.goto(f"{self.house.origin}/console#{self.house.key}")
        reads(self.page, NEEDS)
        return self

    def by_password(self, email: str) -> Self:
        """Sign in as a colleague."""
        self.page.goto(f"{self.house.origin}/console")
        self.page.get_by_label("Votre adresse e-mail").fill(email)
        self.page.get_by_label("Votre mot de passe").fill(PASSWORD)
        press(self.page, "Se connecter")
        reads(self.page, NEEDS)
        return self

    def row(self, words: str, group: str = "", within: str = NEEDS) -> Locator:
        """The need that says this, in the list of that name."""
        rows = self.page.get_by_role("list", name=within, exact=True).get_by_role("listitem")
        return rows.filter(has_text=words).filter(has_text=group).first

    def rows_of(self, *groups: str) -> list[str]:
        """The titles of the needs of these groups, in the order of the list."""
        rows = self.page.get_by_role("list", name=NEEDS, exact=True).get_by_role("listitem")
        told = [(row.inner_text(), row.locator(".title").inner_text()) for row in rows.all()]
        return [title for text, title in told if any(group in text for group in groups)]

    def propose(self, row: Locator) -> None:
        """Press the one act that a need proposes."""
        row.locator(".act").get_by_role("button").click()

    def section(self, table: Table, name: str, under: str = "") -> None:
        """Walk to a page of a group, by its name in the bar, then in the tabs."""
        if table.id not in self.page.url:
            bar = self.page.get_by_role("navigation", name="Mes groupes")
            bar.get_by_role("link", name=re.compile(f"^{table.group['name']}")).click()
        tabs = self.page.get_by_role("navigation", name=table.group["name"])
        for words in filter(None, (name, under)):
            tabs.get_by_role("link", name=re.compile(f"^{words}")).click()

    def gesture(self, words: str) -> None:
        """One of the gestures that stand beside the list, for the group that is looked at."""
        self.page.get_by_role("complementary").get_by_role("button", name=words, exact=True).click()

    def more(self, words: str) -> None:
        """One of the rarer gestures, behind « Plus de gestes », which stays open."""
        beside = self.page.get_by_role("complementary")
        beside.get_by_role("button", name=re.compile("^(Plus|Moins) de gestes$")).wait_for()
        if not beside.get_by_role("button", name=words, exact=True).count():
            self.gesture("Plus de gestes")
        self.gesture(words)

    def confirm(self, words: str, reason: str = "") -> None:
        """Give the reason, and send."""
        if reason:
            self.page.get_by_label("Pourquoi, en quelques mots").first.fill(reason)
        self.page.locator("form").get_by_role("button", name=words, exact=True).click()

    def _bar(self) -> Locator:
        bar = self.page.get_by_role("status").filter(has=button(self.page, "Annuler"))
        return bar.get_by_role("button", name="Annuler")

    def hesitates(self) -> None:
        """Walk to the undo at the foot of the page: it waits for whoever stands on it."""
        self._bar().focus()

    def undo(self) -> None:
        """Take back what the bar at the foot of the page tells."""
        self._bar().click()
        says(self.page, "C’est annulé")

    def tells_the_truth(self, table: Table) -> None:
        """What the page was sent of a group is, bit for bit, what the journal alone makes."""
        version = table.console.version
        while self.versions.get(table.id, 0) < version:
            self.page.wait_for_timeout(50)
        story = self.house.loop.run(_story(self.house, table.id))
        assert len(story.commits) == self.versions[table.id]
        assert self.slices[table.id] == story.shown(EVERYONE, STAFF)

    def did(self, table: Table, act: str) -> dict[str, Any]:
        """Wait for an act of that sort in the group's history; the page tells the truth then."""
        table.until(lambda slices: _latest(slices, act) and not _latest(slices, act)["undone"])
        self.tells_the_truth(table)
        return _latest(table.console.slices, act)

    def takes_back(self, table: Table, act: str) -> None:
        """Undo it by the bar; the history keeps both, and the page tells the truth again."""
        self.undo()
        table.until(lambda slices: _latest(slices, act)["undone"])
        self.tells_the_truth(table)


def _latest(slices: dict[str, Any], act: str) -> dict[str, Any]:
    return next((one for one in slices["desk"]["acts"] if one["act"] == act), {})


async def _story(house: House, group: str) -> Story:
    password, sockets = house.superuser()
    journal = PostgresJournal(f"postgresql://postgres:{quote(password)}@/eclats?host={quote(sockets)}", codec())
    await journal.start()
    try:
        async with Redis() as unasked:
            return await Stores(journal, unasked, "").story(group)
    finally:
        await journal.close()


def colleague(house: House, name: str) -> str:
    """Invite somebody who leads groups too, open their account, and give its e-mail address."""
    code = house.ask("POST", "/api/staff/invite", {"roles": ["facilitator"]})["code"]
    email = f"{uuid4().hex[:12]}@estuaire.example"
    newcomer = Phone(house.origin, email)
    body = {"code": code, "name": name, "email": email, "password": PASSWORD}
    house.loop.run(newcomer.ask("POST", "/api/staff/open-account", body))
    house.loop.run(newcomer.__aexit__())
    return email


def gone(row: Locator) -> None:
    """Wait until a need has left the list."""
    expect(row).to_have_count(0)
