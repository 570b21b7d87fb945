"""Codes, PINs and first names, without any store.

Spec: A9
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_server.application.refusals import RefusedRequest
from game_server.application.ways_in import (
    CODE_LENGTH,
    SIGNS,
    checked_first_name,
    checked_pin,
    name_key,
    readable_code,
    typed_code,
)
from tests.people.refused import refused
from tests.people.world import SeededLuck

HOSTILE = [
    "",
    "   ",
    "-",
    "12345",
    "Ina\u202eya",
    "Ina\u200bya",
    "Ina\nya",
    "Ina\x00ya",
    "Z\u0335\u0321\u0358algo",
    "😀",
    "Inaya😀",
    "<b>Inaya</b>",
    "=1+1",
    "Inaya; DROP TABLE seat",
    "\u3164",
    "a\ufe0f",
    "' OR 1=1",
    "🇫🇷",
    "I" * 25,
    "\u0301Inaya",
    "In\u20e3",
    "a \u0301\u0301",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_first_name_is_refused_with_what_to_do(name: str):
    with refused("bad_first_name") as caught:
        checked_first_name(name)
    assert caught[0].details["field"] == "first_name"


@pytest.mark.parametrize(
    "name",
    ["Inaya", "Jean-Baptiste", "N’Golo", "Chloë", "Đorđe", "محمد", "مُحَمَّد", "李雷", "Inaya B.", "Ana 2", "Nguyễn", "O"],
)
def test_true_first_names_of_any_script_are_kept_as_written(name: str):
    assert checked_first_name(name) == unicodedata.normalize("NFC", name)


def test_a_first_name_is_tidied_not_refused_for_its_spaces_and_apostrophe():
    assert checked_first_name("  N'Golo   K  ") == "N’Golo K"


def test_a_decomposed_name_is_the_same_person_as_a_composed_one():
    assert checked_first_name("Chloe\u0308") == checked_first_name("Chlo\u00eb")


@given(st.text(max_size=40))
def test_whatever_is_typed_is_refused_or_shows_at_most_24_harmless_signs(text: str):
    try:
        name = checked_first_name(text)
    except RefusedRequest as refusal:
        assert refusal.code == "bad_first_name"  # noqa: PT017 - either outcome is right
        return
    assert sum(not unicodedata.combining(sign) for sign in name) >= 1
    assert len([sign for sign in name if unicodedata.category(sign)[0] != "M"]) <= 24
    assert all(unicodedata.category(sign)[0] in "LMNZP" for sign in name)
    assert not set(name) & set('<>&"=+@\t\r\n\u202e\u200b\u2066')
    assert checked_first_name(name) == name


@pytest.mark.parametrize(
    "pair", [("Inaya", "INAYA"), ("Chloë", "chloe"), ("Jean-Luc", "jean luc"), ("Inaya B.", "inaya b")]
)
def test_two_spellings_that_people_confuse_are_one_name_in_a_group(pair: tuple[str, str]):
    assert name_key(pair[0]) == name_key(pair[1])


def test_names_of_another_script_stay_apart():
    assert name_key("محمد") != name_key("أحمد")


@pytest.mark.parametrize(
    "pin", ["000000", "999999", "123456", "654321", "012345", "987654", "890123", "121212", "123123", "112233"]
)
def test_a_pin_that_everybody_tries_first_is_refused_kindly(pin: str):
    with refused("weak_pin"):
        checked_pin(pin)


@pytest.mark.parametrize("pin", ["12345", "1234567", "abcdef", "٤٠٢٩١٧", "40 917", ""])
def test_a_pin_that_is_not_six_digits_is_refused(pin: str):
    with refused("bad_pin"):
        checked_pin(pin)


def test_an_ordinary_pin_is_taken():
    assert checked_pin("402917") == "402917"


def test_a_code_has_eight_signs_that_nobody_mixes_up():
    luck = SeededLuck()
    codes = [readable_code(luck) for _ in range(300)]
    assert len(set(codes)) == 300
    assert all(len(code) == CODE_LENGTH and set(code) <= set(SIGNS) for code in codes)
    assert set("".join(codes)) == set(SIGNS)
    assert not set(SIGNS) & set("0O1IL")


def test_a_code_may_be_typed_in_any_case_with_spaces_and_hyphens():
    assert typed_code(" abcd-EF gh ") == "ABCDEFGH"
