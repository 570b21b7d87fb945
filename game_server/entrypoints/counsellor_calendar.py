"""How a counsellor receives appointments: the calendar, tried before it is kept, and what young people see."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from game_server.application.appointments.slots import Terms
from game_server.application.appointments.words import (
    MEETING,
    CaldavAccount,
    Channel,
    Counsellor,
    Place,
)
from game_server.application.people import Staff
from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.bodies import Answer, Body, Text
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.wired import ByCounsellor, Wired

router = APIRouter(prefix="/api/counsellor", tags=["counsellor"])

Minutes = Annotated[int, Field(ge=0, le=240)]


class TermsShown(Answer):
    """How meetings are given, in minutes but for `min_notice_hours` and `max_ahead_days`."""

    minutes: int
    before: int
    after: int
    step: int
    min_notice_hours: int
    max_ahead_days: int
    daily_cap: int | None


class TermsGiven(Body):
    """The same, as a counsellor says it."""

    minutes: Annotated[int, Field(ge=5, le=240)]
    before: Minutes = 0
    after: Minutes = 10
    step: Annotated[int, Field(ge=5, le=240)] = 30
    min_notice_hours: Annotated[int, Field(ge=0, le=24 * 14)] = 24
    max_ahead_days: Annotated[int, Field(ge=1, le=120)] = 42
    daily_cap: Annotated[int, Field(ge=1, le=50)] | None = 8


class AccountGiven(Body):
    """A CalDAV calendar; without a password, the one already given stays."""

    url: Annotated[str, Field(max_length=500, pattern=r"^https?://")]
    user: Text
    password: Text | None = None


class CalendarGiven(Body):
    """How appointments are received: exactly one channel. `busy_url` is a calendar that is only read (ICS address).

    `phone` and `video_link` are where one is called or seen; `words` greet a young person; `replaced_by` receives too.
    """

    channel: Literal["caldav", "imip"]
    site: UUID
    account: AccountGiven | None = None
    terms: TermsGiven | None = None
    busy_url: Annotated[str, Field(max_length=1000, pattern=r"^(https?|webcal)://")] | None = None
    phone: Annotated[str, Field(max_length=30)] | None = None
    video_link: Annotated[str, Field(max_length=500, pattern=r"^https://")] | None = None
    words: Annotated[str, Field(max_length=280)] | None = None
    replaced_by: UUID | None = None


class AccountShown(Answer):
    """The calendar, never its password."""

    url: str
    user: str


class CalendarShown(Answer):
    """How appointments are received; `read_at` is when the calendar was last read."""

    channel: str
    site: UUID
    account: AccountShown | None
    terms: TermsShown
    read_at: datetime | None
    busy_url: str | None
    phone: str | None
    video_link: str | None
    words: str | None
    replaced_by: UUID | None


class CalendarTried(Answer):
    """What a try has found, and the sentence that says it."""

    busy: int
    written: bool
    sentence: str


@router.get("/calendar")
async def calendar(parts: Wired, staff: ByCounsellor) -> CalendarShown | None:
    """How I receive appointments, or null before I said it."""
    found = await parts.availability.calendar(staff.structure, staff.id)
    return _shown(found) if found else None


@router.put("/calendar")
async def save_calendar(parts: Wired, staff: ByCounsellor, body: CalendarGiven) -> CalendarShown:
    """Say how I receive appointments; what is to be read or written is tried first."""
    counsellor = await _given(parts, staff, body)
    await parts.availability.save_calendar(counsellor)
    return _shown(counsellor)


@router.post("/calendar/try")
async def try_calendar(parts: Wired, staff: ByCounsellor, body: CalendarGiven) -> CalendarTried:
    """Try a calendar without keeping it: read it, write an event there and remove it again."""
    tried = await parts.availability.try_calendar(await _given(parts, staff, body))
    found = "aucun événement" if not tried.busy else f"{tried.busy} événement{'s' if tried.busy > 1 else ''}"
    written = " et l’écriture fonctionne" if tried.written else ""
    sentence = f"La lecture fonctionne ({found} dans les semaines à venir){written}."
    return CalendarTried(busy=tried.busy, written=tried.written, sentence=sentence)


async def _given(parts: Parts, staff: Staff, body: CalendarGiven) -> Counsellor:
    known = await parts.availability.calendar(staff.structure, staff.id)
    site = (await parts.directory.places(staff.structure)).get(body.site)
    if site is None:
        raise RefusedRequest("unknown_site", "Ce lieu n’est pas dans votre structure. Choisissez-le dans la liste.")
    return Counsellor(
        id=staff.id,
        structure=staff.structure,
        name=staff.name,
        email=staff.email,
        channel=Channel(body.channel),
        place=Place(site.id, site.name, site.address, site.time_zone, site.holiday_profile),
        terms=terms_of(body.terms, known),
        account=_account(body.account, known),
        reasons=known.reasons if known else (),
        **_said_before(known, body),
    )


def _said_before(known: Counsellor | None, body: CalendarGiven) -> dict[str, Any]:
    """What the request says of these, and what was known of those it does not name."""
    names = ("busy_url", "phone", "video_link", "words", "replaced_by")
    return {name: getattr(body if name in body.model_fields_set or known is None else known, name) for name in names}


def terms_of(given: TermsGiven | None, known: Counsellor | None) -> Terms:
    """The terms given, or those already known, or the usual ones."""
    if given is None:
        return known.terms if known else MEETING
    return Terms(
        minutes=given.minutes,
        before=timedelta(minutes=given.before),
        after=timedelta(minutes=given.after),
        step=timedelta(minutes=given.step),
        min_notice=timedelta(hours=given.min_notice_hours),
        max_ahead=timedelta(days=given.max_ahead_days),
        daily_cap=given.daily_cap,
    )


def _account(given: AccountGiven | None, known: Counsellor | None) -> CaldavAccount | None:
    if given is None:
        return None
    url = given.url if given.url.endswith("/") else f"{given.url}/"
    old = known.account if known else None
    same = old is not None and (old.url, old.user) == (url, given.user)
    password = given.password if given.password is not None else old.password if old and same else ""
    return CaldavAccount(url, given.user, password)


def _shown(counsellor: Counsellor) -> CalendarShown:
    terms, account = counsellor.terms, counsellor.account
    return CalendarShown(
        channel=counsellor.channel.value,
        site=counsellor.place.id,
        account=AccountShown(url=account.url, user=account.user) if account else None,
        terms=TermsShown.model_validate(as_said(terms)),
        read_at=counsellor.read_at,
        busy_url=counsellor.busy_url,
        phone=counsellor.phone,
        video_link=counsellor.video_link,
        words=counsellor.words,
        replaced_by=counsellor.replaced_by,
    )


def as_said(terms: Terms) -> dict[str, int | None]:
    """Terms as a counsellor says them."""
    return {
        "minutes": terms.minutes,
        "before": minutes_of(terms.before),
        "after": minutes_of(terms.after),
        "step": minutes_of(terms.step),
        "min_notice_hours": minutes_of(terms.min_notice) // 60,
        "max_ahead_days": terms.max_ahead.days,
        "daily_cap": terms.daily_cap,
    }


def minutes_of(length: timedelta) -> int:
    """Whole minutes."""
    return int(length.total_seconds() // 60)
