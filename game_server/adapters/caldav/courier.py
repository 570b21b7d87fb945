"""Carries events to the counsellor's calendar with conditional writes: nothing that its owner did is overwritten."""

from datetime import datetime

import httpx

from game_server.adapters.caldav.calendar import ICS, CaldavCalendar, file_name
from game_server.adapters.caldav.events import event_of
from game_server.adapters.caldav.wire import REFUSED, Answer, CalendarWire
from game_server.application.appointments.ports import CalendarUnreachable
from game_server.application.appointments.records import Claimed, RemoteEvent
from game_server.application.appointments.sending import Outcome, Verdict
from game_server.application.appointments.words import CaldavAccount, Method

WRITTEN = frozenset({200, 201, 204})
GONE = frozenset({404, 410})
CHANGED = 412
LATER = frozenset({408, 423, 425, 429})

EDITED_ELSEWHERE = Outcome(Verdict.CONFLICT, "edited_elsewhere")
DELETED_ELSEWHERE = Outcome(Verdict.CONFLICT, "deleted_elsewhere")


class CaldavCourier:
    """Writes, updates and removes our events. The version last written (ETag) travels with each message."""

    def __init__(self, wire: CalendarWire) -> None:
        """Take the HTTP client."""
        self._wire = wire
        self._calendar = CaldavCalendar(wire)

    async def deliver(self, claimed: Claimed) -> Outcome:
        """Send the bytes once; a lost answer is recognised at the next try by reading the event back."""
        if claimed.account is None:
            return Outcome(Verdict.DEAD, "no_calendar")
        try:
            if claimed.delivery.method is Method.CANCEL:
                return await self._remove(claimed.account, claimed.delivery.uid, claimed.etag)
            return await self._write(claimed.account, claimed, claimed.etag)
        except CalendarUnreachable as error:
            return Outcome(Verdict.DEAD if error.reason == "refused" else Verdict.RETRY, error.reason)

    async def _write(self, account: CaldavAccount, claimed: Claimed, etag: str | None) -> Outcome:
        condition = {"if-none-match": "*"} if etag is None else {"if-match": etag}
        name, body = file_name(claimed.delivery.uid), claimed.delivery.payload
        answer = await self._wire.send(account, "PUT", name, headers={**ICS, **condition}, body=body)
        if answer.status in WRITTEN:
            return Outcome(Verdict.DONE, etag=answer.etag or await self._etag(account, claimed.delivery.uid))
        if answer.status == CHANGED or (answer.status in GONE and etag is not None):
            return await self._compare(account, claimed, etag)
        return _failed(answer)

    async def _compare(self, account: CaldavAccount, claimed: Claimed, etag: str | None) -> Outcome:
        there = await self._calendar.read(account, claimed.delivery.uid)
        if there is None:
            return DELETED_ELSEWHERE if etag is not None else Outcome(Verdict.RETRY, "not_stored")
        ours = event_of(claimed.delivery.payload, None)
        if _same(there, ours):
            return Outcome(Verdict.DONE, "already_there", there.etag)
        if etag is None and _is_our_older_revision(there, ours):
            return await self._write(account, claimed, there.etag)
        return EDITED_ELSEWHERE

    async def _remove(self, account: CaldavAccount, uid: str, etag: str | None) -> Outcome:
        if etag is None:
            there = await self._calendar.read(account, uid)
            if there is None:
                return Outcome(Verdict.DONE, "was_not_there")
            etag = there.etag
        answer = await self._wire.send(account, "DELETE", file_name(uid), headers={"if-match": etag} if etag else {})
        if answer.status in WRITTEN | GONE:
            return Outcome(Verdict.DONE)
        if answer.status == CHANGED:
            there = await self._calendar.read(account, uid)
            return Outcome(Verdict.DONE, "was_not_there") if there is None else EDITED_ELSEWHERE
        return _failed(answer)

    async def _etag(self, account: CaldavAccount, uid: str) -> str | None:
        there = await self._calendar.read(account, uid)
        return None if there is None else there.etag


def _same(there: RemoteEvent, ours: RemoteEvent) -> bool:
    return (there.sequence, there.during, there.dtstamp) == (ours.sequence, ours.during, ours.dtstamp)


def _is_our_older_revision(there: RemoteEvent, ours: RemoteEvent) -> bool:
    """Say whether an earlier write of ours, whose answer was lost, stands there as we wrote it."""
    older = there.sequence < ours.sequence and _before(there.dtstamp, ours.dtstamp)
    return older and not there.touched


def _before(first: datetime | None, second: datetime | None) -> bool:
    return first is not None and second is not None and first <= second


def _failed(answer: Answer) -> Outcome:
    if answer.status in REFUSED:
        return Outcome(Verdict.DEAD, "refused")
    if answer.status >= httpx.codes.INTERNAL_SERVER_ERROR or answer.status in LATER:
        return Outcome(Verdict.RETRY, f"status_{answer.status}")
    return Outcome(Verdict.DEAD, f"status_{answer.status}")
