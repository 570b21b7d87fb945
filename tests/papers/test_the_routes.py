"""Papers through the real server: who gets which one, and what each refusal says.

Spec: S12 F3
"""

from typing import Any

import httpx
import pytest

from tests.http.browser import refused
from tests.http.town import House, Town, Young
from tests.papers.reading import text_of


@pytest.fixture
async def house(town: Town) -> House:
    return await town.house("lille")


@pytest.fixture
async def inaya(house: House) -> Young:
    young = await house.join("Inaya")
    await house.play(young)
    return young


async def _paper(who: Any, path: str, method: str = "GET", body: Any = None) -> str:
    answer: httpx.Response = await who.ask(method, path, body)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith('attachment; filename="')
    assert answer.headers["cache-control"] == "no-store"
    return text_of(answer.content)


async def test_the_cards_and_the_poster_are_printed_while_the_door_is_open(house: House):
    assert (await _paper(house.lead, f"{house.path}/papers/door_cards.pdf")).count(house.group["group_code"]) == 12
    assert house.door["code"] in await _paper(house.lead, f"{house.path}/papers/door_poster.pdf")
    await house.lead.ask("DELETE", f"{house.path}/door")
    for name in ("door_cards", "door_poster"):
        refused(await house.lead.ask("GET", f"{house.path}/papers/{name}.pdf"), "door_must_be_open", 409)


async def test_the_picture_carries_the_group_s_name_only_if_they_wish(house: House):
    assert "Le quai" not in await _paper(house.lead, f"{house.path}/papers/verriere.pdf")
    assert "Le quai" in await _paper(house.lead, f"{house.path}/papers/verriere.pdf?name=true")


async def test_the_card_just_issued_is_printed_and_an_older_one_is_not(house: House, inaya: Young):
    old = (await inaya.phone.post(f"{inaya.path}/card"))["card"]
    new = (await inaya.phone.post(f"{inaya.path}/card"))["card"]
    assert "Ta carte, Inaya" in await _paper(inaya.phone, f"{inaya.path}/papers/card.pdf", "POST", {"card": new})
    refused(await inaya.phone.ask("POST", f"{inaya.path}/papers/card.pdf", {"card": old}), "card_not_valid", 422)
    by_staff = f"{house.path}/papers/people/{inaya.seat}/card.pdf"
    assert "Ta carte, Inaya" in await _paper(house.lead, by_staff, "POST", {"card": new})


async def test_the_card_of_one_seat_prints_at_no_other(house: House, inaya: Young):
    malo = await house.join("Malo")
    card = (await inaya.phone.post(f"{inaya.path}/card"))["card"]
    refused(await malo.phone.ask("POST", f"{malo.path}/papers/card.pdf", {"card": card}), "card_not_valid", 422)


async def test_before_the_end_a_recap_and_a_keepsake_say_when_they_come(inaya: Young):
    refused(await inaya.phone.ask("GET", f"{inaya.path}/papers/recap.pdf"), "recap_not_ready", 409)
    refused(await inaya.phone.ask("GET", f"{inaya.path}/papers/keepsake.pdf"), "keepsake_not_ready", 409)
    refused(await inaya.phone.ask("GET", f"{inaya.path}/papers/recap.pdf?day=0"), "unreadable", 422)


async def test_a_day_that_is_over_is_printed_and_the_last_one_gives_the_keepsake(house: House, inaya: Young):
    console = await house.lead.open(f"/ws/console/{house.group['id']}")
    await console.hello()
    for command in (
        {"type": "end_day", "day": 1},
        {"type": "open_day", "day": 2},
        {"type": "end_day", "day": 2},
    ):
        answer = await console.submit(command)
        assert answer["type"] == "receipt", answer
    await console.close()
    assert "Inaya, voici ce que vous avez fait ensemble." in await _paper(inaya.phone, f"{inaya.path}/papers/recap.pdf")
    assert "Jour 1 ·" in await _paper(inaya.phone, f"{inaya.path}/papers/recap.pdf?day=1")
    assert "Ce qui est à toi, Inaya" in await _paper(inaya.phone, f"{inaya.path}/papers/keepsake.pdf")


async def test_an_attestation_names_the_person_that_staff_linked(house: House, inaya: Young):
    path = f"{house.path}/papers/people/{inaya.seat}/attestation.pdf"
    refused(await house.lead.ask("GET", path), "surname_missing", 409)
    await house.lead.put(f"{house.path}/people/{inaya.seat}", {"surname": "Benali"})
    text = await _paper(house.lead, path)
    assert "Nom Benali" in text
    assert "Prénom Inaya" in text
    assert "Prénom Inaya-Rose" in await _paper(house.lead, path, "POST", {"first_name": "Inaya-Rose"})


async def test_the_hours_of_the_group_hide_surnames_from_a_manager(town: Town, house: House, inaya: Young):
    await house.lead.put(f"{house.path}/people/{inaya.seat}", {"surname": "Benali"})
    manager = await town.hire(house, "manager")
    path = f"{house.path}/papers/hours.pdf"
    assert "Inaya Benali" in await _paper(house.lead, path)
    assert "Benali" not in await _paper(manager, path)
