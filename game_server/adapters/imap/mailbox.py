"""The mailbox that counsellors' calendars answer to, over IMAP (RFC 9051)."""

import asyncio
import contextlib
import imaplib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from game_server.application.appointments.replies import InboxUnreachable, Letter

TIMEOUT = 10.0
MOST_AT_ONCE = 50
LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class MailAccount:
    """Where mail is read; `tls` is off on loopback only."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    tls: bool = True


def account_at(url: str) -> MailAccount:
    """Read `imaps://name:password@host:993/INBOX` (imap:// without TLS)."""
    parts = urlsplit(url)
    tls = parts.scheme == "imaps"
    port = parts.port or (993 if tls else 143)
    folder = unquote(parts.path.strip("/")) or "INBOX"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailAccount(parts.hostname or "localhost", port, user, password, folder, tls)


class ImapMailbox:
    """Gives what nobody has read yet; what was handled is marked as read and stays."""

    def __init__(self, account: MailAccount) -> None:
        """Take the account; a connection is opened for each look and closed after it."""
        self._account = account

    async def unread(self) -> list[Letter]:
        """Give unread mails, oldest first, fifty at most. Raises `InboxUnreachable`."""
        return await asyncio.to_thread(self._unread)

    async def handled(self, numbers: list[str]) -> None:
        """Mark these as read. Raises `InboxUnreachable`."""
        await asyncio.to_thread(self._mark, numbers)

    def _unread(self) -> list[Letter]:
        with self._open() as client:
            _, found = client.uid("SEARCH", "UNSEEN", "SMALLER", str(LARGEST))
            numbers = (found[0] or b"").decode().split()[:MOST_AT_ONCE]
            return [Letter(number, body) for number in numbers if (body := _body(client, number)) is not None]

    def _mark(self, numbers: list[str]) -> None:
        with self._open() as client:
            for number in numbers:
                client.uid("STORE", number, "+FLAGS", "(\\Seen)")

    @contextlib.contextmanager
    def _open(self) -> Iterator[imaplib.IMAP4]:
        account = self._account
        kind = imaplib.IMAP4_SSL if account.tls else imaplib.IMAP4
        try:
            with kind(account.host, account.port, timeout=TIMEOUT) as client:
                client.login(account.user, account.password)
                status, _ = client.select(account.folder)
                if status != "OK":
                    raise InboxUnreachable("no_folder")
                yield client
        except imaplib.IMAP4.error as error:
            raise InboxUnreachable("refused") from error
        except OSError as error:
            raise InboxUnreachable("silent") from error


def _body(client: imaplib.IMAP4, number: str) -> bytes | None:
    # PEEK: a mail that we fail to handle must still be there, unread, at the next look.
    _, parts = client.uid("FETCH", number, "(BODY.PEEK[])")
    return next((part[1] for part in parts if isinstance(part, tuple)), None)
