"""What leaves the state: each slice for its audience, and nothing of one seat in another's.

Spec: G2 G4 K8 R6
"""

from game_server.core import group_commands as c
from game_server.core.ids import SeatId
from game_server.core.view import EVERYONE, STAFF, seat_audience, slices
from tests.core.small_game import RULES, SYSTEM, Table
from tests.core.small_game import STAFF as FACILITATOR


def shown(table: Table, audience: str) -> dict[str, object]:
    return {rule.name: rule.build(RULES, table.now) for rule in slices(RULES, table.now) if rule.audience == audience}


def test_what_one_seat_holds_stands_in_its_own_slice_only(playing: Table) -> None:
    mine = shown(playing, seat_audience(SeatId("ana")))["mine"]
    assert mine["here"]["private"]["keys"]
    assert "keys" not in str(shown(playing, EVERYONE)["mission"])
    assert "keys" not in str(shown(playing, STAFF))


def test_a_pane_says_its_state_and_never_a_title_before_its_day(playing: Table) -> None:
    days = shown(playing, EVERYONE)["verriere"]["days"]
    assert [pane["state"] for day in days for pane in day["panes"]] == ["now", "to_come", "to_come"]
    assert days[1]["panes"][0]["title"] == ""


def test_a_mission_of_a_past_day_waits_to_be_taken_up_again(playing: Table) -> None:
    playing.when(FACILITATOR, c.EndDay(1))
    days = shown(playing, EVERYONE)["verriere"]["days"]
    assert [pane["state"] for pane in days[0]["panes"]] == ["missed", "missed"]


def test_a_slice_whose_parts_did_not_change_is_known_to_be_the_same(playing: Table) -> None:
    before = playing.now
    playing.when(FACILITATOR, c.GiveHint(before.current))
    unchanged = {
        rule.name
        for rule in slices(RULES, playing.now)
        if all(one is other for one, other in zip(rule.reads(before), rule.reads(playing.now), strict=True))
    }
    assert {"group", "seats", "offers", "door"} <= unchanged
    assert "mission" not in unchanged


def test_people_at_the_door_are_shown_to_staff_only(created: Table) -> None:
    created.when(SYSTEM, c.AskSeat(SeatId("zoe"), "Zoé", 1))
    assert shown(created, EVERYONE)["seats"]["seats"] == []
    assert [seat["id"] for seat in shown(created, STAFF)["door"]["seats"]] == ["zoe"]
