"""The counsellor's calendar over CalDAV (RFC 4791): what keeps them busy, and our own events read back."""

import asyncio
from datetime import datetime, timedelta
from uuid import uuid4

import httpx

from game_server.adapters.caldav.events import busy_times, event_of
from game_server.adapters.caldav.wire import REFUSED, CalendarWire, read_xml
from game_server.application.appointments.ports import CalendarUnreachable
from game_server.application.appointments.records import Occurrence, RemoteEvent
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.words import CaldavAccount, Counsellor

XML = {"content-type": "application/xml; charset=utf-8"}
ICS = {"content-type": "text/calendar; charset=utf-8"}
ETAG = "{DAV:}getetag"
CALENDAR_DATA = "{urn:ietf:params:xml:ns:caldav}calendar-data"
MARGIN = timedelta(days=1)
_WHY = {401: "refused", 403: "refused", 404: "not_found", 410: "not_found"}

QUERY = """<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><D:getetag/><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="{start:%Y%m%dT%H%M%SZ}" end="{end:%Y%m%dT%H%M%SZ}"/>
</C:comp-filter></C:comp-filter></C:filter>
</C:calendar-query>"""

VERSION = """<?xml version="1.0" encoding="utf-8"?>
<D:propfind xmlns:D="DAV:" xmlns:S="http://calendarserver.org/ns/"><D:prop><D:sync-token/><S:getctag/></D:prop></D:propfind>
"""
TOKENS = ("{DAV:}sync-token", "{http://calendarserver.org/ns/}getctag")

PROBE = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Eclats//Rendez-vous//FR\r
BEGIN:VEVENT\r
UID:{uid}\r
DTSTAMP:20000101T000000Z\r
DTSTART:20000101T000000Z\r
DTEND:20000101T000100Z\r
SUMMARY:Essai\r
TRANSP:TRANSPARENT\r
END:VEVENT\r
END:VCALENDAR\r
"""


class CaldavCalendar:
    """Reads calendars; `check` also proves that we may write."""

    def __init__(self, wire: CalendarWire) -> None:
        """Take the HTTP client."""
        self._wire = wire

    async def occurrences(self, account: CaldavAccount, window: Interval, owner: Counsellor) -> list[Occurrence]:
        """Give every busy time in the window, our own events included."""
        # Servers read whole days and floating times as UTC, so the question is wider than what is kept.
        query = QUERY.format(start=window.start - MARGIN, end=window.end + MARGIN)
        answer = await self._wire.send(account, "REPORT", headers={**XML, "depth": "1"}, body=query.encode())
        texts = [(it.findtext(f".//{CALENDAR_DATA}") or "", it.findtext(f".//{ETAG}")) for it in read_xml(answer)]
        # Expanding thousands of series takes a while: not on the loop that serves everybody.
        return await asyncio.to_thread(busy_times, texts, window, owner)

    async def version(self, account: CaldavAccount) -> str | None:
        """Give the calendar's sync-token, or its ctag; None when it has neither."""
        answer = await self._wire.send(account, "PROPFIND", headers={**XML, "depth": "0"}, body=VERSION.encode())
        found = read_xml(answer)
        return next((it.text for name in TOKENS for it in found.iter(name) if it.text), None)

    async def subscribed(self, url: str, window: Interval, owner: Counsellor) -> list[Occurrence]:
        """Give every busy time of a calendar published as one file (the addresses that begin with webcal: too)."""
        answer = await self._wire.fetch(url.replace("webcal:", "https:", 1) if url.startswith("webcal:") else url)
        if answer.status != httpx.codes.OK:
            raise CalendarUnreachable(_WHY.get(answer.status, "silent"))
        if not answer.body.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"BEGIN:VCALENDAR"):
            raise CalendarUnreachable("not_a_calendar")
        text = answer.body.decode("utf-8-sig", "replace")
        return await asyncio.to_thread(busy_times, [(text, None)], window, owner)

    async def read(self, account: CaldavAccount, uid: str) -> RemoteEvent | None:
        """Read one of our events back; None when it is not there."""
        answer = await self._wire.send(account, "GET", file_name(uid))
        if answer.status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
            return None
        if answer.status != httpx.codes.OK:
            raise CalendarUnreachable("refused" if answer.status in REFUSED else "silent")
        return event_of(answer.body, answer.etag)

    async def check(self, account: CaldavAccount) -> None:
        """Prove that the account can be read and written, with an event of the year 2000 that is removed at once."""
        now = datetime(2000, 1, 1)  # noqa: DTZ001 - only its digits are used
        query = QUERY.format(start=now, end=now + MARGIN)
        read_xml(await self._wire.send(account, "REPORT", headers={**XML, "depth": "1"}, body=query.encode()))
        uid = f"essai-{uuid4()}"
        body = PROBE.format(uid=uid).encode()
        written = await self._wire.send(account, "PUT", file_name(uid), headers=ICS, body=body)
        if written.status not in (200, 201, 204):
            raise CalendarUnreachable("read_only")
        await self._wire.send(account, "DELETE", file_name(uid))


def file_name(uid: str) -> str:
    """The name of our event's file: some servers want the UID itself (RFC 4791 5.3.2 leaves it open)."""
    return f"{uid}.ics"
