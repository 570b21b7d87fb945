"""Words of distress in a free text: kind words at once, an adult on duty at once, no trace in the game.

Spec: SC15
"""

from typing import Any

from tests.http.browser import refused
from tests.http.town import PIN, House

WORDS = "j’ai plus envie de vivre"
KIND = "Merci de l’avoir écrit. Un adulte va te lire. Tu peux aussi appeler, tout de suite."


async def calls(house: House) -> list[dict[str, Any]]:
    await house.lead.post("/api/staff/duty", {"on_duty": True})
    told: list[dict[str, Any]] = await house.lead.get("/api/help-calls")
    return told


async def test_an_answer_of_distress_reaches_the_adult_on_duty_and_never_the_game(house: House):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    page = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    await page.hello()
    answer = {"type": "riddle/answer", "text": WORDS}
    said = await page.submit({"type": "play", "mission": "riddle", "step": 0, "action": answer})
    assert (said["type"], said["code"], said["sentence"]) == ("refusal", "distress", KIND)
    assert [(one["kind"], one["first_name"], one["note"]) for one in await calls(house)] == [
        ("distress", "Inaya", WORDS)
    ]
    before = (await page.hello())["version"]
    await page.submit({"type": "play", "mission": "riddle", "step": 0, "action": answer})
    assert (await page.hello())["version"] == before
    console = await house.lead.open(f"/ws/console/{house.group['id']}")
    assert "envie de vivre" not in str(await console.hello())


async def test_the_same_frame_sent_again_is_the_same_alert(house: House):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    page = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    await page.hello()
    frame = {"type": "submit", "device": "phone", "counter": 1, "command": {"type": "ask_hint", "mission": WORDS}}
    for _ in range(2):
        await page.say(frame)
        assert (await page.hear("refusal"))["code"] == "distress"
    assert len(await calls(house)) == 1


async def test_a_facilitator_s_words_are_compared_with_nothing(house: House):
    console = await house.lead.open(f"/ws/console/{house.group['id']}")
    await console.hello()
    said = await console.submit({"type": "give_hint", "mission": "porte", "text": WORDS})
    assert said.get("code") != "distress"
    assert await calls(house) == []


async def test_what_was_kept_for_oneself_stays_there_and_an_adult_still_knows(house: House):
    inaya = await house.join("Inaya")
    kept = await inaya.phone.put(f"{inaya.path}/private", {"values": {"besoin/mots": WORDS}})
    assert kept == {"done": True, "heard": True}
    assert [(one["kind"], one["note"]) for one in await calls(house)] == [("distress", None)]
    assert await inaya.phone.put(f"{inaya.path}/private", {"values": {"besoin/mots": "bien"}}) == {
        "done": True,
        "heard": False,
    }


async def test_a_call_that_the_phone_sends_again_is_one_call(house: House):
    inaya = await house.join("Inaya")
    body = {"kind": "distress", "note": WORDS, "key": "0123456789abcdef"}
    ids = {(await inaya.phone.post(f"{inaya.path}/help", body))["id"] for _ in range(2)}
    assert len(ids) == len(await calls(house)) == 1


async def test_a_pseudonym_of_distress_is_read_by_an_adult_and_shown_to_nobody_else(house: House):
    phone = house.town.browser()
    entered = await phone.post("/api/join", {"code": house.door["code"], "first_name": "Veux mourir", "pin": PIN})
    assert entered["heard"]
    assert "mourir" not in entered["first_name"].lower()
    (call,) = await calls(house)
    assert (call["kind"], call["first_name"], call["note"]) == ("distress", entered["first_name"], "Veux mourir")


async def test_a_new_phone_is_told_to_the_owner_s_other_phones_and_not_to_itself(house: House):
    inaya = await house.join("Inaya")
    other = house.town.browser()
    body = {"group_code": inaya.entered["group_code"], "first_name": "Inaya", "pin": PIN}
    assert (await other.post("/api/return", body))["new_device"]
    assert (await other.get(f"{inaya.path}/me"))["notices"] == []
    assert len((await inaya.phone.get(f"{inaya.path}/me"))["notices"]) == 1
    refused(await house.town.browser().ask("GET", f"{inaya.path}/me"), "signed_out", 401)
