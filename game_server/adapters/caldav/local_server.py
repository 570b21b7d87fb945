"""The demonstration's own calendar server: a real Radicale in a child process, on loopback."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from game_server.application.appointments.words import CaldavAccount

START_TRIES = 100
PAUSE = 0.1
MAKE_CALENDAR = """<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
<D:displayname>{name}</D:displayname>
<C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set>
</D:prop></D:set></C:mkcalendar>"""


class LocalCalendarServer:
    """Starts and stops Radicale over `folder`. Without `users`, every name enters with any password."""

    def __init__(self, folder: Path, users: dict[str, str] | None = None) -> None:
        """Take the storage folder (made when missing) and the passwords by name."""
        self._folder = folder
        self._users = users or {}
        self._process: asyncio.subprocess.Process | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """The root; a browser shows a sign-in page there."""
        return f"http://127.0.0.1:{self.port}/"

    async def __aenter__(self) -> Self:
        """Start, and wait until it answers; `RuntimeError` when it does not."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self.port = self.port or _free_port()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "radicale", "--config", "", *self._options()),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        await self._answering()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop; what it stored stays in the folder, and the next start uses the same port."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            await process.wait()

    async def make_calendar(self, user: str, name: str) -> CaldavAccount:
        """Make a calendar for `user`, or find it again, and give its account."""
        account = CaldavAccount(f"{self.url}{user}/{name}/", user, self._users.get(user, "demo"))
        async with httpx.AsyncClient(auth=(account.user, account.password), trust_env=False) as client:
            answer = await client.request("MKCALENDAR", account.url, content=MAKE_CALENDAR.format(name=name).encode())
        if answer.status_code not in (httpx.codes.CREATED, httpx.codes.CONFLICT, httpx.codes.METHOD_NOT_ALLOWED):
            raise RuntimeError(f"the calendar server answered {answer.status_code} to MKCALENDAR")
        return account

    def _options(self) -> list[str]:
        options = ["--server-hosts", f"127.0.0.1:{self.port}"]
        options += ["--storage-filesystem-folder", str(self._folder / "collections")]
        if not self._users:
            return [*options, "--auth-type", "none"]
        passwords = self._folder / "users"
        passwords.write_text("".join(f"{name}:{password}\n" for name, password in self._users.items()))
        passwords.chmod(0o600)
        options += ["--auth-type", "htpasswd", "--auth-htpasswd-filename", str(passwords)]
        return [*options, "--auth-htpasswd-encryption", "plain", "--auth-delay", "0"]

    async def _answering(self) -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            for _ in range(START_TRIES):
                if self._process is None or self._process.returncode is not None:
                    break
                with contextlib.suppress(httpx.HTTPError):
                    await client.get(f"{self.url}.web/")
                    return
                await asyncio.sleep(PAUSE)
        await self.__aexit__(None, None, None)
        raise RuntimeError("the calendar server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
