"""The demonstration's own calendar server: a real Radicale in a child process, on loopback."""

import asyncio
import contextlib
import socket
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from game_server.application.appointments.words import CaldavAccount

PORTS_TRIED = 3
START_TRIES = 60
PAUSE = 0.1
PATIENCE = 5.0
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
        # Between the choice of a free port and its use, another program may take it: then choose again.
        ports = [self.port] if self.port else [_free_port() for _ in range(PORTS_TRIED)]
        for self.port in ports:
            await self._start()
            if await self._answering():
                return self
            await self._stop()
        raise RuntimeError("the calendar server did not start")

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop; what it stored stays in the folder, and the next start uses the same port."""
        await self._stop()

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

    async def _start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "radicale", "--config", "", *self._options()),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )

    async def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            async with asyncio.timeout(PATIENCE):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    async def _answering(self) -> bool:
        async with httpx.AsyncClient(trust_env=False, timeout=1.0) as client:
            for _ in range(START_TRIES):
                await asyncio.sleep(PAUSE)
                if self._process is None or self._process.returncode is not None:
                    return False
                with contextlib.suppress(httpx.HTTPError):
                    answer = await client.get(f"{self.url}.web/")
                    return answer.is_success and self._process.returncode is None
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
