"""What an escape room keeps: the explorer never holds a manual, the torch changes hands, a second voice opens.

Spec: K42
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined
from missions.room import KIND
from missions.room.content import Room
from missions.room.values import Confirm, Enter, Examine, MoreTime, PassTorch, Send, Use
from tests.conformance.table import Table, seats


def room(number: int = 4, **changes: Any) -> Table:
    content = Room.model_validate({**KIND.example().model_dump(), **changes})
    return Table(KIND, seats(number), content=content).open()


def explorer(table: Table) -> SeatId:
    found: SeatId = table.state.explorer
    return found


def others(table: Table) -> list[SeatId]:
    return [seat for seat in table.present if seat != explorer(table)]


def opens_all_but_the_door(table: Table) -> Table:
    for action in (Examine("affiche"), Examine("armoire"), Enter("armoire", "318"), Use("trappe", "carte")):
        table.act(explorer(table), action)
    return table


@pytest.mark.parametrize("number", range(2, 13))
def test_the_explorer_sees_the_scene_alone_and_holds_no_manual(number: int) -> None:
    table = room(number)
    assert [seat for seat in table.seats if table.private(seat)["scene"]] == [explorer(table)]
    assert table.private(explorer(table))["manuals"] == []
    held = [one["id"] for seat in others(table) for one in table.private(seat)["manuals"]]
    assert sorted(held) == ["coeur", "croix", "thermometre"]


def test_the_torch_goes_to_who_explored_least_and_the_manuals_change_hands() -> None:
    table = room(5)
    been = [explorer(table)]
    for _ in range(4):
        table.act(explorer(table), PassTorch())
        been.append(explorer(table))
        assert table.private(explorer(table))["manuals"] == []
    assert sorted(been) == table.seats


def test_the_turn_ends_by_itself_and_can_be_put_off() -> None:
    table = room()
    first = explorer(table)
    table.played += 200
    table.act(others(table)[0], MoreTime())
    assert table.shared()["turn_ends"] == table.played + 240
    table.play([], for_seconds=239)
    assert explorer(table) == first
    table.play([], for_seconds=240)
    assert explorer(table) != first


def test_a_room_without_turns_changes_hands_by_hand_only() -> None:
    table = room(turn_seconds=None)
    assert table.shared()["turn_ends"] is None
    assert table.act(explorer(table), MoreTime()) == Declined("no_limit")


def test_what_was_opened_stays_open_when_the_explorer_leaves() -> None:
    table = opens_all_but_the_door(room())
    gone = explorer(table)
    table.changes_presence(others(table))
    assert explorer(table) != gone
    scene = table.private(explorer(table))["scene"]
    assert [one["id"] for one in scene["objects"] if one["open"]] == ["affiche", "armoire", "trappe"]
    assert scene["items"][0]["used"]


def test_what_an_object_hides_is_not_in_the_scene_before() -> None:
    table = room()
    assert "trappe" not in [one["id"] for one in table.private(explorer(table))["scene"]["objects"]]
    assert table.act(explorer(table), Use("trappe", "carte")) == Declined("unknown_object")


def test_a_look_is_read_by_the_explorer_once_examined() -> None:
    table = room()
    objects = table.private(explorer(table))["scene"]["objects"]
    assert {one["look"] for one in objects} == {None}
    table.act(explorer(table), Examine("porte"))
    assert "thermomètre" in table.private(explorer(table))["scene"]["objects"][2]["look"]


def test_a_wrong_code_costs_nothing_and_is_not_kept() -> None:
    table = room()
    table.act(explorer(table), Enter("armoire", "305"))
    assert table.private(explorer(table))["missed"] == 1
    assert "305" not in repr(table.events)
    table.act(explorer(table), Enter("armoire", "3-1-8"))
    assert table.private(explorer(table))["scene"]["objects"][1]["open"]


def test_a_code_can_be_sent_by_hand_and_only_the_explorer_reads_it() -> None:
    table = room()
    sender = others(table)[0]
    table.act(sender, Send("porte", "38"))
    assert table.private(sender)["missed"] == 1
    table.act(sender, Send("porte", "37"))
    assert table.shared()["sent"] == ["porte"]
    assert table.private(explorer(table))["scene"]["objects"][2]["code"] == "37"
    assert "'37'" not in repr([table.shared(), *(table.private(seat) for seat in others(table))])


def test_the_way_out_waits_for_a_second_voice() -> None:
    table = opens_all_but_the_door(room())
    opener = explorer(table)
    table.act(opener, Enter("porte", "37"))
    assert table.shared()["half_lit"]
    assert table.act(opener, Confirm()) == Declined("another_voice")
    table.act(others(table)[0], Confirm())
    assert table.done


def test_who_is_alone_holds_the_manuals_and_leaves_with_a_character() -> None:
    table = opens_all_but_the_door(room(1))
    assert len(table.private(explorer(table))["manuals"]) == 3
    assert table.act(explorer(table), PassTorch()) == Declined("nobody_else")
    table.act(explorer(table), Enter("porte", "37"))
    assert table.done
    assert table.shared()["by_character"]


def test_who_is_left_alone_before_an_open_door_leaves_too() -> None:
    table = opens_all_but_the_door(room())
    table.act(explorer(table), Enter("porte", "37"))
    table.changes_presence([explorer(table)])
    assert table.done


def changed(place: int, **fields: Any) -> dict[str, Any]:
    scene: dict[str, Any] = KIND.example().model_dump(mode="json")["scene"]
    scene["objects"][place] |= fields
    return {"scene": scene}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed(3, exit=False), "une sortie"),
        (changed(3, needs=None), "une sortie"),
        (changed(1, gives=None), "« trappe » ne peut jamais s'ouvrir"),
        (changed(1, reveals=["cave"]), "« cave » n'est l'id d'aucun objet"),
        (changed(2, reveals=["armoire"]), "ne peut jamais s'ouvrir"),
        (changed(0, w=99), "sort de l'image"),
        (changed(1, then=None), "il manque then"),
        (changed(1, needs={}), "l'un des deux"),
        ({"items": [{"id": "carte", "name": "A", "text": "B"}] * 2}, "est écrit deux fois"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Room.model_validate({**KIND.example().model_dump(), **change})
