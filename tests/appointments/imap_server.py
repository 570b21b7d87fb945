"""A real IMAP server (pymap, in memory) in a child process, and the letters that other people's programs put there."""

import asyncio
import contextlib
import imaplib
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from pathlib import Path

from game_server.adapters.imap.mailbox import MailAccount

USER, PASSWORD = "rendez-vous", "pass-word"


@asynccontextmanager
async def imap_server() -> AsyncIterator[MailAccount]:
    """Start it on a free port, and stop it afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = Path(sys.executable).with_name("pymap")
    where = ("--host", "127.0.0.1", "--port", str(port), "--no-tls", "--no-service", "admin")
    process = await asyncio.create_subprocess_exec(
        str(command),
        *where,
        *("dict", "--demo-user", USER, "--demo-password", PASSWORD),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    account = MailAccount("127.0.0.1", port, USER, PASSWORD, tls=False)
    try:
        await _answering(account)
        yield account
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _answering(account: MailAccount) -> None:
    for _ in range(100):
        try:
            await asyncio.to_thread(_connect, account)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return
    raise RuntimeError("the IMAP server did not start")


def _connect(account: MailAccount) -> None:
    with imaplib.IMAP4(account.host, account.port, timeout=2) as client:
        client.noop()


async def put(account: MailAccount, body: bytes) -> None:
    """Put one mail into the mailbox, unread."""

    def append() -> None:
        with imaplib.IMAP4(account.host, account.port, timeout=5) as client:
            client.login(account.user, account.password)
            client.append("INBOX", "", imaplib.Time2Internaldate(0), body)

    await asyncio.to_thread(append)


def reply(
    uid: str,
    sequence: int,
    answer: str,
    attendee: str,
    *,
    sender: str | None = None,
    method: str = "REPLY",
    name: str = "1",
) -> bytes:
    """A mail as Thunderbird and Outlook write it: words for people, and a part for programs."""
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Another program//FR",
        "VERSION:2.0",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SEQUENCE:{sequence}",
        "DTSTAMP:20270322T080000Z",
        "DTSTART:20270323T080000Z",
        f"ATTENDEE;CN=Nadia;PARTSTAT={answer}:mailto:{attendee}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    message = EmailMessage()
    message["From"] = f"Nadia <{sender or attendee}>"
    message["To"] = "rendez-vous@lille.example"
    message["Subject"] = "Réponse"
    message["Message-ID"] = f"<{name}@another.example>"
    message.set_content("Nadia a répondu.")
    message.add_alternative("\r\n".join(lines), subtype="calendar", params={"method": method})
    return bytes(message)
