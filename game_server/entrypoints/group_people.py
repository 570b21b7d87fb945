"""The people of a group as staff know them: who is behind a seat, cards, phones, hours."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter

from game_server.application.people import PersonLink, Seat, Staff
from game_server.application.refusals import RefusedRequest
from game_server.entrypoints.bodies import Answer, Body, Done, Short
from game_server.entrypoints.parts import Parts
from game_server.entrypoints.players import CardShown, NewPin
from game_server.entrypoints.qr import card_address, device_address, qr
from game_server.entrypoints.wired import ByFacilitator, ByStaff, OnConsole, Wired

router = APIRouter(prefix="/api/groups/{group}", tags=["people"])


class DeviceNoticed(Answer):
    """A « nouvel appareil » that nobody has put away."""

    id: UUID
    at: datetime


class Person(Answer):
    """A seat and the person behind it."""

    seat: UUID
    first_name: str
    surname: str | None
    file_number: str | None
    phone: str | None
    referent: UUID | None
    has_card: bool
    notices: list[DeviceNoticed]


class Link(Body):
    """Who a seat really is; without a referent: « premier entretien »."""

    surname: Short | None = None
    file_number: Short | None = None
    phone: Short | None = None
    referent: UUID | None = None


class DeviceCode(Answer):
    """A QR, good once and for ten minutes, that makes a phone a known one."""

    code: str
    url: str
    svg: str


class Revoked(Answer):
    """How many sessions were closed."""

    sessions: int


class StayShown(Answer):
    """One stretch of presence."""

    seat: UUID
    day: int
    arrived: datetime
    left: datetime | None


@router.get("/people")
async def people(parts: Wired, staff: ByStaff, group: UUID) -> list[Person]:
    """The seats with the people behind them; facilitators and counsellors only."""
    seats = await parts.groups.seats(staff, group)
    notices = await parts.admission.notices(staff, group) if "facilitator" in staff.roles else []
    return [_person(one, [DeviceNoticed(id=it.id, at=it.at) for it in notices if it.seat == one.id]) for one in seats]


def _person(seat: Seat, notices: list[DeviceNoticed]) -> Person:
    person = seat.person
    return Person(
        seat=seat.id,
        first_name=seat.first_name,
        surname=person.surname,
        file_number=person.file_number,
        phone=person.phone,
        referent=person.referent,
        has_card=seat.has_card,
        notices=notices,
    )


@router.put("/people/{seat}")
async def link(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID, body: Link) -> Done:
    """Say who a seat really is."""
    await _must_hold(parts, staff, group, seat)
    await parts.groups.link(staff, seat, PersonLink(body.surname, body.file_number, body.phone, body.referent))
    return Done()


@router.post("/people/{seat}/unslow")
async def unslow(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID) -> Done:
    """Let unknown phones try this seat again at once."""
    await _must_hold(parts, staff, group, seat)
    await parts.admission.unslow(staff, seat)
    return Done()


@router.post("/people/{seat}/card")
async def card(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID) -> CardShown:
    """Print a new personal card; the old one stops working."""
    await _must_hold(parts, staff, group, seat)
    token = await parts.admission.issue_card(staff, seat)
    return CardShown(card=token, svg=qr(card_address(parts.access, token)))


@router.post("/people/{seat}/device")
async def device(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID) -> DeviceCode:
    """Show a one-time QR for another phone."""
    await _must_hold(parts, staff, group, seat)
    code = await parts.admission.device_code(staff, seat)
    url = device_address(parts.access, code)
    return DeviceCode(code=code, url=url, svg=qr(url))


@router.post("/people/{seat}/pin")
async def new_pin(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID, body: NewPin) -> Done:
    """Choose another PIN together with the young person."""
    await _must_hold(parts, staff, group, seat)
    await parts.admission.new_pin(staff, seat, body.pin)
    return Done()


@router.post("/people/{seat}/revoke")
async def revoke(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID) -> Revoked:
    """A phone or a card is lost: close every session of the seat, and its card with them."""
    await _must_hold(parts, staff, group, seat)
    closed = await parts.admission.revoke_card(staff, seat)
    return Revoked(sessions=closed + await parts.admission.revoke_phones(staff, seat))


@router.post("/notices/{notice}/seen")
async def see_notice(parts: Wired, staff: ByFacilitator, group: UUID, notice: UUID) -> Done:
    """Put a « nouvel appareil » away."""
    await parts.groups.one(staff, group)
    await parts.admission.see_notice(staff, notice)
    return Done()


@router.get("/attendance")
async def attendance(parts: Wired, staff: OnConsole, group: UUID) -> list[StayShown]:
    """Who was there, each day from when to when."""
    stays = await parts.groups.attendance(staff, group)
    return [StayShown(seat=one.seat, day=one.day, arrived=one.arrived, left=one.left) for one in stays]


async def _must_hold(parts: Parts, staff: Staff, group: UUID, seat: UUID) -> None:
    if all(one.id != seat for one in await parts.groups.seats(staff, group)):
        raise RefusedRequest("unknown_seat", "Cette place n’est pas dans ce groupe. Rechargez la liste.")
