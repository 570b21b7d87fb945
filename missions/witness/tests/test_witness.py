"""What a crossed evaluation keeps: facts only, nobody ends with none, and what was told of a person is theirs.

Spec: K40
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, Setting
from missions.witness import KIND
from missions.witness.content import Witness
from missions.witness.values import ChooseOwn, MoreTime, Recognise, Told
from tests.conformance.table import Table, seats


def witness(number: int = 4) -> Table:
    return Table(KIND, seats(number)).open()


def everyone_tells(table: Table, fact: str = "aide") -> Table:
    for seat in list(table.present):
        table.act(seat, ChooseOwn(fact))
        about = table.private(seat)["about"]
        if about and not table.done:
            table.act(seat, Recognise(about, fact))
    return table


def heard(table: Table) -> dict[SeatId, list[str | None]]:
    return {seat: [one["by"] for one in table.private(seat)["received"]] for seat in table.seats}


@pytest.mark.parametrize("number", range(4, 13))
def test_from_four_on_no_two_people_tell_of_each_other(number: int) -> None:
    for seed in range(5):
        about = Table(KIND, seats(number), seed=seed).open().state.about
        assert sorted(about) == sorted(about.values()) == seats(number)
        assert not [seat for seat, other in about.items() if about[other] == seat or seat == other]


def test_each_one_ends_with_one_fact_from_a_peer_and_another_one_from_the_tutor() -> None:
    table = everyone_tells(witness())
    assert table.done
    for seat in table.seats:
        by, tutor = table.private(seat)["received"]
        assert by["by"] in table.seats
        assert tutor["by"] is None
        assert tutor["fact"] != "aide"


def test_what_was_told_of_me_is_shown_when_everyone_has_done_it() -> None:
    table = witness()
    giver = table.seats[0]
    about = table.private(giver)["about"]
    table.act(giver, Recognise(about, "relire"))
    assert table.private(about)["received"] == []
    table.close()
    assert {"by": giver, "fact": "relire"} in table.private(about)["received"]


def test_nobody_ends_with_none_when_it_is_closed_early() -> None:
    table = witness(12)
    table.close()
    assert all(by == [None] for by in heard(table).values())


def test_the_tutor_says_what_the_group_did() -> None:
    setting = Setting(("a",), ("a",), 10.0, 1, flags={"noe_ecoute": True})  # type: ignore[arg-type]
    [closed] = KIND.close(
        KIND.example(), KIND.evolve(KIND.example(), None, KIND.open(KIND.example(), setting)[0]), setting
    )
    assert closed.added == {"a": "aide"}  # type: ignore[attr-defined]


def test_nobody_is_waited_for_once_gone_and_who_stays_tells_of_somebody_present() -> None:
    table = witness()
    giver = table.seats[0]
    gone = table.private(giver)["about"]
    table.changes_presence([seat for seat in table.seats if seat != gone])
    about = table.private(giver)["about"]
    assert about in table.present
    assert table.act(giver, Recognise(gone, "aide")) == Declined("somebody_else")
    everyone_tells(table)
    assert table.done


def test_who_is_alone_tells_of_nobody_and_receives_from_the_tutor() -> None:
    table = everyone_tells(witness(1))
    assert table.done
    assert heard(table) == {table.seats[0]: [None]}


def test_it_closes_by_itself_after_a_long_silence_that_can_be_put_off() -> None:
    table = witness()
    assert table.shared()["closes_at"] is None
    table.act(table.seats[0], ChooseOwn("aide"))
    table.played += 500
    table.act(table.seats[1], MoreTime())
    assert table.shared()["closes_at"] == table.played + 600
    table.play([])
    assert table.done


def test_own_words_are_told_to_be_kept_and_never_said() -> None:
    table = witness()
    table.act(table.seats[0], Told())
    assert table.private(table.seats[0])["told"]
    assert not table.private(table.seats[1])["told"]
    assert table.texts == []


def test_a_step_without_own_words_takes_none() -> None:
    content = Witness.model_validate({**KIND.example().model_dump(), "own_words": False})
    table = Table(KIND, seats(2), content=content).open()
    assert table.act(table.seats[0], Told()) == Declined("no_own_words")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tutor": {"character": "s", "says": "Oui.", "saw": [{"fact": "chanter"}]}}, "n'est l'id d'aucun fait"),
        ({"tutor": {"character": "s", "says": "Oui.", "saw": [{"fact": "aide", "flag": "f"}]}}, "sans flag"),
        ({"facts": [{"id": "a", "text": "un"}] * 4}, "est écrit deux fois"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Witness.model_validate({**KIND.example().model_dump(), **change})
