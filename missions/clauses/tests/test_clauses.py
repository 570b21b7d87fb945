"""What clauses keep: nobody judges what they hold, who left is not waited for, and everyone present signs.

Spec: K5 K20
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined
from missions.clauses import KIND
from missions.clauses.content import Clauses
from missions.clauses.values import Judge, Read, Sign
from tests.conformance.table import Table, seats

TRAP, SOUND = "ecrit", "duree"


def clauses(number: int = 4) -> Table:
    return Table(KIND, seats(number)).open()


def holder(table: Table, clause: str) -> SeatId:
    found: SeatId = next(seat for seat, mine in table.state.hands.items() if clause in mine)
    return found


def someone_else(table: Table, clause: str) -> SeatId:
    return next(seat for seat in table.present if seat != holder(table, clause))


def everyone_reads(table: Table) -> Table:
    for seat, mine in dict(table.state.hands).items():
        for clause in mine:
            table.act(seat, Read(clause))
    return table


def all_judged(table: Table) -> Table:
    everyone_reads(table)
    for clause in KIND.example().clauses:
        table.act(someone_else(table, clause.id), Judge(clause.id, "keep" if clause.keep else "strike"))
    return table


def shown(table: Table, clause: str) -> dict[str, Any]:
    return next(one for one in table.shared()["clauses"] if one["id"] == clause)


def test_a_clause_is_read_by_its_holder_alone_until_the_contract_is_signed() -> None:
    table = clauses()
    texts = [one["text"] for seat in table.seats for one in table.private(seat)["clauses"]]
    assert sorted(texts) == sorted(one.text for one in KIND.example().clauses)
    assert not [text for text in texts if text in repr([table.shared(), table.staff()])]
    all_judged(table).play(table.seats)
    assert shown(table, TRAP)["text"]


def test_nobody_judges_a_clause_that_they_hold() -> None:
    table = everyone_reads(clauses())
    assert table.act(holder(table, TRAP), Judge(TRAP, "strike")) == Declined("another_judges")


def test_a_wrong_judgement_says_why_and_leaves_the_next_one_to_somebody_else() -> None:
    table = everyone_reads(clauses())
    first, second = [seat for seat in table.seats if seat != holder(table, TRAP)][:2]
    table.act(first, Judge(TRAP, "keep"))
    assert shown(table, TRAP)["says"]
    assert shown(table, TRAP)["missed"] == "keep"
    assert shown(table, TRAP)["verdict"] is None
    assert table.act(first, Judge(TRAP, "strike")) == Declined("pause", {"seconds": 10})
    table.act(second, Judge(TRAP, "strike"))
    assert shown(table, TRAP)["verdict"] == "strike"


def test_what_was_read_or_judged_stays_so_when_its_holder_leaves() -> None:
    table = everyone_reads(clauses())
    gone = holder(table, SOUND)
    table.act(someone_else(table, SOUND), Judge(SOUND, "keep"))
    table.changes_presence([seat for seat in table.seats if seat != gone])
    assert shown(table, SOUND)["verdict"] == "keep"
    assert shown(table, SOUND)["holder"] != gone
    assert all(one["read"] for one in table.shared()["clauses"])


def test_the_page_to_sign_comes_once_every_clause_is_judged() -> None:
    table = everyone_reads(clauses())
    assert table.shared()["signature"] is None
    assert table.act(table.seats[0], Sign()) == Declined("clauses_to_judge")
    all_judged(table)
    assert table.shared()["signature"]["lines"]


def test_who_leaves_before_signing_is_not_waited_for() -> None:
    table = all_judged(clauses())
    for seat in table.seats[:3]:
        table.act(seat, Sign())
    assert not table.done
    table.changes_presence(table.seats[:3])
    assert table.done


def test_who_comes_before_the_end_signs_too() -> None:
    table = all_judged(clauses())
    last = table.seats[-1]
    table.changes_presence(table.seats[:-1])
    for seat in table.present[:2]:
        table.act(seat, Sign())
    table.changes_presence([*table.present, last])
    table.act(table.present[2], Sign())
    assert not table.done
    table.act(last, Sign())
    assert table.done
    assert len(table.shared()["signature"]["signed"]) == 4


def test_who_is_alone_judges_and_signs_with_a_character() -> None:
    table = clauses(1)
    (seat,) = table.seats
    assert table.private(seat)["alone"]
    table.play(table.seats)
    assert table.done
    assert table.shared()["by_character"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"clauses": [one.model_dump() for one in KIND.example().clauses if one.keep]}, "une clause à rayer"),
        ({"clauses": [KIND.example().clauses[0].model_dump()] * 2}, "est écrit deux fois"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Clauses.model_validate({**KIND.example().model_dump(), **change})
