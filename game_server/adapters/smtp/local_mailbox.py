"""The demonstration's own mailbox: a real aiosmtpd on loopback that keeps every message in a Maildir."""

import asyncio
from email import message_from_binary_file
from email.message import EmailMessage
from email.policy import default
from mailbox import Maildir
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiosmtpd.smtp import SMTP, Envelope


class LocalMailbox:
    """Receives mail for everybody and sends nothing on."""

    def __init__(self, folder: Path) -> None:
        """Take the Maildir's folder (made when missing)."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._maildir = Maildir(folder, create=True)
        self._server: asyncio.Server | None = None
        self.port = 0

    async def __aenter__(self) -> Self:
        """Listen on a port that the system chooses; the same one at each later start."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: SMTP(self, hostname="localhost", loop=loop), "127.0.0.1", self.port
        )
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening; the messages stay."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    async def handle_DATA(self, _server: SMTP, _session: Any, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's names
        """Keep one message."""
        content = envelope.original_content
        if content is None:
            return "554 nothing received"
        await asyncio.to_thread(self._maildir.add, content)
        return "250 kept"

    def messages(self) -> list[EmailMessage]:
        """Every message kept, oldest first."""
        folder = self._folder
        files = sorted((*folder.glob("new/*"), *folder.glob("cur/*")), key=lambda it: (it.stat().st_mtime_ns, it.name))
        return [_parsed(it) for it in files]


def _parsed(file: Path) -> EmailMessage:
    with file.open("rb") as opened:
        return message_from_binary_file(opened, policy=default)
