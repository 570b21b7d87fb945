"""The papers as PDF files: a player's own, those of the way in, the group's picture, hours."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field

from game_server.application.papers.door import Address
from game_server.entrypoints.bodies import Body, Short
from game_server.entrypoints.qr import card_address, door_address, qr
from game_server.entrypoints.wired import ByFacilitator, KnownMe, Me, OnConsole, Wired

DAYS = Query(ge=1, le=1000)

own = APIRouter(prefix="/api/seats/{seat}/papers", tags=["papers"])
router = APIRouter(prefix="/api/groups/{group}/papers", tags=["papers"])


class IssuedCard(Body):
    """The card that was just issued: the server keeps a hash of it only, and prints it while a page still knows it."""

    card: Short


class CivilName(Body):
    """The first name of the civil register, for somebody who plays under another one; kept nowhere."""

    first_name: Annotated[str, Field(min_length=1, max_length=60)] | None = None


@own.get("/recap.pdf", response_class=Response)
async def recap(parts: Wired, player: Me, day: Annotated[int | None, DAYS] = None) -> Response:
    """The recap of a day, or of all those that are over."""
    return _pdf(await parts.papers.recap(player, day), "recap")


@own.get("/keepsake.pdf", response_class=Response)
async def keepsake(parts: Wired, player: KnownMe) -> Response:
    """What belongs to me, once the last day is over."""
    return _pdf(await parts.papers.keepsake(player), "carnet")


@own.post("/card.pdf", response_class=Response)
async def own_card(parts: Wired, player: KnownMe, body: IssuedCard) -> Response:
    """My personal card, to print."""
    url = card_address(parts.access, body.card)
    return _pdf(await parts.papers.own_card(player, body.card, Address(url, qr(url))), "carte")


@router.get("/door_cards.pdf", response_class=Response)
async def door_cards(parts: Wired, staff: OnConsole, group: UUID) -> Response:
    """Twelve cards for the door that is open."""
    found, door = await parts.papers.open_door(staff, group)
    url = door_address(parts.access, door.code)
    return _pdf(await parts.papers.door_cards(found, door, Address(url, qr(url))), "cartes")


@router.get("/door_poster.pdf", response_class=Response)
async def door_poster(parts: Wired, staff: OnConsole, group: UUID) -> Response:
    """One page for the wall, for the door that is open."""
    found, door = await parts.papers.open_door(staff, group)
    url = door_address(parts.access, door.code)
    return _pdf(await parts.papers.door_poster(found, door, Address(url, qr(url))), "affiche")


@router.get("/verriere.pdf", response_class=Response)
async def verriere(parts: Wired, staff: OnConsole, group: UUID, *, name: bool = False) -> Response:
    """The group's picture alone; with the group's name if they wish."""
    return _pdf(await parts.papers.verriere(staff, group, named=name), "verriere")


@router.post("/people/{seat}/card.pdf", response_class=Response)
async def card_of(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID, body: IssuedCard) -> Response:
    """Somebody's personal card, to print."""
    url = card_address(parts.access, body.card)
    return _pdf(await parts.papers.card_of(staff, group, seat, body.card, Address(url, qr(url))), "carte")


@router.get("/hours.pdf", response_class=Response)
async def hours(parts: Wired, staff: OnConsole, group: UUID) -> Response:
    """The hours of the group; surnames for facilitators only."""
    return _pdf(await parts.papers.hours(await parts.hours.sheet(staff, group)), "heures")


@router.get("/people/{seat}/attestation.pdf", response_class=Response)
async def attestation(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID) -> Response:
    """Somebody's attestation, under the first name that the game knows."""
    return _pdf(await parts.papers.attestation(await parts.hours.sheet(staff, group), seat), "attestation")


@router.post("/people/{seat}/attestation.pdf", response_class=Response)
async def named_attestation(parts: Wired, staff: ByFacilitator, group: UUID, seat: UUID, body: CivilName) -> Response:
    """The same, under the first name of the civil register."""
    sheet = await parts.hours.sheet(staff, group)
    return _pdf(await parts.papers.attestation(sheet, seat, body.first_name), "attestation")


def _pdf(data: bytes, name: str) -> Response:
    """A file to keep or to print; its name says nobody's."""
    disposition = f'attachment; filename="{name}.pdf"'
    return Response(data, media_type="application/pdf", headers={"Content-Disposition": disposition})
