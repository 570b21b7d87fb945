"""Groups over HTTP: created whole or not at all, shown as they are, and answers accepted later."""

from typing import Any

from game_server.application.errata import Errata
from game_server.core.ids import GroupId
from game_server.core.messages import Refused
from tests.http.browser import Socket, refused
from tests.http.town import FIRST_DAY, House, Town, Young

NEW = {"name": "Le quai", "pack": "petit", "edition": 1, "first_day": FIRST_DAY}


def _new(house: House, **change: Any) -> dict[str, Any]:
    return NEW | {"site": str(house.founded.site.id)} | change


async def test_a_group_begins_with_its_calendar_in_the_site_s_zone(house: House):
    group = await house.new_group(pack="petit")
    live = await house.town.parts.live_groups.awake(GroupId(group["id"]))
    calendar = live.state.calendar
    assert calendar.time_zone == "Europe/Paris"
    assert [day.on.isoformat() for day in calendar.days] == ["2027-03-03", "2027-03-04"]
    assert (group["day"], group["day_status"], group["days"], group["title"]) == (0, "before", 2, "Petit")


async def test_days_need_not_follow_each_other(house: House):
    days = [{"on": FIRST_DAY, "opens": "09:30", "closes": "12:00"}, {"on": "2027-03-27"}]
    group = await house.new_group(pack="petit", days=days)
    live = await house.town.parts.live_groups.awake(GroupId(group["id"]))
    assert [(str(day.on), str(day.opens)) for day in live.state.calendar.days] == [
        (FIRST_DAY, "09:30:00"),
        ("2027-03-27", "14:00:00"),
    ]


async def test_days_that_make_no_calendar_are_refused(house: House):
    first, second = {"on": FIRST_DAY}, {"on": "2027-03-04"}
    for days in (
        [],
        [first],
        [first, second, {"on": "2027-03-05"}],
        [second, {"on": "2027-03-05"}],
        [first, first],
        [first, {"on": "2027-03-02"}],
        [first | {"opens": "12:00", "closes": "12:00"}, second],
        [first | {"opens": "12:00+02:00"}, second],
    ):
        refused(await house.lead.ask("POST", "/api/groups", _new(house, days=days)), "bad_days", 422)
    refused(await house.lead.ask("POST", "/api/groups", _new(house, first_day="9999-12-31")), "bad_days", 422)
    refused(await house.lead.ask("POST", "/api/groups", _new(house, pack="inconnu")), "unknown_pack", 404)
    refused(await house.lead.ask("POST", "/api/groups", _new(house, name=" ")), "bad_name", 422)
    assert len(await house.lead.get("/api/groups")) == 1


async def test_a_group_whose_game_cannot_begin_does_not_exist(house: House, monkeypatch):
    async def refuse(*_: object) -> Refused:
        return Refused("too_busy")

    async def break_(*_: object) -> Refused:
        raise ZeroDivisionError

    for create, code, status in ((refuse, "too_busy", 409), (break_, "unexpected", 500)):
        monkeypatch.setattr(house.town.parts.play, "create", create)
        refused(await house.lead.ask("POST", "/api/groups", _new(house)), code, status)
        assert len(await house.lead.get("/api/groups")) == 1


async def test_the_list_says_how_far_each_group_is_even_without_redis(house: House, redis_url: str):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    phone = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    await phone.hello()
    (row,) = await house.lead.get("/api/groups")
    assert (row["day"], row["day_status"], row["seats"], row["here"], row["current"]) == (1, "open", 1, 1, "riddle")
    await house.town.parts.live_groups.sleep(house.town.parts.live_groups.find(GroupId(house.group["id"])))
    (row,) = await house.lead.get("/api/groups")
    assert (row["day"], row["seats"]) == (1, 1)


async def test_an_ended_group_opens_no_door(house: House, town: Town):
    await house.lead.post(f"{house.path}/end")
    refused(await house.lead.ask("POST", f"{house.path}/door"), "group_ended", 409)
    assert await house.lead.get(f"{house.path}/door") is None
    refused(await town.browser().ask("GET", f"/api/door/{house.door['code']}"), "door_closed", 404)
    assert (await house.lead.get(house.path))["ended"]


