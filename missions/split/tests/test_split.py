"""What split information keeps: pieces follow those present, a second person confirms, only the proposer pauses.

Spec: K5 K20
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.mission_kind import Declined
from missions.split import KIND
from missions.split.content import Split
from missions.split.values import Confirm, Propose, Read
from tests.conformance.table import Table, seats

RIGHT, WRONG = "quai-deux-heures", "quai-midi"


def split(number: int = 4) -> Table:
    return Table(KIND, seats(number)).open()


def everyone_reads(table: Table) -> Table:
    for seat in list(table.state.hands):
        for piece in table.state.hands[seat]:
            if piece not in table.state.read:
                table.act(seat, Read(piece))
    return table


def test_a_piece_is_seen_by_its_holder_alone() -> None:
    table = split()
    texts = [piece["text"] for seat in table.seats for piece in table.private(seat)["pieces"]]
    assert sorted(texts) == sorted(piece.text for piece in KIND.example().pieces)
    everyone = repr([table.shared(), table.staff()])
    assert not [text for text in texts if text in everyone]


def test_the_choice_opens_when_every_piece_is_read() -> None:
    table = split()
    first, *_ = table.seats
    assert table.act(first, Propose(RIGHT)) == Declined("pieces_to_read")
    assert not table.shared()["ready"]
    everyone_reads(table)
    assert table.shared()["ready"]
    table.act(first, Propose(RIGHT))
    assert table.shared()["proposal"] == RIGHT


def test_proposing_what_is_proposed_is_a_second_voice() -> None:
    table = everyone_reads(split())
    table.act(table.seats[0], Propose(RIGHT))
    table.act(table.seats[1], Propose(RIGHT))
    assert table.done


def test_another_proposal_takes_the_place_of_the_first() -> None:
    table = everyone_reads(split())
    table.act(table.seats[0], Propose(WRONG))
    table.act(table.seats[1], Propose(RIGHT))
    assert table.shared()["proposal"] == RIGHT
    assert table.act(table.seats[2], Confirm(WRONG)) == Declined("proposal_gone")


def test_a_wrong_choice_is_answered_and_only_its_proposer_pauses() -> None:
    table = everyone_reads(split())
    table.act(table.seats[0], Propose(WRONG))
    table.act(table.seats[1], Confirm(WRONG))
    assert table.shared()["last"] == {"option": WRONG, "says": KIND.example().options[0].says}
    assert table.shared()["proposal"] is None
    assert table.act(table.seats[0], Propose(RIGHT)) == Declined("pause", {"seconds": 10})
    table.act(table.seats[1], Propose(RIGHT))
    assert table.shared()["proposal"] == RIGHT


def test_pieces_of_who_leaves_go_to_those_present_and_are_read_by_their_new_holders() -> None:
    table = everyone_reads(split())
    gone = table.seats[0]
    moved = table.state.hands[gone]
    kept = set(table.state.read) - set(moved)
    table.changes_presence(table.seats[1:])
    assert gone not in table.state.hands
    assert set(table.state.read) == kept
    assert not table.shared()["ready"]
    everyone_reads(table)
    assert table.shared()["ready"]


def test_a_proposal_stays_when_pieces_move() -> None:
    table = everyone_reads(split())
    table.act(table.seats[0], Propose(RIGHT))
    table.changes_presence(table.seats[1:])
    assert table.shared()["proposal"] == RIGHT
    everyone_reads(table)
    table.act(table.seats[1], Confirm(RIGHT))
    assert table.done


def test_who_comes_gets_a_piece_that_nobody_has_read_yet() -> None:
    table = split()
    first, second, *_ = table.seats
    table.changes_presence([first])
    table.changes_presence([first, second])
    assert len(table.private(second)["pieces"]) == 1


def test_a_piece_that_was_read_stays_with_who_read_it_when_somebody_comes() -> None:
    table = split()
    first, second, *_ = table.seats
    table.changes_presence([first])
    everyone_reads(table)
    table.changes_presence([first, second])
    assert table.private(second)["pieces"] == []
    assert table.shared()["ready"]


def test_who_is_alone_gets_a_character_s_voice_and_a_way_on_after_a_mistake() -> None:
    table = everyone_reads(split(1))
    table.act(table.seats[0], Propose(WRONG))
    assert table.shared()["last"]["option"] == WRONG
    table.played += 10
    table.act(table.seats[0], Propose(RIGHT))
    assert table.done
    assert table.shared()["by_character"]


def test_a_proposal_left_alone_with_its_author_is_confirmed_once_the_pieces_are_read() -> None:
    table = everyone_reads(split())
    table.act(table.seats[0], Propose(RIGHT))
    table.changes_presence([table.seats[0]])
    everyone_reads(table)
    assert table.done


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"answer": "cave"}, "n'est l'id d'aucune option"),
        ({"options": [{"id": RIGHT, "text": "Oui"}, {"id": "non", "text": "Non"}]}, "il manque says"),
        ({"pieces": [{"id": "a", "text": "Un."}, {"id": "a", "text": "Deux."}]}, "est écrit deux fois"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Split.model_validate({**KIND.example().model_dump(), **change})
