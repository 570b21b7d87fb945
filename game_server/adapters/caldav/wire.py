"""HTTP to one calendar collection: conditional writes, bounded answers, and what each failure means."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import httpx
from defusedxml.ElementTree import ParseError, fromstring

from game_server.application.appointments.ports import CalendarUnreachable
from game_server.application.appointments.words import CaldavAccount

LARGEST_ANSWER = 32 * 1024 * 1024
TIMEOUT = httpx.Timeout(10.0)
REFUSED = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply, read whole."""

    status: int
    etag: str | None
    body: bytes


class CalendarWire:
    """One HTTP client for every account; nothing of one account is kept for another."""

    def __init__(self, transport: httpx.AsyncBaseTransport | None = None) -> None:
        """Take another transport, or httpx's own."""
        self._client = httpx.AsyncClient(timeout=TIMEOUT, transport=transport, follow_redirects=False, trust_env=False)

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()

    async def send(
        self,
        account: CaldavAccount,
        method: str,
        name: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Send one request about the file `name` of the collection; `CalendarUnreachable` when nothing is answered."""
        auth = httpx.BasicAuth(account.user, account.password) if account.user else None
        try:
            async with self._client.stream(
                method, account.url.rstrip("/") + "/" + name, headers=headers, content=body, auth=auth
            ) as response:
                content = await _bounded(response)
                return Answer(response.status_code, response.headers.get("etag"), content)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise CalendarUnreachable("silent") from error

    async def fetch(self, url: str) -> Answer:
        """Read what is published at an address; `CalendarUnreachable` when nothing is answered."""
        try:
            async with self._client.stream("GET", url, headers={"accept": "text/calendar"}) as response:
                return Answer(response.status_code, response.headers.get("etag"), await _bounded(response))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise CalendarUnreachable("silent") from error


def read_xml(answer: Answer) -> Element:
    """Parse a 207 answer; `CalendarUnreachable` when it is anything else."""
    if answer.status in REFUSED:
        raise CalendarUnreachable("refused")
    if answer.status in (404, 410):
        raise CalendarUnreachable("not_found")
    if answer.status >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise CalendarUnreachable("silent")
    if answer.status != httpx.codes.MULTI_STATUS:
        raise CalendarUnreachable("not_a_calendar")
    try:
        root: Element = fromstring(answer.body)
    except ParseError as error:
        raise CalendarUnreachable("not_a_calendar") from error
    return root


async def _bounded(response: httpx.Response) -> bytes:
    content = bytearray()
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > LARGEST_ANSWER:
            raise CalendarUnreachable("too_large")
    return bytes(content)
