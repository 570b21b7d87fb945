"""What a station keeps: every way opens it, no position and no typed word is kept, two people say so.

Spec: K41
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.mission_kind import Declined
from missions.station import KIND
from missions.station.content import Station
from missions.station.values import Arrive, Confirm
from missions.station.words import fold
from tests.conformance.table import Table, seats

WAYS = [("code", "sucre42"), ("word", "La bascule"), ("position", ""), ("plan_b", "bascule")]


def station(number: int = 4, **changes: Any) -> Table:
    content = Station.model_validate({**KIND.example().model_dump(), **changes})
    return Table(KIND, seats(number), content=content).open()


@pytest.mark.parametrize(("by", "said"), WAYS)
@pytest.mark.parametrize(("by_other", "said_other"), WAYS)
def test_any_two_ways_of_two_people_open_it(by: str, said: str, by_other: str, said_other: str) -> None:
    table = station()
    table.act(table.seats[0], Arrive(by, said))
    assert not table.done
    table.act(table.seats[1], Arrive(by_other, said_other))
    assert table.done


@pytest.mark.parametrize(("by", "said"), WAYS)
def test_nobody_can_tell_which_way_was_taken(by: str, said: str) -> None:
    table = station()
    table.act(table.seats[0], Arrive(by, said))
    other = station()
    other.act(other.seats[2], Arrive("plan_b", "bascule"))
    assert table.shared() == other.shared()


def test_neither_a_position_nor_a_word_stands_in_what_is_kept() -> None:
    table = station()
    table.act(table.seats[0], Arrive("position", "50.63,3.06"))
    table.act(table.seats[1], Arrive("word", "bascule"))
    assert "50.63" not in repr(table.events)
    assert "bascule" not in repr(table.events)
    assert table.texts == []


@pytest.mark.parametrize(
    "said", ["bascule", "LA BASCULE", "  la  bascule ! ", "Bàscule", "le poids public", "Poids-public"]
)
def test_a_word_is_the_same_whatever_its_capitals_accents_and_article(said: str) -> None:
    table = station()
    table.act(table.seats[0], Arrive("word", said))
    assert table.shared()["half_lit"]


@pytest.mark.parametrize("said", ["", "la", "bascules de la ville", "!"])
def test_another_word_is_asked_again_and_stops_nobody(said: str) -> None:
    table = station()
    assert table.act(table.seats[0], Arrive("word", said)) == Declined("wrong_word")
    assert not isinstance(table.act(table.seats[0], Arrive("word", "bascule")), Declined)


def test_a_ligature_is_two_letters() -> None:
    assert fold("L’Œuf") == fold("oeuf") == "oeuf"


def test_a_place_without_a_position_says_so() -> None:
    table = station(position=None)
    assert table.shared()["position"] is None
    assert table.act(table.seats[0], Arrive("position", "")) == Declined("no_position")


def test_what_is_written_on_site_is_not_on_any_phone() -> None:
    table = station(code="ZZTOP77", words=["girouette"])
    shown = repr([table.shared(), *(table.private(seat) for seat in table.seats)])
    assert "ZZTOP77" not in shown
    assert "girouette" not in shown


def test_the_same_person_twice_is_one_voice() -> None:
    table = station()
    table.act(table.seats[0], Arrive("code", "SUCRE42"))
    assert table.act(table.seats[0], Arrive("word", "bascule")) == Declined("another_voice")
    assert table.act(table.seats[0], Confirm()) == Declined("another_voice")
    table.changes_presence(table.seats[1:])
    table.act(table.seats[2], Confirm())
    assert table.done


def test_what_the_place_tells_is_told_once_two_are_there() -> None:
    table = station()
    assert table.shared()["pieces"] == []
    table.close()
    assert table.shared()["pieces"] == list(KIND.example().pieces)


def test_a_wrong_answer_to_plan_b_says_where_to_look_again() -> None:
    table = station()
    table.act(table.seats[0], Arrive("plan_b", "octroi"))
    assert table.shared()["last"]["says"].startswith("Pas encore.")
    assert [one["missed"] for one in table.shared()["plan_b"]["options"]] == [False, False, True]


def plan_b(*options: str, answer: str = "a") -> dict[str, Any]:
    return {"plan_b": {"question": "Où ?", "options": [{"id": one, "text": one} for one in options], "answer": answer}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"words": ["Bascule", "la bascule"]}, "est écrit deux fois"),
        ({"words": ["…"]}, "au moins une lettre"),
        (plan_b("a", "b"), "il manque says"),
        (plan_b("a", "a"), "est écrit deux fois"),
        (plan_b("a", "b", answer="c"), "n'est l'id d'aucune option"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Station.model_validate({**KIND.example().model_dump(), **change})
