"""The console's own routes over the wire: needs, team, safety, hours, the past, the plan, training.

Spec: P3
"""

from tests.http.browser import refused
from tests.http.town import House

NB = "\N{NO-BREAK SPACE}"
CHECKLIST = {"on_call_phone": "06 00 00 00 00", "meeting_point": "Le parvis", "return_hour": "18:00"}


async def test_a_call_is_in_the_list_and_is_claimed_by_its_key(house: House):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    await house.lead.post("/api/staff/duty", {"on_duty": True})
    await inaya.phone.post(f"{inaya.path}/help", {"kind": "help"})
    await inaya.phone.post(f"{inaya.path}/trouble", {"code": "script.error"})
    first, *others = await house.lead.get("/api/needs")
    assert (first["why"], first["rank"], first["action"]["do"], first["status"]) == ("help", 1, "call", "new")
    assert "trouble" in [one["why"] for one in others]
    task = await house.lead.post(f"/api/needs/{first['key']}/claim")
    me = (await house.lead.get("/api/staff/me"))["id"]
    assert (task["status"], task["by"]) == ("claimed", me)
    assert (await house.lead.get("/api/needs"))[0]["by"] == me
    assert [one["act"] for one in await house.lead.get(f"{house.path}/tasks")] == ["claim"]


async def test_a_weekend_day_is_refused_in_words_until_the_checklist_is_full(house: House):
    group = await house.new_group("Samedi", first_day="2027-03-06", pack="petit")
    path, me = f"/api/groups/{group['id']}", (await house.lead.get("/api/staff/me"))["id"]
    console = await house.lead.open(f"/ws/console/{group['id']}")
    await console.hello()
    answer = await console.submit({"type": "open_day", "day": 1})
    assert (answer["type"], answer["code"]) == ("refusal", "safety_missing")
    assert answer["sentence"].startswith(f"Ce jour tombe un week-end{NB}:")
    shown = await house.lead.put(f"{path}/safety", CHECKLIST | {"on_call_staff": me, "authorisations": {}})
    assert (shown["complete"], shown["missing"], shown["on_call_name"]) == (True, [], "Léa Morel")
    assert [one["number"] for one in shown["weekend_days"]] == [1, 2]
    assert (await console.submit({"type": "open_day", "day": 1}))["type"] == "receipt"
    await console.close()


async def test_hours_are_read_corrected_and_taken_away(house: House):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    await house.lead.put(f"{house.path}/hours/{inaya.seat}/1", {"minutes": 90, "reason": "Téléphone éteint"})
    sheet = await house.lead.get(f"{house.path}/hours")
    [seat] = sheet["seats"]
    assert (seat["first_name"], seat["days"][0]["minutes"], seat["days"][0]["by_name"]) == ("Inaya", 90, "Léa Morel")
    assert sheet["weeks"][0] == {"week": "2027-W09", "from": "2027-03-01", "to": "2027-03-07"}
    file = await house.lead.ask("GET", f"{house.path}/hours.csv")
    assert file.headers["content-type"] == "text/csv; charset=utf-8"
    assert file.content.startswith(b"\xef\xbb\xbfPr\xc3\xa9nom;Nom;")
    answer = await house.lead.ask("PUT", f"{house.path}/hours/{inaya.seat}/1", {"minutes": 60, "reason": ""})
    refused(answer, "bad_reason", 422)


async def test_the_line_and_its_moments(house: House):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    line = (await house.lead.get(f"{house.path}/moments"))["moments"]
    assert [one["kind"] for one in line] == ["created", "arrivals", "day_opened", "mission_opened"]
    assert {one["by_name"] for one in line} == {"Léa Morel"}
    shown = await house.lead.get(f"{house.path}/at/{line[1]['version']}")
    assert shown["slices"]["seats"]["seats"][0]["name"] == "Inaya"
    assert shown["slices"]["group"]["day_status"] == "before"
    refused(await house.lead.ask("GET", f"{house.path}/at/9999"), "unknown_moment", 404)


async def test_the_dates_are_proposed_before_the_group_is_made(house: House):
    site = str(house.founded.site.id)
    found = await house.lead.post("/api/packs/maison/1/plan", {"first_day": "2027-03-29", "site": site})
    assert found["days"][0]["holiday"] == "Lundi de Pâques"
    assert found["better"]["first_day"] == "2027-03-30"
    days = [{name: one[name] for name in ("on", "opens", "closes")} for one in found["days"]]
    group = await house.new_group("Selon le plan", first_day="2027-03-29", days=days)
    assert group["first_day"] == "2027-03-29"
    gone = {"first_day": "2020-01-01", "site": site}
    refused(await house.lead.ask("POST", "/api/packs/maison/1/plan", gone), "bad_days", 422)


async def test_a_first_day_that_is_over_makes_no_group(house: House):
    before = await house.lead.get("/api/groups")
    body = {
        "name": "Hier",
        "site": str(house.founded.site.id),
        "pack": "maison",
        "edition": 1,
        "first_day": "2020-01-01",
    }
    refused(await house.lead.ask("POST", "/api/groups", body), "bad_days", 422)
    assert await house.lead.get("/api/groups") == before


async def test_a_practice_group_is_listed_for_its_maker_alone(house: House):
    facilitator = await house.town.hire(house, "facilitator")
    made = (await facilitator.post("/api/training", {"pack": "maison", "edition": 1}))["group"]
    assert made["seats"] == 5
    assert [one["group"] for one in await facilitator.get("/api/training")] == [made["id"]]
    report = await facilitator.get(f"/api/training/{made['id']}")
    assert report["finished"] is False
    assert [one["training"] for one in await facilitator.get("/api/groups") if one["id"] == made["id"]] == [True]
    assert made["id"] not in [one["id"] for one in await house.lead.get("/api/groups")]
