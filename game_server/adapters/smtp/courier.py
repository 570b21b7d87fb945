"""Carries mails to a mail server; each refusal is read by its own code."""

from dataclasses import dataclass, field

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from game_server.application.appointments.records import Claimed
from game_server.application.appointments.sending import Outcome, Verdict

TIMEOUT = 15.0
FOR_EVER = 500


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mails leave: `security` is `none` (loopback), `starttls` or `tls`; `sender` is the envelope's address."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)


class SmtpCourier:
    """Sends the fixed bytes of a message to its one recipient, over one connection each."""

    def __init__(self, server: MailServer) -> None:
        """Take the mail server."""
        self._server = server

    async def deliver(self, claimed: Claimed) -> Outcome:
        """Send once. 4xx, a cut or a silence are tried again; 5xx and a refused password are not."""
        try:
            await self._send(claimed.delivery.recipient, claimed.delivery.payload)
        except SMTPAuthenticationError as error:
            return _refused(error.code, "password_refused")
        except SMTPRecipientsRefused as error:
            return _refused(_code_of(error), "recipient")
        except SMTPResponseException as error:
            return _refused(error.code, "answer")
        except (SMTPException, OSError):
            return Outcome(Verdict.RETRY, "mail_server_silent")
        return Outcome(Verdict.DONE)

    async def _send(self, recipient: str, payload: bytes) -> None:
        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            timeout=TIMEOUT,
            use_tls=server.security == "tls",
            start_tls=server.security == "starttls",
            username=server.user or None,
            password=server.password or None,
        )
        async with client:
            await client.sendmail(server.sender, [recipient], payload)


def _code_of(refused: SMTPRecipientsRefused) -> int:
    """The lowest code: with one recipient there is one."""
    return min((it.code for it in refused.recipients if isinstance(it, SMTPRecipientRefused)), default=FOR_EVER)


def _refused(code: int, what: str) -> Outcome:
    return Outcome(Verdict.DEAD if code >= FOR_EVER else Verdict.RETRY, f"{what}_{code}")
