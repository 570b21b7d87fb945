"""What a socket is told when it speaks badly: always an answer, never more than it deserves, and nothing else stops."""

import asyncio
import json
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from tests.http.browser import PATIENCE, Socket
from tests.http.town import House, Young

STEP = {"type": "play", "mission": "riddle", "step": 0}


@pytest.fixture
async def inaya(house: House) -> Young:
    inaya = await house.join("Inaya")
    await house.play(inaya)
    return inaya


@pytest.fixture
async def phone(inaya: Young) -> Socket:
    phone = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    await phone.hello()
    return phone


async def test_a_foreign_origin_is_closed_with_its_sentence(house: House, inaya: Young):
    for origin in ("https://ailleurs.exemple", "null", None):
        inaya.phone.origin = origin
        code, sentence = await (await inaya.phone.open(f"/ws/seat/{inaya.seat}")).closed()
        assert code == 1008
        assert sentence.startswith("Cette page ne vient pas d’Éclats.")


async def test_what_cannot_be_read_is_refused_and_the_game_goes_on(phone: Socket):
    for message in (
        "pas du json",
        "[]",
        "12",
        "null",
        '{"type": "inconnu"}',
        '{"type": ["submit"]}',
        '{"type": "submit"}',
        "[" * 9000,
        '{"type": "submit", "device": "d", "counter": 1.5, "command": {}}',
        '{"type": "submit", "device": "", "counter": 1, "command": {"type": "step_aside"}}',
        '{"type": "submit", "device": "d", "counter": 99999999999999999999, "command": {"type": "step_aside"}}',
        '{"type": "submit", "device": "d", "counter": -1, "command": {"type": "step_aside"}}',
        '{"type": "submit", "device": "d", "counter": true, "command": {"type": "step_aside"}}',
        json.dumps({"type": "submit", "device": "d\0", "counter": 1, "command": {"type": "step_aside"}}),
        json.dumps({"type": "submit", "device": "d", "counter": 1, "command": STEP | {"action": {"type": "x/y"}}}),
        json.dumps({"type": "submit", "device": "d", "counter": 1, "command": {"type": "play", "mission": 3}}),
    ):
        await phone.say(message)
        refusal = await phone.hear("refusal", "receipt", "settled")
        assert (refusal["type"], refusal["code"]) == ("refusal", "unreadable"), message
        assert refusal["sentence"].endswith(".")
    assert (await phone.submit({"type": "step_aside"}))["type"] == "receipt"


async def test_signs_that_no_store_keeps_are_refused_before_they_reach_one(phone: Socket):
    for text in ("écl\0use", "écl\ud800use"):
        command = STEP | {"action": {"type": "riddle/answer", "text": text}}
        await phone.say({"type": "submit", "device": "d", "counter": 1, "command": command})
        assert (await phone.hear("refusal", "receipt"))["code"] == "unreadable"
    answer = await phone.submit(STEP | {"action": {"type": "riddle/answer", "text": "le canal"}})
    assert answer["type"] == "receipt"


async def test_a_frame_of_20_kb_is_refused_and_the_socket_stays_open(phone: Socket):
    await phone.say(json.dumps({"type": "submit", "device": "d", "counter": 1, "command": {"text": "a" * 20_000}}))
    assert (await phone.hear("refusal"))["code"] == "too_large"
    await phone.say({"type": "ping"})
    await phone.hear("pong")


async def test_a_binary_frame_closes_this_socket_alone(phone: Socket, inaya: Young):
    await phone.connection.send(b"\x00\x01")
    await phone.closed()
    again = await inaya.phone.open(f"/ws/seat/{inaya.seat}")
    assert (await again.hello())["version"] > 0


async def test_a_player_cannot_act_as_staff_clock_or_system(phone: Socket, inaya: Young):
    fact = {"type": "tell_fact", "id": "x", "mission": "meeting", "seat": inaya.seat}
    for command in (
        {"type": "open_day", "day": 2},
        {"type": "admit_seat", "seat": inaya.seat},
        {"type": "pause"},
        {"type": "fall_due", "item": "x"},
        {"type": "forget_seat", "seat": inaya.seat},
        {"type": "ask_seat", "seat": "x", "first_name": "Zoé", "figure": 1},
        fact | {"action": {"type": "appointment/decided"}},
    ):
        assert (await phone.submit(command))["code"] == "not_your_role", command
    outside = STEP | {"mission": "meeting", "action": {"type": "appointment/decided"}}
    assert (await phone.submit(outside))["type"] == "refusal"


async def test_staff_cannot_play_for_a_young_person(house: House, inaya: Young):
    console = await house.lead.open(f"/ws/console/{house.group['id']}")
    await console.hello()
    answer = await console.submit(STEP | {"action": {"type": "riddle/answer", "text": "l’écluse"}})
    assert answer["code"] == "not_your_role"


async def test_a_flood_gets_one_answer_a_second_and_then_the_door(phone: Socket, house: House):
    malo = await house.join("Malo")
    beside = await malo.phone.open(f"/ws/seat/{malo.seat}")
    await beside.hello()
    slow_downs = 0

    async def count() -> None:
        nonlocal slow_downs
        with suppress(ConnectionClosed):
            async for text in phone.connection:
                slow_downs += json.loads(text)["type"] == "slow_down"

    counting = asyncio.create_task(count())
    with suppress(ConnectionClosed):
        for _ in range(1000):
            await phone.say({"type": "ping"})
            await asyncio.sleep(0.001)
    code, sentence = await phone.closed()
    async with asyncio.timeout(PATIENCE):
        await counting
    assert code == 1008
    assert sentence.startswith("Trop d’actions")
    assert 1 <= slow_downs <= 4
    await beside.say({"type": "ping"})
    await beside.hear("pong")


async def test_a_seat_that_is_not_admitted_cannot_play(house: House, inaya: Young):
    malo = await house.join("Malo")
    phone = await malo.phone.open(f"/ws/seat/{malo.seat}")
    await phone.hello()
    answer = await phone.submit(STEP | {"action": {"type": "riddle/answer", "text": "l’écluse"}})
    assert answer["code"] == "not_admitted_yet"
