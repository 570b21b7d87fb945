"""Counsellors by the wire, and what they have beside this program: another calendar client, a mailbox."""

import mailbox
import subprocess
import sys
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any
from uuid import uuid4

from playwright.sync_api import Page

from game_server.demonstration.phone import Phone
from tests.end_to_end.browser.house import House
from tests.end_to_end.browser.screens import press, reads

FIRST_WORDS = "Bonjour, moi c’est Nour. On parlera de ce que tu veux."
VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair p]
a = "there"
b = "here"
collections = null
[storage here]
type = "filesystem"
path = "{folder}/here/"
fileext = ".ics"
[storage there]
type = "caldav"
url = "{url}"
username = "{user}"
password = "any"
"""
TERMS: dict[str, Any] = {
    "minutes": 30,
    "before": 0,
    "after": 0,
    "step": 30,
    "min_notice_hours": 24,
    "max_ahead_days": 21,
}


class Counsellor:
    """Somebody of the structure who receives, by the wire."""

    def __init__(self, house: House, name: str) -> None:
        self.house, self.name = house, name
        self.email = f"{uuid4().hex[:12]}@estuaire.example"
        self.password = "une phrase longue pour un essai"
        self._phone = Phone(house.origin, self.email)
        code = house.ask("POST", "/api/staff/invite", {"roles": ["counsellor"]})["code"]
        opened = {"code": code, "name": name, "email": self.email, "password": self.password}
        self.id: str = self.ask("POST", "/api/staff/open-account", opened)["id"]

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Ask as this counsellor. Raises RefusedError."""
        return self.house.loop.run(self._phone.ask(method, path, body))

    def receives(self, calendar: dict[str, Any], modes: tuple[str, ...]) -> None:
        """By that channel, every weekday from 9 to 17, in those ways."""
        site = self.house.ask("GET", "/api/sites")[0]["id"]
        self.ask("PUT", "/api/counsellor/calendar", {"site": site, "words": FIRST_WORDS} | calendar)
        week = [{"weekday": day, "start": "09:00", "end": "17:00"} for day in range(5)]
        self.ask("PUT", "/api/counsellor/openings", {"openings": week})
        reasons = [
            TERMS | {"kind": kind, "mode": mode, "daily_cap": None, "cancel_hours": 4}
            for mode in modes
            for kind in ("first", "follow_up")
        ]
        self.ask("PUT", "/api/counsellor/reasons", {"reasons": reasons})

    def booked(self) -> dict[str, Any]:
        """The one appointment of this counsellor."""
        (one,) = self.ask("GET", "/api/counsellor/appointments")["appointments"]
        assert isinstance(one, dict)
        return one

    def sign_in(self, page: Page) -> None:
        """Open the counsellor's page by e-mail and password."""
        page.goto(f"{self.house.origin}/conseil")
        page.get_by_label("Adresse e-mail").fill(self.email)
        page.get_by_label("Mot de passe").fill(self.password)
        press(page, "Entrer")
        reads(page, "Ma semaine")

    def close(self) -> None:
        """End the account: nobody is shown it in the next test."""
        self.house.ask("POST", f"/api/colleagues/{self.id}/disable")
        self.house.loop.run(self._phone.__aexit__())


class ForeignClient:
    """Vdirsyncer: a copy of one calendar in a folder, which it brings up to date both ways."""

    def __init__(self, folder: Path, account: dict[str, str]) -> None:
        self._folder = folder
        (folder / "config").write_text(VDIRSYNCER.format(folder=folder, **account))
        self._do("discover")

    def _do(self, *words: str) -> None:
        command = (str(Path(sys.executable).with_name("vdirsyncer")), "-c", str(self._folder / "config"), *words)
        done = subprocess.run(command, input=b"y\n" * 9, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()

    def sync(self) -> None:
        """Bring both up to date."""
        self._do("sync", "--force-delete")

    def file_of(self, uid: str) -> Path | None:
        """The file of that event, after a sync."""
        self.sync()
        files = (it for it in (self._folder / "here").glob("*.ics"))
        return next((it for it in files if uid in it.read_text("utf-8").replace("\n ", "")), None)


def letters_to(house: House, address: str) -> list[EmailMessage]:
    """What the mailbox holds for somebody, read by another program's parser."""
    box = mailbox.Maildir(house.data / "mail", create=False)
    read = (BytesParser(policy=policy.default).parsebytes(box.get_bytes(key)) for key in box.iterkeys())
    return [it for it in read if address in str(it["to"])]
