"""What placing keeps: nobody places a card they hold, what is placed stays, and a card that comes back says why.

Spec: K5 K20
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined
from missions.place import KIND
from missions.place.content import Place
from missions.place.values import Put, Read
from tests.conformance.table import Table, seats

CARD, RIGHT, WRONG = "marco", "essayer", "apprendre"


def place(number: int = 4) -> Table:
    return Table(KIND, seats(number)).open()


def in_order() -> Table:
    card = {"text": "Une longue phrase.", "says": "Relisez."}
    content = Place.model_validate(
        {
            "intro": "Rangez.",
            "mode": "order",
            "question": "Quand ?",
            "slots": [{"id": "avant", "name": "D’abord"}, {"id": "apres", "name": "Ensuite"}],
            "cards": [
                {"id": "un", "title": "Un", "accepted": ["avant"], **card},
                {"id": "deux", "title": "Deux", "accepted": ["apres"], **card},
            ],
            "after": "Rangé.",
        }
    )
    return everyone_reads(Table(KIND, seats(3), content=content).open())


def holder(table: Table, card: str = CARD) -> SeatId:
    found: SeatId = next(seat for seat, mine in table.state.hands.items() if card in mine)
    return found


def others(table: Table, card: str = CARD) -> list[SeatId]:
    return [seat for seat in table.present if seat != holder(table, card)]


def everyone_reads(table: Table) -> Table:
    for seat, mine in dict(table.state.hands).items():
        for card in mine:
            table.act(seat, Read(card))
    return table


def shown(table: Table, card: str = CARD) -> dict[str, Any]:
    return next(one for one in table.shared()["cards"] if one["id"] == card)


def test_a_card_is_read_by_its_holder_alone_until_the_end() -> None:
    table = place()
    texts = [one["text"] for seat in table.seats for one in table.private(seat)["cards"]]
    assert sorted(texts) == sorted(one.text for one in KIND.example().cards)
    assert not [text for text in texts if text in repr([table.shared(), table.staff()])]
    table.play(table.seats)
    assert shown(table)["text"]


def test_a_card_is_placed_once_its_holder_read_it_and_by_somebody_else() -> None:
    table = place()
    other = others(table)[0]
    assert table.act(other, Put(CARD, RIGHT)) == Declined("to_read_first")
    table.act(holder(table), Read(CARD))
    assert table.act(holder(table), Put(CARD, RIGHT)) == Declined("another_places")
    table.act(other, Put(CARD, RIGHT))
    assert shown(table)["slot"] == RIGHT


def test_a_card_in_a_wrong_place_comes_back_with_a_sentence_and_only_who_put_it_pauses() -> None:
    table = everyone_reads(place())
    first, second, *_ = others(table)
    card = next(one for one in KIND.example().cards if one.id == CARD)
    table.act(first, Put(CARD, WRONG))
    assert table.shared()["last"] == {"card": CARD, "slot": WRONG, "says": card.wrong[WRONG]}
    assert shown(table)["missed"] == [WRONG]
    assert table.act(first, Put(CARD, RIGHT)) == Declined("pause", {"seconds": 10})
    assert table.act(second, Put(CARD, WRONG)) == Declined("already_tried")
    table.act(second, Put(CARD, "parler"))
    assert table.shared()["last"]["says"] == card.says


def test_what_was_placed_stays_when_its_holder_leaves() -> None:
    table = everyone_reads(place())
    gone = holder(table)
    table.act(others(table)[0], Put(CARD, RIGHT))
    table.changes_presence(others(table))
    assert shown(table)["slot"] == RIGHT
    assert shown(table)["holder"] != gone


def test_in_order_a_slot_takes_one_card_and_in_a_sort_as_many_as_belong_there() -> None:
    table = in_order()
    table.act(others(table, "un")[0], Put("un", "avant"))
    assert table.act(others(table, "deux")[0], Put("deux", "avant")) == Declined("slot_taken")
    table = everyone_reads(place())
    for card in ("lina", "theo"):
        table.act(others(table, card)[0], Put(card, "apprendre"))
    assert table.shared()["placed"] == 2


def test_who_is_alone_places_the_cards_that_a_character_holds() -> None:
    table = everyone_reads(place(1))
    (seat,) = table.seats
    assert table.private(seat)["alone"]
    table.act(seat, Put(CARD, RIGHT))
    assert shown(table)["slot"] == RIGHT


def test_a_facilitator_s_word_shows_every_place() -> None:
    table = place()
    table.close()
    assert all(card["slot"] for card in table.shared()["cards"])


def one_card(**change: Any) -> dict[str, Any]:
    first, *rest = [one.model_dump() for one in KIND.example().cards]
    return {"cards": [{**first, **change}, *rest]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (one_card(accepted=["cave"]), "n'est l'id d'aucun emplacement"),
        (one_card(wrong={"cave": "Non."}), "n'est l'id d'aucun emplacement"),
        (one_card(id="marco"), "est écrit deux fois"),
        (one_card(title="Marco"), "est écrit deux fois"),
        ({"mode": "order"}, "chaque emplacement attend une carte"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Place.model_validate({**KIND.example().model_dump(), **change})
