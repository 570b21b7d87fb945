"""The appointment over HTTP, from the counsellor's hours to the choice that the game hears of."""

from datetime import datetime
from typing import Any

import pytest

from game_server.core.ids import GroupId
from tests.http.browser import Browser, refused
from tests.http.matrix import WEEK
from tests.http.town import House, Young

ANSWER = {"type": "play", "mission": "riddle", "step": 0, "action": {"type": "riddle/answer", "text": "l’écluse"}}


@pytest.fixture
async def counsellor(house: House) -> Browser:
    """A counsellor who receives by mail, every day from 9 to 17."""
    counsellor = await house.town.hire(house, "counsellor")
    await counsellor.put("/api/counsellor/calendar", {"channel": "imip", "site": str(house.founded.site.id)})
    week = [WEEK["openings"][0] | {"weekday": day} for day in range(7)]
    await counsellor.put("/api/counsellor/openings", {"openings": week})
    return counsellor


@pytest.fixture
async def inaya(house: House, counsellor: Browser) -> Young:
    """Alone at the table, in the appointment mission."""
    inaya = await house.join("Inaya")
    await house.play(inaya)
    phone = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    await phone.hello()
    await phone.submit(ANSWER)
    live = await house.town.parts.live_groups.awake(GroupId(house.group["id"]))
    assert live.state.current == "meeting"
    return inaya


def _choice(choice: str, **more: Any) -> dict[str, Any]:
    return {"mission": "meeting", "choice": choice} | more


async def test_a_chosen_slot_is_on_both_pages_and_the_game_hears_only_that_it_is_done(
    house: House, inaya: Young, counsellor: Browser
):
    page = await inaya.phone.get(f"{inaya.path}/slots?mission=meeting")
    slot = page["slots"][0]
    assert slot["counsellor"] == "Léa Morel"
    game = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    await game.hello()
    body = _choice("slot", offer=slot["offer"], key="k1", shared=["Je cherche une formation."])
    booking = (await inaya.phone.post(f"{inaya.path}/choice", body))["booking"]
    assert (booking["start"], booking["status"], booking["place"]) == (
        slot["start"],
        "booked",
        "lille, 5 rue des Lilas",
    )
    assert (await inaya.phone.post(f"{inaya.path}/choice", body))["booking"]["id"] == booking["id"]
    frame = await game.hear("frame")
    assert "formation" not in str(frame)
    (shown,) = (await counsellor.get("/api/counsellor/appointments"))["appointments"]
    assert (shown["id"], shown["first_name"], shown["shared"]) == (
        booking["id"],
        "Inaya",
        ["Je cherche une formation."],
    )
    file = (await inaya.phone.get(f"{inaya.path}/appointments/{booking['id']}.ics")).decode()
    assert "formation" not in file


async def test_a_slot_that_was_taken_is_answered_with_three_others_of_the_same_shape(house: House, inaya: Young):
    malo = await house.join("Malo")
    mine, theirs = [(await one.phone.get(f"{one.path}/slots"))["slots"][0] for one in (inaya, malo)]
    await inaya.phone.post(f"{inaya.path}/choice", _choice("slot", offer=mine["offer"], key="a"))
    answer = await malo.phone.ask("POST", f"{malo.path}/choice", _choice("slot", offer=theirs["offer"], key="b"))
    others = refused(answer, "slot_taken", 409)["details"]["slots"]
    assert len(others) == 3
    assert all(set(one) == set(mine) for one in others)
    await malo.phone.post(f"{malo.path}/choice", _choice("slot", offer=others[0]["offer"], key="c"))


async def test_a_phone_opened_by_pin_alone_may_ask_for_a_call_or_decline(
    house: House, inaya: Young, counsellor: Browser
):
    phone = house.town.browser()
    body = {"group_code": house.group["group_code"], "first_name": "Inaya", "pin": "402917"}
    await phone.post("/api/return", body)
    for choice in ("not_now", "call_back"):
        assert await phone.post(f"{inaya.path}/choice", _choice(choice)) == {"booking": None}
    assert [one["first_name"] for one in (await counsellor.get("/api/counsellor/appointments"))["call_backs"]] == [
        "Inaya"
    ]


async def test_only_a_mission_that_waits_for_it_takes_a_choice(house: House, counsellor: Browser):
    malo = await house.join("Malo")
    path = f"{malo.path}/choice"
    for mission, code, status in (
        ("meeting", "mission_not_open", 409),
        ("riddle", "unknown_mission", 404),
        ("inconnue", "unknown_mission", 404),
    ):
        body = _choice("not_now") | {"mission": mission}
        refused(await malo.phone.ask("POST", path, body), code, status)


