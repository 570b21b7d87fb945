"""What the same instant keeps: two people at least, a miss that costs nothing, a time that anybody can take away.

Spec: K5 K6 K20
"""

from collections import Counter
from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined
from missions.together import KIND
from missions.together.content import Together
from missions.together.values import MoreTime, NoLimit, Ready, Tap
from tests.conformance.table import Table, seats

RIGHT, WRONG = "bras", "pas"


def together(number: int = 4) -> Table:
    return Table(KIND, seats(number)).open()


def one_of_each_place(table: Table) -> list[SeatId]:
    return list({place: seat for seat, place in table.state.teams.items()}.values())


def all_ready(table: Table) -> Table:
    for seat in one_of_each_place(table):
        table.act(seat, Ready(table.shared()["call"]))
    return table


def lit(table: Table) -> list[str]:
    return [place["id"] for place in table.shared()["places"] if place["lit"]]


def falls_due(table: Table) -> None:
    (due,) = KIND.dues(table.content, table.state)
    table.played = due.played
    for event in KIND.fall_due(table.content, table.state, due.name, table.setting()):
        table.state = KIND.evolve(table.content, table.state, event)


@pytest.mark.parametrize(
    ("number", "sizes"), [(2, [1, 1]), (3, [1, 2]), (4, [2, 2]), (6, [2, 2, 2]), (11, [3, 4, 4]), (12, [4, 4, 4])]
)
def test_the_group_is_shared_out_over_places_in_pairs_or_more(number: int, sizes: list[int]) -> None:
    assert sorted(Counter(together(number).state.teams.values()).values()) == sizes


def test_a_message_is_seen_by_its_holder_alone() -> None:
    table = together()
    holder = table.shared()["holder"]
    (text,) = [call["text"] for call in table.private(holder)["calls"] if call["now"]]
    others = [table.private(seat) for seat in table.seats if seat != holder]
    assert text not in repr([table.shared(), table.staff(), *others])


def test_the_gesture_waits_until_every_place_is_ready() -> None:
    table = together()
    first, second = one_of_each_place(table)
    table.act(first, Ready(1))
    assert table.act(first, Tap(RIGHT, 1)) == Declined("not_ready")
    table.act(second, Ready(1))
    assert table.shared()["go"]


def test_every_place_within_the_window_holds_the_call() -> None:
    table = all_ready(together())
    first, second = one_of_each_place(table)
    table.act(first, Tap(RIGHT, 1))
    assert table.shared()["closes_at"] == table.played + 20
    table.played += 20
    table.act(second, Tap(RIGHT, 1))
    assert table.shared()["call"] == 2
    assert not table.shared()["go"]


def test_a_missed_instant_tells_who_was_there_and_starts_again() -> None:
    table = all_ready(together())
    first, second = one_of_each_place(table)
    table.act(first, Tap(RIGHT, 1))
    falls_due(table)
    assert table.shared()["last"] == [table.state.teams[first]]
    assert table.shared()["go"]
    table.act(second, Tap(RIGHT, 1))
    table.act(first, Tap(RIGHT, 1))
    assert table.shared()["call"] == 2


def test_a_tap_after_the_end_of_the_window_begins_the_next_try() -> None:
    table = all_ready(together())
    first, second = one_of_each_place(table)
    table.act(first, Tap(RIGHT, 1))
    table.played += 21
    table.act(second, Tap(RIGHT, 1))
    assert lit(table) == [table.state.teams[second]]
    assert table.shared()["tries"] == 1


def test_a_wrong_gesture_only_makes_who_tapped_it_pause() -> None:
    table = all_ready(together())
    joker, *_ = table.seats
    mate = next(one for one in table.seats if one != joker and table.state.teams[one] == table.state.teams[joker])
    table.act(joker, Tap(WRONG, 1))
    assert table.act(joker, Tap(RIGHT, 1)) == Declined("pause", {"seconds": 10})
    table.act(mate, Tap(RIGHT, 1))
    assert lit(table) == [table.state.teams[joker]]


def test_anybody_can_double_the_time_while_it_runs() -> None:
    table = all_ready(together())
    first, second = one_of_each_place(table)
    table.act(first, Tap(RIGHT, 1))
    table.act(second, MoreTime())
    table.played += 35
    table.act(second, Tap(RIGHT, 1))
    assert table.shared()["call"] == 2


def test_without_a_limit_each_place_taps_in_its_own_time() -> None:
    table = all_ready(together())
    first, second = one_of_each_place(table)
    table.act(first, Tap(RIGHT, 1))
    table.act(first, NoLimit())
    assert KIND.dues(table.content, table.state) == ()
    table.played += 5000
    table.act(second, Tap(RIGHT, 1))
    assert table.shared()["call"] == 2
    assert table.act(first, MoreTime()) == Declined("no_window")


def test_a_place_that_everyone_left_is_not_waited_for() -> None:
    table = all_ready(together(6))
    first, second, third = one_of_each_place(table)
    table.act(first, Tap(RIGHT, 1))
    table.act(second, Tap(RIGHT, 1))
    gone = table.state.teams[third]
    table.changes_presence([seat for seat in table.seats if table.state.teams[seat] != gone])
    assert table.shared()["call"] == 2


def test_nobody_changes_place_unless_all_who_stay_are_in_the_same() -> None:
    table = together(6)
    before = dict(table.state.teams)
    table.changes_presence(table.seats[:5])
    assert dict(table.state.teams) == {seat: before[seat] for seat in table.seats[:5]}
    same = [seat for seat in table.seats if before[seat] == "amont"]
    table.changes_presence(same)
    assert len(set(table.state.teams.values())) == 2


def test_with_who_is_alone_a_character_holds_the_other_place() -> None:
    table = together(1)
    table.act(table.seats[0], Ready(1))
    table.act(table.seats[0], Tap(RIGHT, 1))
    assert table.shared()["call"] == 2
    assert table.shared()["by_character"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"calls": [{"id": "un", "text": "Saute.", "answer": "saut"}]}, "n'est l'id d'aucun geste"),
        ({"places": [{"id": "ici", "name": "Ici"}] * 2}, "est écrit deux fois"),
        ({"window": 5}, "greater than or equal to 10"),
    ],
)
def test_an_author_s_mistake_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Together.model_validate({**KIND.example().model_dump(), **change})
