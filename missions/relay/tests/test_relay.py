"""What a relay keeps: what is solved or passed stays, a clue is its holder's, and two people make the key.

Spec: K5 K20
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.mission_kind import Declined
from missions.relay import KIND
from missions.relay.content import Relay, makes
from missions.relay.solver import nth_order
from missions.relay.values import Confirm, Enter, Pass, Solve
from tests.conformance.table import Table, seats

KEY = "724K"


def relay(number: int = 4) -> Table:
    return Table(KIND, seats(number)).open()


def right(link: str) -> Solve:
    return Solve(link, next(one.answer for one in KIND.example().links if one.id == link))


def everyone_passes(table: Table) -> Table:
    for seat, mine in dict(table.state.hands).items():
        for link in mine:
            table.act(seat, right(link))
            table.act(seat, Pass(link))
    return table


def test_a_challenge_and_its_clue_are_seen_by_their_holder_alone() -> None:
    table = relay()
    seat, (link,) = next(iter(table.state.hands.items()))
    table.act(seat, right(link))
    mine = table.private(seat)["links"][0]
    others = repr([table.shared(), table.staff(), *(table.private(one) for one in table.seats if one != seat)])
    assert mine["clue"]
    assert mine["clue"] not in others
    assert mine["prompt"] not in others


def test_a_part_of_the_key_joins_the_chain_when_its_holder_passes_it() -> None:
    table = relay()
    seat, (link,) = next(iter(table.state.hands.items()))
    table.act(seat, right(link))
    assert table.shared()["chain"] == []
    table.act(seat, Pass(link))
    assert [part["id"] for part in table.shared()["chain"]] == [link]


def test_what_was_solved_or_passed_stays_so_when_its_holder_leaves() -> None:
    table = relay()
    (gone, (passed,)), (other, (solved,)), *_ = table.state.hands.items()
    table.act(gone, right(passed))
    table.act(gone, Pass(passed))
    table.act(other, right(solved))
    here = [seat for seat in table.seats if seat not in (gone, other)]
    table.changes_presence(here)
    assert [part["id"] for part in table.shared()["chain"]] == [passed]
    holder = next(seat for seat in here if solved in table.state.hands[seat])
    assert next(one for one in table.private(holder)["links"] if one["id"] == solved)["code"]
    table.act(holder, Pass(solved))
    assert len(table.shared()["chain"]) == 2


def test_a_wrong_choice_says_where_to_look_and_cannot_be_tried_again() -> None:
    table = relay()
    seat = next(seat for seat, mine in table.state.hands.items() if "permission" in mine)
    table.act(seat, Solve("permission", "oui"))
    assert table.private(seat)["links"][0]["says"]
    assert table.act(seat, right("permission")) == Declined("pause", {"seconds": 10})
    table.played += 10
    assert table.act(seat, Solve("permission", "oui")) == Declined("already_tried")
    table.act(seat, right("permission"))
    assert table.private(seat)["links"][0]["code"] == "K"


def test_a_wrong_key_only_makes_who_tried_it_pause() -> None:
    table = everyone_passes(relay())
    first, second, *_ = table.seats
    table.act(first, Enter("K427"))
    assert table.shared()["tries"] == 1
    assert table.act(first, Enter(KEY)) == Declined("pause", {"seconds": 10})
    table.act(second, Enter(KEY))
    assert table.shared()["answer"] == KEY
    table.act(first, Confirm())
    assert table.done


def test_giving_the_same_key_is_a_second_voice() -> None:
    table = everyone_passes(relay())
    table.act(table.seats[0], Enter(KEY))
    table.act(table.seats[1], Enter(KEY))
    assert table.done


def test_who_is_alone_gets_a_character_s_voice() -> None:
    table = everyone_passes(relay(1))
    table.act(table.seats[0], Enter(KEY))
    assert table.done
    assert table.shared()["by_character"]


def test_a_key_left_alone_with_who_gave_it_is_confirmed_by_a_character() -> None:
    table = everyone_passes(relay())
    table.act(table.seats[0], Enter(KEY))
    table.changes_presence([table.seats[0]])
    assert table.done


def test_the_orders_a_bot_tries_are_all_different() -> None:
    assert len({"".join(nth_order("abcd", number)) for number in range(24)}) == 24
    assert nth_order("abcd", 0) == list("abcd")


@pytest.mark.parametrize(("code", "parts"), [("1213", ["12", "13"]), ("1112", ["1", "12", "1"])])
def test_parts_of_several_signs_make_a_key(code: str, parts: list[str]) -> None:
    assert makes(code, parts)
    assert not makes(f"{code}1", parts)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"key": {"question": "Quoi ?", "accepted": "7249"}}, "ne se fait pas avec chaque code"),
        ({"links": [KIND.example().links[0].model_dump()] * 2}, "est écrit deux fois"),
        ({"links": [{**KIND.example().links[0].model_dump(), "answer": "rien"}]}, "n'est l'id d'aucun choix"),
        ({"links": [{**KIND.example().links[0].model_dump(), "answer": "payer"}]}, "il manque says"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Relay.model_validate({**KIND.example().model_dump(), **change})
