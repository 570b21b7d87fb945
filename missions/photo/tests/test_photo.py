"""What a proof by an object keeps: the yes comes from another's eyes, and is never taken back.

Spec: K43
"""

import pytest
from pydantic import ValidationError

from game_server.core.mission_kind import Declined
from missions.photo import KIND
from missions.photo.content import Photo
from missions.photo.values import Describe, Saw, Sent, ToRedo
from tests.conformance.table import Table, seats

PHOTO = "6f9619ff-8b86-4011-b42d-00c04fc964ff"


def photo(number: int = 3) -> Table:
    return Table(KIND, seats(number)).open()


def test_no_phone_can_say_that_a_photo_is_stored_or_judged() -> None:
    assert set(KIND.actions) == {"describe", "saw"}
    assert set(KIND.outside) == {"sent", "to_redo"}


@pytest.mark.parametrize("proof", [Sent(PHOTO), Describe()])
def test_a_proof_seen_by_another_is_a_yes_at_once(proof: Sent | Describe) -> None:
    table = photo()
    table.act(table.seats[0], proof)
    assert not table.done
    table.act(table.seats[1], Saw(table.seats[0]))
    assert table.done


def test_no_player_learns_the_id_of_a_photo() -> None:
    table = photo()
    table.act(table.seats[0], Sent(PHOTO))
    assert PHOTO not in repr([table.shared(), *(table.private(seat) for seat in table.seats)])
    assert table.staff()["proofs"] == [{"seat": table.seats[0], "how": "photo", "photo": PHOTO}]


def test_a_wish_for_another_photo_is_read_by_its_sender_alone() -> None:
    table = photo()
    table.act(table.seats[0], Sent(PHOTO))
    table.act(table.seats[0], ToRedo(PHOTO, "someone"))
    assert [table.private(seat)["redo"] for seat in table.seats] == ["someone", None, None]
    assert table.shared()["proofs"] == []
    table.act(table.seats[0], Describe())
    assert table.private(table.seats[0])["redo"] is None


def test_a_wish_that_comes_after_another_photo_changes_nothing() -> None:
    table = photo()
    table.act(table.seats[0], Sent(PHOTO))
    table.act(table.seats[0], Sent(PHOTO.replace("6f", "7f")))
    assert table.act(table.seats[0], ToRedo(PHOTO, "someone")) == Declined("unknown_photo")


def test_who_is_left_alone_with_a_proof_shows_it_to_a_character() -> None:
    table = photo()
    table.act(table.seats[0], Describe())
    table.changes_presence([table.seats[1]])
    assert not table.done
    table.changes_presence([table.seats[0]])
    assert table.done
    assert table.shared()["by_character"]


def test_a_step_without_drawing_asks_for_a_photo() -> None:
    content = Photo.model_validate({**KIND.example().model_dump(), "drawing": False})
    table = Table(KIND, seats(2), content=content).open()
    assert table.act(table.seats[0], Describe()) == Declined("no_drawing")


def test_two_reasons_of_one_id_are_an_author_s_mistake() -> None:
    reasons = [{"id": "a", "text": "Un."}, {"id": "a", "text": "Deux."}]
    with pytest.raises(ValidationError, match="est écrit deux fois"):
        Photo.model_validate({**KIND.example().model_dump(), "redo_reasons": reasons})