async def test_somebody_else_s_offer_is_worth_nothing(house: House, inaya: Young):
    malo = await house.join("Malo")
    offer = (await inaya.phone.get(f"{inaya.path}/slots"))["slots"][0]["offer"]
    for given in (offer, offer[:-3], "", "x"):
        answer = await malo.phone.ask("POST", f"{malo.path}/choice", _choice("slot", offer=given, key="k"))
        refused(answer, "offer_not_valid", 422)


async def test_the_young_person_is_told_of_what_the_counsellor_does(inaya: Young, counsellor: Browser):
    slot = (await inaya.phone.get(f"{inaya.path}/slots"))["slots"][0]
    choice = _choice("slot", offer=slot["offer"], key="k")
    booking = (await inaya.phone.post(f"{inaya.path}/choice", choice))["booking"]
    path = f"/api/counsellor/appointments/{booking['id']}"
    assert (await counsellor.post(f"{path}/confirm"))["confirmed"]
    free = (await counsellor.get("/api/counsellor/appointments"))["free"]
    moved = await counsellor.post(f"{path}/move", {"start": free[5]["start"]})
    assert datetime.fromisoformat(moved["start"]) == datetime.fromisoformat(free[5]["start"])
    refused(await counsellor.ask("POST", f"{path}/mark", {"outcome": "attended"}), "too_early", 409)
    refused(await counsellor.ask("POST", f"{path}/move", {"start": "2020-01-01T10:00:00Z"}), "moment_not_valid", 422)
    refused(await counsellor.ask("POST", f"{path}/move", {"start": "2030-01-01T10:00:00"}), "unreadable", 422)
    told = await inaya.phone.get(f"{inaya.path}/notices")
    assert [one["kind"] for one in told] == ["confirmed", "moved"]
    await inaya.phone.post(f"{inaya.path}/notices", {"seen": [one["id"] for one in told]})
    assert await inaya.phone.get(f"{inaya.path}/notices") == []
    cancelled = (await inaya.phone.ask("DELETE", f"{inaya.path}/appointments/{booking['id']}")).json()
    assert cancelled["status"] == "cancelled_by_youth"
    assert (await counsellor.get("/api/counsellor/appointments"))["appointments"][0]["status"] == "cancelled_by_youth"


async def test_hours_are_said_once_and_taken_back(counsellor: Browser):
    added = await counsellor.post("/api/counsellor/exceptions", {"day": "2030-05-06", "start": "10:00", "end": "12:00"})
    away = {"start": "2030-05-07T00:00:00+02:00", "end": "2030-05-09T00:00:00+02:00"}
    absence = await counsellor.post("/api/counsellor/absences", away)
    hours = await counsellor.get("/api/counsellor/openings")
    assert len(hours["openings"]) == 7
    assert hours["exceptions"] == [{"id": added["id"], "day": "2030-05-06", "start": "10:00:00", "end": "12:00:00"}]
    assert datetime.fromisoformat(hours["absences"][0]["start"]) == datetime.fromisoformat(away["start"])
    for row in (added["id"], absence["id"]):
        await counsellor.ask("DELETE", f"/api/counsellor/hours/{row}")
    hours = await counsellor.get("/api/counsellor/openings")
    assert (hours["exceptions"], hours["absences"]) == ([], [])
    for path, body in (
        ("exceptions", {"day": "2030-05-06", "start": "12:00", "end": "10:00"}),
        ("exceptions", {"day": "2030-05-06", "start": "12:00"}),
        ("absences", {"start": away["end"], "end": away["start"]}),
    ):
        refused(await counsellor.ask("POST", f"/api/counsellor/{path}", body), "hours_not_valid", 422)


async def test_a_calendar_that_does_not_answer_is_not_kept_and_its_password_never_shown(
    house: House, counsellor: Browser
):
    account = {"url": "http://127.0.0.1:1/nadia/", "user": "nadia", "password": "canari-secret"}
    body = {"channel": "caldav", "site": str(house.founded.site.id), "account": account}
    answer = await counsellor.ask("PUT", "/api/counsellor/calendar", body)
    refused(answer, "calendar_unreachable", 409)
    assert "canari" not in answer.text
    kept = await counsellor.get("/api/counsellor/calendar")
    assert (kept["channel"], kept["account"]) == ("imip", None)
    for wrong in ({"channel": "caldav", "account": None}, {"channel": "imip", "account": account}):
        refused(await counsellor.ask("PUT", "/api/counsellor/calendar", body | wrong), "channel_not_valid", 422)


async def test_a_counsellor_who_has_said_nothing_yet_sees_an_empty_desk(house: House):
    assert await house.lead.get("/api/counsellor/calendar") is None
    nothing = {"appointments": [], "call_backs": [], "free": [], "busy": [], "holidays": []}
    assert await house.lead.get("/api/counsellor/appointments") == nothing