async def test_a_door_is_shown_as_a_qr_and_closes_at_once(house: House):
    door = await house.lead.get(f"{house.path}/door")
    assert door["code"] == house.door["code"]
    assert door["url"] == f"{house.town.address}/entrer/{door['code']}"
    assert door["svg"].startswith("<svg")
    await house.lead.ask("DELETE", f"{house.path}/door")
    assert await house.lead.get(f"{house.path}/door") is None


async def test_an_answer_accepted_once_credits_every_group_that_had_given_it(house: House):
    first, wrong = await _answering(house, "Inaya", "le bassin")
    house.group = await house.new_group("Le pont")
    house.door = await house.lead.post(f"{house.path}/door")
    second, _ = await _answering(house, "Malo", "Le BASSIN !")
    attempt = {"mission": "riddle", "step": 0, "attempt": wrong, "device": "console", "counter": 1}
    groups = {row["name"]: row["id"] for row in await house.lead.get("/api/groups")}
    path = f"/api/groups/{groups['Le quai']}/accept"
    assert (await house.lead.post(path, attempt))["version"] > 0
    for phone in (first, second):
        assert (await phone.hear("frame"))["slices"]["mission"]["id"] == "meeting"
    new = await house.new_group("Le quai neuf")
    live = await house.town.parts.live_groups.awake(GroupId(new["id"]))
    assert [(one.number, one.answer) for one in live.state.errata] == [("s1", "bassin")]
    refused(await house.lead.ask("POST", path, attempt | {"counter": 2}), "erratum_known", 409)


async def test_an_acceptance_is_taken_back_everywhere_and_whom_it_credited_stays_credited(house: House):
    phone, wrong = await _answering(house, "Inaya", "le bassin")
    first = house.path
    waiting = await house.new_group("Le pont")
    accepted = await house.lead.post(
        f"{first}/accept", {"mission": "riddle", "step": 0, "attempt": wrong, "device": "console", "counter": 1}
    )
    assert (await phone.hear("frame"))["slices"]["mission"]["id"] == "meeting"
    undo = {"version": accepted["version"], "reason": "Trop large", "device": "console", "counter": 2}
    assert (await house.lead.post(f"{first}/accept/undo", undo))["version"] == accepted["version"] + 1
    new = await house.new_group("Le quai neuf")
    for group in (first.rpartition("/")[2], waiting["id"], new["id"]):
        live = await house.town.parts.live_groups.awake(GroupId(group))
        assert live.state.errata == ()
    live = await house.town.parts.live_groups.awake(GroupId(first.rpartition("/")[2]))
    assert live.state.current == "meeting"
    refused(await house.lead.ask("POST", f"{first}/accept/undo", undo | {"counter": 3}), "nothing_to_undo", 409)


async def test_an_answer_of_nobody_cannot_be_accepted(house: House):
    _, wrong = await _answering(house, "Inaya", "le bassin")
    attempt = {"mission": "riddle", "step": 0, "attempt": wrong, "device": "console", "counter": 1}
    for change in ({"attempt": "1.answer"}, {"step": 3}, {"mission": "meeting"}, {"mission": "inconnue"}):
        refused(await house.lead.ask("POST", f"{house.path}/accept", attempt | change), "attempt_unknown", 409)


async def test_the_errata_of_one_structure_stay_in_it(house: House, town: Town):
    _, wrong = await _answering(house, "Inaya", "le bassin")
    attempt = {"mission": "riddle", "step": 0, "attempt": wrong, "device": "console", "counter": 1}
    await house.lead.post(f"{house.path}/accept", attempt)
    errata: Errata = town.parts.errata
    foreign = await town.house("nantes")
    assert await errata.in_force(foreign.founded.structure.id, "maison", 1) == ()
    assert len(await errata.in_force(house.founded.structure.id, "maison", 1)) == 1


async def _answering(house: House, name: str, text: str) -> tuple[Socket, str]:
    """A group of one whose only seat has given a wrong answer: its socket, and the id of the attempt."""
    young: Young = await house.join(name)
    await house.play(young)
    phone = await young.phone.open(f"/ws/seat/{young.seat}")
    await phone.hello()
    action = {"type": "riddle/answer", "text": text}
    answer = await phone.submit({"type": "play", "mission": "riddle", "step": 0, "action": action})
    return phone, f"{answer['version']}.answer"
