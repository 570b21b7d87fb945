"""Words of distress: the published list, and what becomes of them.

Spec: SC15
"""

import json
from pathlib import Path

import pytest

from game_server.application.distress import distress_in, folded, is_distress
from tests.people.world import House
from tests.private.test_private import on_duty

EXAMPLES = json.loads(Path(__file__).with_name("distress_examples.json").read_text("utf-8"))


@pytest.mark.parametrize("text", EXAMPLES["heard"])
def test_words_of_distress_are_heard_however_they_are_typed(text: str):
    assert is_distress(text)
    assert is_distress(f"  {text.upper()} !!! ")


@pytest.mark.parametrize("text", EXAMPLES["not_heard"])
def test_everyday_words_alarm_nobody(text: str):
    assert not is_distress(text)


def test_accents_case_and_punctuation_do_not_matter():
    assert folded("J’veux  MOURIR, œuf ! é") == "j veux mourir oeuf e"


def test_words_are_looked_for_in_values_and_not_in_the_names_of_things():
    deep = {"type": "play", "action": {"type": "suicide", "lines": [{"text": "je veux mourir", "shown": True}]}}
    assert distress_in(deep) == "je veux mourir"
    assert distress_in({"type": "suicide", "step": 0, "more": [None, True, 1.5]}) is None


async def test_an_alert_keeps_the_words_for_the_adult_on_duty_and_is_one_however_often_it_is_sent(house: House):
    player, private = (await house.join()).player, house.world.private
    for _ in range(2):
        assert await private.hear(player, {"text": "je veux mourir"}, "phone/7")
    assert not await private.hear(player, {"text": "le cœur"}, "phone/8")
    (call,) = await private.calls(await on_duty(house))
    assert (call.kind, call.note, call.seat) == ("distress", "je veux mourir", player.seat)


async def test_the_same_key_of_another_person_is_another_call(house: House):
    private = house.world.private
    for name in ("Inaya", "Malo"):
        await private.hear((await house.join(name)).player, "je veux mourir", "phone/7")
    assert len(await private.calls(await on_duty(house))) == 2


async def test_a_note_of_distress_makes_a_call_for_help_an_alert(house: House):
    player, private = (await house.join()).player, house.world.private
    await private.call_help(player, "help", "Je bloque, et j’ai envie de mourir")
    assert [one.kind for one in await private.calls(await on_duty(house))] == ["distress"]
