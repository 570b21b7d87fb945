"""Getting in over HTTP: the door, the seat's own cookie, coming back, and what a GET never does.

Spec: A5 A6 A7 A8 A9 G2
"""

from tests.http.browser import refused
from tests.http.town import PIN, House, Town


async def test_a_person_who_joins_waits_at_the_door_until_admitted_by_name(house: House):
    inaya = await house.join("Inaya")
    console = await house.lead.open(f"/ws/console/{house.group['id']}")
    frame = await console.hello()
    waiting = frame["slices"]["door"]["seats"]
    assert [(seat["id"], seat["name"], seat["status"]) for seat in waiting] == [(inaya.seat, "Inaya", "waiting")]
    await console.submit({"type": "admit_seat", "seat": inaya.seat})
    phone = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    seats = (await phone.hello())["slices"]["seats"]["seats"]
    assert [(seat["id"], seat["status"]) for seat in seats] == [(inaya.seat, "here")]


async def test_looking_at_a_door_fifty_times_uses_nothing_up(house: House):
    for _ in range(50):
        shown = await house.lead.get(f"/api/door/{house.door['code'].lower()}")
    assert shown["group"] == "Le quai"
    assert len(set(shown["suggestions"])) == 6
    assert (await house.join("Inaya")).entered["known"]


async def test_a_name_that_is_taken_is_refused_with_a_proposal(house: House, town: Town):
    await house.join("Inaya")
    body = {"code": house.door["code"], "first_name": "inaya", "pin": "518203"}
    answer = refused(await town.browser().ask("POST", "/api/join", body), "name_taken", 409)
    assert answer["details"]["proposal"] == "inaya B."


async def test_a_join_that_the_game_refuses_leaves_no_seat_behind(house: House, town: Town):
    for number in range(24):
        await house.join(f"Inaya {'abcdefghijklmnopqrstuvwxyz'[number]}")
    body = {"code": house.door["code"], "first_name": "Malo", "pin": PIN}
    refused(await town.browser().ask("POST", "/api/join", body), "group_full", 409)
    assert len(await house.lead.get(f"{house.path}/people")) == 24


async def test_a_hostile_name_is_refused_with_the_field(house: House, town: Town):
    for name in ("I\u202enaya", "<script>alert(1)</script>", "", "x" * 119, "A" + "\u0301" * 9, "'; DROP TABLE seat"):
        body = {"code": house.door["code"], "first_name": name, "pin": PIN}
        answer = refused(await town.browser().ask("POST", "/api/join", body), "bad_first_name", 422)
        assert answer["details"]["field"] == "first_name"
    assert await house.lead.get(f"{house.path}/people") == []


async def test_a_known_phone_that_signed_out_comes_back_known_among_other_seats(house: House):
    inaya, malo = await house.join("Inaya"), await house.join("Malo")
    shared = inaya.phone
    shared.cookies |= malo.phone.cookies
    await shared.post(f"{inaya.path}/sign-out")
    refused(await shared.ask("GET", f"{inaya.path}/me"), "signed_out", 401)
    body = {"group_code": house.group["group_code"], "first_name": "Inaya", "pin": PIN}
    back = await shared.post("/api/return", body)
    assert (back["known"], back["new_device"]) == (True, False)
    assert (await shared.get(f"{malo.path}/me"))["first_name"] == "Malo"


async def test_a_phone_opened_by_pin_alone_is_told_to_the_owner(house: House, town: Town):
    inaya, stranger = await house.join("Inaya"), town.browser()
    body = {"group_code": house.group["group_code"], "first_name": "Inaya", "pin": PIN}
    back = await stranger.post("/api/return", body)
    assert (back["known"], back["new_device"]) == (False, True)
    assert len((await inaya.phone.get(f"{inaya.path}/me"))["notices"]) == 1


async def test_a_card_opens_everything_until_it_is_revoked(house: House, town: Town):
    inaya, cousin = await house.join("Inaya"), town.browser()
    shown = await inaya.phone.post(f"{inaya.path}/card")
    assert shown["svg"].startswith("<svg")
    assert (await cousin.post("/api/card", {"card": shown["card"]}))["known"]
    assert await cousin.get(f"{inaya.path}/private") == {"values": {}}
    assert (await house.lead.post(f"{house.path}/people/{inaya.seat}/revoke"))["sessions"] == 2
    refused(await cousin.ask("GET", f"{inaya.path}/me"), "signed_out", 401)
    refused(await cousin.ask("POST", "/api/card", {"card": shown["card"]}), "unknown_card", 401)


async def test_the_facilitator_s_qr_opens_once_and_a_get_of_its_address_consumes_nothing(house: House, town: Town):
    inaya, phone = await house.join("Inaya"), town.browser()
    shown = await house.lead.post(f"{house.path}/people/{inaya.seat}/device")
    address, _, code = shown["url"].partition("#appareil=")
    assert code == shown["code"]
    for _ in range(50):
        await phone.ask("GET", address.removeprefix(town.address))
    assert (await phone.post("/api/device", {"code": code}))["known"]
    refused(await town.browser().ask("POST", "/api/device", {"code": code}), "code_gone", 401)


async def test_the_cookie_of_a_seat_is_read_by_no_script_and_sent_by_no_other_site(house: House):
    inaya = await house.join("Inaya")
    (line,) = inaya.phone.set_cookies
    name, *flags = line.split("; ")
    assert name.startswith(f"__Host-eclats-seat-{inaya.seat.replace('-', '')[:12]}=")
    assert {"HttpOnly", "Secure", "Path=/", "SameSite=lax"} <= set(flags)
    assert not any(flag.startswith("Domain") for flag in flags)


async def test_a_session_is_never_the_one_that_the_browser_brought(house: House, town: Town):
    inaya, victim = await house.join("Inaya"), town.browser()
    (name,) = inaya.phone.cookies
    victim.cookies[name] = "planted"
    body = {"group_code": house.group["group_code"], "first_name": "Inaya", "pin": PIN}
    await victim.post("/api/return", body)
    assert victim.cookies[name] not in ("planted", inaya.phone.cookies[name])


async def test_a_cookie_without_the_host_prefix_opens_nothing(house: House, town: Town):
    inaya, other = await house.join("Inaya"), town.browser()
    ((name, token),) = inaya.phone.cookies.items()
    other.cookies[name.removeprefix("__Host-")] = token
    refused(await other.ask("GET", f"{inaya.path}/me"), "signed_out", 401)


async def test_the_days_of_the_group_are_a_calendar_file(house: House):
    inaya = await house.join("Inaya")
    file = (await inaya.phone.get(f"{inaya.path}/days.ics")).decode()
    assert file.count("BEGIN:VEVENT") == 2
    assert "DTSTART;TZID=Europe/Paris:20270303T140000" in file
    assert "LOCATION:lille\\, 5 rue des Lilas" in file
