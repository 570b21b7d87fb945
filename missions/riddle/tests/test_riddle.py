"""What a riddle keeps: only the joker pauses, slips are free, a second person confirms, nothing typed stays in a view.

Spec: K4 K13 K14 K15 SC6 SC12
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, Setting, Told, WordRef
from missions.riddle import KIND
from missions.riddle.content import Riddle
from missions.riddle.rules import pause_after
from missions.riddle.values import Answer, Confirm
from tests.conformance.table import Table, seats

RIGHT, NEAR = "l'écluse", "le canal"


def riddle(number: int = 3, **content: Any) -> Table:
    return Table(KIND, seats(number), content=KIND.example().model_copy(update=content)).open()


def types(table: Table, seat: int, text: str, *, after: float = 100.0) -> Told | Declined:
    table.played += after
    return table.act(table.seats[seat], Answer(text))


def test_three_wrong_answers_are_free_then_the_pause_grows_to_a_minute_at_most() -> None:
    assert [pause_after(wrong) for wrong in range(1, 12)] == [0, 0, 0, 10, 20, 30, 40, 50, 60, 60, 60]


def test_only_the_seat_that_typed_wrong_answers_pauses() -> None:
    table = riddle()
    for text in ("ciel", "pomme", "chaise", "nuage"):
        types(table, 2, text)
    outcome = types(table, 2, "route", after=4)
    assert outcome == Declined("pause", {"seconds": 6})
    assert not isinstance(types(table, 0, "route", after=0), Declined)
    assert table.private(table.seats[2])["pause"]["seconds"] == 10
    assert table.private(table.seats[0])["pause"] is None


def test_the_pause_ends_by_itself_in_game_time() -> None:
    table = riddle()
    for text in ("ciel", "pomme", "chaise", "nuage"):
        types(table, 2, text)
    assert not isinstance(types(table, 2, RIGHT, after=10), Declined)


def test_the_same_answer_again_and_near_misses_never_cost_a_pause() -> None:
    table = riddle()
    for text in ("le ciel", "LE CIEL !", "ciel", "cieux", NEAR, NEAR, "le sas", "éclose") * 3:
        assert not isinstance(types(table, 1, text, after=0), Declined)
    assert table.private(table.seats[1])["pause"] is None


def test_a_foreseen_slip_is_answered_with_the_author_s_sentence_to_that_seat_alone() -> None:
    table = riddle()
    types(table, 1, NEAR)
    (mine,) = table.private(table.seats[1])["attempts"]
    assert (mine["worth"], mine["says"]) == ("near", KIND.example().near[0].says)
    assert table.private(table.seats[0])["attempts"] == []


def test_a_right_answer_half_lights_the_pane_and_says_to_nobody_whose_it_is() -> None:
    table = riddle()
    types(table, 1, "Écluse !")
    assert table.shared()["half_lit"]
    assert table.shared()["answer"] == KIND.example().accepted[0]
    assert not table.done
    assert [table.private(seat)["can_confirm"] for seat in table.seats] == [True, False, True]


def test_a_second_person_confirms_or_finds_it_too() -> None:
    for second in (Confirm(), Answer("une écluse")):
        table = riddle()
        types(table, 1, RIGHT)
        table.act(table.seats[2], second)
        assert table.done
        assert table.shared()["solution"] == KIND.example().accepted[0]
        assert not table.shared()["by_character"]


def test_nobody_confirms_their_own_answer() -> None:
    table = riddle()
    types(table, 1, RIGHT)
    for again in (Confirm(), Answer(RIGHT)):
        assert table.act(table.seats[1], again) == Declined("another_voice")


def test_who_is_alone_gets_a_character_s_voice() -> None:
    table = riddle(1)
    types(table, 0, RIGHT)
    assert table.done
    assert table.shared()["by_character"]


def test_when_all_others_leave_a_character_confirms_what_waited() -> None:
    table = riddle()
    types(table, 1, RIGHT)
    table.changes_presence([table.seats[1]])
    assert table.done


def test_an_answer_waits_for_others_when_its_author_leaves() -> None:
    table = riddle()
    types(table, 1, RIGHT)
    table.changes_presence([table.seats[0]])
    assert not table.done
    table.act(table.seats[0], Confirm())
    assert table.done


def test_an_answer_accepted_later_credits_those_who_had_typed_it() -> None:
    table = riddle()
    for seat in (0, 1):
        types(table, seat, "le barrage")
    ids = [text.id for text in table.texts]
    assert all(text.text == "barrage" for text in table.texts)
    for event in KIND.accept(table.content, table.state, "le barrage", ids, table.setting()):
        table.state = KIND.evolve(table.content, table.state, event)
    assert table.done
    assert isinstance(table.shared()["answer"], WordRef)


def test_one_credited_answer_still_needs_a_second_person() -> None:
    table = riddle()
    types(table, 0, "le barrage")
    for event in KIND.accept(table.content, table.state, "le barrage", [table.texts[0].id], table.setting()):
        table.state = KIND.evolve(table.content, table.state, event)
    assert table.shared()["half_lit"]
    table.act(table.seats[1], Confirm())
    assert table.done


def test_an_answer_accepted_later_is_right_from_then_on() -> None:
    table = riddle()
    setting = Setting(tuple(table.seats), tuple(table.seats), 500.0, 1, errata=("le barrage",), next_word="9.")
    told: Any = KIND.decide(table.content, table.state, SeatId("seat-01"), Answer("barrage"), setting)
    assert [(one.worth, one.form) for one in told.events] == [("right", None)]


def test_who_types_without_end_pushes_out_nobody_else_s_attempts() -> None:
    table = riddle()
    types(table, 0, "le barrage")
    for number in range(120):
        types(table, 2, f"numéro {number}")
    assert [one.seat for one in table.state.attempts].count(table.seats[0]) == 1
    assert len(table.state.attempts) == 41


def test_a_number_code_is_never_near() -> None:
    table = riddle(accepted=("4213",), code=True, near=())
    types(table, 0, "4 2 1 4")
    (mine,) = table.private(table.seats[0])["attempts"]
    assert mine["worth"] == "wrong"
    types(table, 0, "42-13")
    assert table.shared()["half_lit"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"accepted": ["!!!"]}, "ne contient ni lettre ni chiffre"),
        ({"accepted": ["porte"], "code": True}, "n'est pas un code"),
        ({"near": [{"text": "écluse", "says": "Presque."}]}, "est déjà une bonne réponse"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Riddle.model_validate({**KIND.example().model_dump(), **change})
