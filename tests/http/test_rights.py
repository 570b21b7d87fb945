"""Who may do what: every route against everybody who may not, and nothing changes.

Spec: A7 P3 S12 X9
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from game_server.entrypoints.app import create_app
from tests.http.browser import PATIENCE, Browser, refused
from tests.http.matrix import ROUTES, SOME, WEEK, Route
from tests.http.town import PIN, House, Town, Young

WRONG_ROLES = {
    "console": ("counsellor",),
    "people": ("manager",),
    "facilitator": ("counsellor", "manager"),
    "manager": ("counsellor", "facilitator"),
    "counsellor": ("facilitator", "manager"),
}
LIVELY = ("session", "pace", "delivery")
NOT_THERE = {
    "group": ("unknown_group", 404),
    "call": ("unknown_call", 404),
    "booking": ("appointment_not_found", 404),
    "colleague": ("unknown_staff", 404),
}


@dataclass
class Stage:
    """Two structures; in the first one two seats, an appointment, a call for help; in the second one a full account."""

    lille: House
    inaya: Young
    malo: Young
    pin_only: Browser
    foreign: House
    places: dict[str, str]
    database_url: str

    def address(self, route: Route) -> str:
        return route.path.format(**self.places)

    def body(self, route: Route) -> Any:
        if isinstance(route.body, dict):
            return {name: self.places["site"] if value == "{site}" else value for name, value in route.body.items()}
        return route.body

    async def ask(self, who: Browser, route: Route) -> Any:
        return await who.ask(route.method, self.address(route), self.body(route))

    async def settled(self) -> None:
        """Wait until the game has heard of the appointment: from here on nothing moves by itself."""
        connection = await asyncpg.connect(self.database_url)
        await connection.execute("SELECT set_config('app.structure', 'operator', false)")
        async with asyncio.timeout(PATIENCE):
            while await connection.fetchval("SELECT count(*) FROM facts_to_tell WHERE told_at IS NULL"):  # noqa: ASYNC110 - a row
                await asyncio.sleep(0.05)
        await connection.close()

    async def everything(self) -> dict[str, str]:
        """A mark of every table but those that live by being used: sessions, the pace of strangers, messages on their way."""
        connection = await asyncpg.connect(self.database_url)
        try:
            await connection.execute("SELECT set_config('app.structure', 'operator', false)")
            tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            query = "SELECT md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '')) FROM {} AS t"
            names = sorted(row["tablename"] for row in tables if row["tablename"] not in LIVELY)
            return {name: await connection.fetchval(query.format(name)) for name in names}
        finally:
            await connection.close()


@pytest.fixture
async def stage(town: Town, house: House, migrated_url: str) -> Stage:
    for role in ("facilitator", "counsellor", "manager"):
        await town.hire(house, role)
    inaya, malo = await house.join("Inaya"), await house.join("Malo")
    await house.play(inaya, malo)
    pin_only = town.browser()
    body = {"group_code": house.group["group_code"], "first_name": "Inaya", "pin": PIN}
    await pin_only.post("/api/return", body)
    booking, call = await _booked(house, inaya), await inaya.phone.post(f"{inaya.path}/help", {"kind": "distress"})
    foreign = await town.house("nantes")
    await foreign.lead.post("/api/staff/duty", {"on_duty": True})
    await foreign.lead.put("/api/counsellor/calendar", {"channel": "imip", "site": str(foreign.founded.site.id)})
    places = {
        "group": house.group["id"],
        "seat": inaya.seat,
        "site": str(house.founded.site.id),
        "booking": booking,
        "call": call["id"],
        "colleague": (await house.staff["counsellor"].get("/api/staff/me"))["id"],
        "code": house.door["code"],
        "notice": SOME,
        "row": SOME,
        "photo": SOME,
        "pack": "maison",
        "edition": "1",
        "version": "1",
        "day": "1",
        "key": SOME,
    }
    stage = Stage(house, inaya, malo, pin_only, foreign, places, migrated_url)
    await stage.settled()
    return stage


async def _booked(house: House, young: Young) -> str:
    counsellor = house.staff["counsellor"]
    await counsellor.put("/api/counsellor/calendar", {"channel": "imip", "site": str(house.founded.site.id)})
    week = [WEEK["openings"][0] | {"weekday": day} for day in range(7)]
    await counsellor.put("/api/counsellor/openings", {"openings": week})
    slots = await young.phone.get(f"{young.path}/slots")
    structure, seat = house.founded.structure.id, UUID(young.seat)
    booking = await house.town.parts.appointments.book(structure, seat, "meeting", slots["slots"][0]["offer"], "k")
    return str(booking.id)


async def test_the_matrix_names_every_route(town: Town):
    app = create_app(town.parts)
    known = {(method.upper(), path) for path, methods in app.openapi()["paths"].items() for method in methods}
    assert known == {(route.method, route.path) for route in ROUTES}


async def test_nobody_gets_past_a_door_without_a_session(stage: Stage, town: Town):
    before = await stage.everything()
    for route in (one for one in ROUTES if one.right != "anybody"):
        refused(await stage.ask(town.browser(), route), "signed_out", 401)
    assert await stage.everything() == before


async def test_a_seat_opens_no_other_seat_and_no_staff_page(stage: Stage):
    before = await stage.everything()
    for route in (one for one in ROUTES if one.right != "anybody"):
        refused(await stage.ask(stage.malo.phone, route), "signed_out", 401)
    assert await stage.everything() == before


async def test_staff_open_no_seat(stage: Stage):
    before = await stage.everything()
    for route in (one for one in ROUTES if one.right in ("seat", "known")):
        refused(await stage.ask(stage.lille.lead, route), "signed_out", 401)
    assert await stage.everything() == before


async def test_a_phone_opened_by_pin_alone_reaches_nothing_private(stage: Stage):
    before = await stage.everything()
    for route in (one for one in ROUTES if one.right == "known"):
        refused(await stage.ask(stage.pin_only, route), "known_phone_needed", 403)
    assert await stage.pin_only.get(f"{stage.inaya.path}/slots") == {
        "known": False,
        "counsellor": None,
        "slots": [],
        "away": [],
        "sentence": "",
    }
    for choice in ({"choice": "slot", "offer": "x", "key": "k"}, {"choice": "call_back", "shared": ["mon projet"]}):
        answer = await stage.pin_only.ask("POST", f"{stage.inaya.path}/choice", {"mission": "meeting"} | choice)
        refused(answer, "known_phone_needed", 403)
    assert await stage.everything() == before


async def test_a_wrong_role_is_refused_by_name(stage: Stage):
    before = await stage.everything()
    for route in ROUTES:
        for role in WRONG_ROLES.get(route.right, ()):
            refused(await stage.ask(stage.lille.staff[role], route), "role_missing", 403)
    assert await stage.everything() == before


async def test_who_is_not_on_duty_sees_no_call_for_help(stage: Stage):
    for route in (one for one in ROUTES if one.right == "duty"):
        refused(await stage.ask(stage.lille.lead, route), "not_on_duty", 403)


async def test_another_structure_finds_nothing_of_ours(stage: Stage):
    ours = [stage.places[name] for name in ("group", "seat", "site", "booking", "call", "colleague", "code")]
    ours.append(stage.malo.seat)
    before = await stage.everything()
    for route in (one for one in ROUTES if one.right not in ("anybody", "seat", "known")):
        if route.path == "/api/staff/sign-out" or (route.method != "GET" and not route.of):
            continue
        answer = await stage.ask(stage.foreign.lead, route)
        if route.of:
            refused(answer, *NOT_THERE[route.of])
        else:
            assert not any(one in answer.text for one in ours), route
    assert await stage.everything() == before


async def test_a_group_cannot_be_made_at_another_structure_s_site(stage: Stage):
    before = await stage.everything()
    create = next(one for one in ROUTES if one.path == "/api/groups" and one.method == "POST")
    refused(await stage.ask(stage.foreign.lead, create), "unknown_site", 404)
    calendar = {"channel": "imip", "site": stage.places["site"]}
    refused(await stage.foreign.lead.ask("PUT", "/api/counsellor/calendar", calendar), "unknown_site", 404)
    assert await stage.everything() == before


async def test_a_counsellor_touches_only_their_own_appointments(stage: Stage):
    before = await stage.everything()
    soon = (datetime.now(UTC) + timedelta(days=9)).isoformat()
    for act, body in (("confirm", None), ("move", {"start": soon}), ("cancel", None), ("mark", {"outcome": "excused"})):
        path = f"/api/counsellor/appointments/{stage.places['booking']}/{act}"
        refused(await stage.lille.lead.ask("POST", path, body), "appointment_not_found", 404)
    assert (await stage.lille.lead.get("/api/counsellor/appointments"))["appointments"] == []
    assert await stage.everything() == before


async def test_an_appointment_belongs_to_one_seat(stage: Stage):
    mine = f"/appointments/{stage.places['booking']}"
    for method, end in (("DELETE", ""), ("GET", ".ics")):
        answer = await stage.malo.phone.ask(method, f"{stage.malo.path}{mine}{end}")
        refused(answer, "appointment_not_found", 404)


async def test_the_sockets_close_with_a_sentence_for_whoever_may_not_enter(stage: Stage, town: Town):
    seat, console = f"/ws/seat/{stage.inaya.seat}", f"/ws/console/{stage.places['group']}"
    for who, path, code in (
        (town.browser(), seat, 4401),
        (stage.malo.phone, seat, 4401),
        (stage.lille.lead, seat, 4401),
        (town.browser(), console, 4401),
        (stage.inaya.phone, console, 4401),
        (stage.lille.staff["counsellor"], console, 1008),
        (stage.foreign.lead, console, 1008),
    ):
        closed, sentence = await (await who.open(path)).closed()
        assert closed == code
        assert sentence.endswith((".", "…")) or len(sentence.encode()) > 110
