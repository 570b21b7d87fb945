"""A player's own place: what the page shows, what stays private, what is erased; and the calls for help."""

from game_server.application.help_numbers import HELP_NUMBERS
from tests.http.browser import refused
from tests.http.town import House


async def test_the_page_shows_the_group_the_adult_on_call_and_the_help_numbers(house: House):
    inaya = await house.join("Inaya")
    place = await inaya.phone.get(f"{inaya.path}/me")
    assert (place["first_name"], place["known"], place["on_call"], place["referent"]) == ("Inaya", True, None, None)
    assert (place["group"]["name"], place["group"]["code"]) == ("Le quai", house.group["group_code"])
    assert [one["number"] for one in place["numbers"]] == [
        "112",
        "114",
        "3114",
        "119",
        "3018",
        "0 800 235 236",
        "115",
    ]
    await house.lead.post("/api/staff/duty", {"on_duty": True, "phone": "+33 6 12 34 56 78"})
    me = await house.lead.get("/api/staff/me")
    await house.lead.put(f"{house.path}/people/{inaya.seat}", {"surname": "Benali", "referent": me["id"]})
    place = await inaya.phone.get(f"{inaya.path}/me")
    assert place["on_call"] == {"name": "Léa Morel", "phone": "+33 6 12 34 56 78"}
    assert place["referent"] == {"name": "Léa Morel"}
    assert "Benali" not in str(place)


def test_the_help_numbers_say_when_to_call():
    assert all(one.title and one.text.endswith(".") for one in HELP_NUMBERS)


async def test_private_values_are_read_back_by_their_owner_alone(house: House):
    inaya, malo = await house.join("Inaya"), await house.join("Malo")
    kept = {"portrait.mood": ["bien", {"force": 3}], "notes": None}
    await inaya.phone.put(f"{inaya.path}/private", {"values": kept})
    assert await inaya.phone.get(f"{inaya.path}/private?prefix=portrait") == {
        "values": {"portrait.mood": ["bien", {"force": 3}]}
    }
    assert await malo.phone.get(f"{malo.path}/private") == {"values": {}}
    refused(await inaya.phone.ask("PUT", f"{inaya.path}/private", {"values": {"": 1}}), "bad_key", 422)


async def test_erasing_one_s_traces_shows_on_every_page_and_closes_every_session(house: House):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    await inaya.phone.put(f"{inaya.path}/private", {"values": {"notes": "canari"}})
    console = await house.lead.open(f"/ws/console/{house.group['id']}")
    await console.hello()
    counts = (await inaya.phone.ask("DELETE", f"{inaya.path}/traces")).json()["counts"]
    assert (counts["private_values"], counts["sessions"]) == (1, 1)
    frame = await console.hear("frame")
    assert [seat["name"] for seat in frame["slices"]["seats"]["seats"]] == ["effacé"]
    assert "Max-Age=0" in inaya.phone.set_cookies[0]
    refused(await inaya.phone.ask("GET", f"{inaya.path}/me"), "signed_out", 401)
    (person,) = await house.lead.get(f"{house.path}/people")
    assert person["first_name"] == "effacé"


async def test_a_call_for_help_is_seen_by_the_staff_on_duty_and_taken_once(house: House):
    inaya = await house.join("Inaya")
    call = await inaya.phone.post(f"{inaya.path}/help", {"kind": "distress", "note": "Viens."})
    await house.lead.post("/api/staff/duty", {"on_duty": True})
    colleague = await house.town.hire(house, "facilitator")
    await colleague.post("/api/staff/duty", {"on_duty": True})
    (shown,) = await colleague.get("/api/help-calls")
    assert (shown["id"], shown["kind"], shown["first_name"], shown["note"]) == (
        call["id"],
        "distress",
        "Inaya",
        "Viens.",
    )
    await colleague.post(f"/api/help-calls/{call['id']}/claim")
    refused(await house.lead.ask("POST", f"/api/help-calls/{call['id']}/claim"), "already_claimed", 409)
    await colleague.post(f"/api/help-calls/{call['id']}/close")
    assert await colleague.get("/api/help-calls") == []
    refused(await colleague.ask("POST", f"/api/help-calls/{call['id']}/close"), "unknown_call", 404)


async def test_another_pin_is_chosen_on_a_known_phone(house: House):
    inaya = await house.join("Inaya")
    refused(await inaya.phone.ask("POST", f"{inaya.path}/pin", {"pin": "123456"}), "weak_pin", 422)
    await inaya.phone.post(f"{inaya.path}/pin", {"pin": "730184"})
    body = {"group_code": house.group["group_code"], "first_name": "Inaya", "pin": "730184"}
    assert (await house.town.browser().post("/api/return", body))["seat"] == inaya.seat
