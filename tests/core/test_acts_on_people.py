"""A facilitator's acts on people: who is in, who is excused, and what is written to whom; each is undone.

Spec: G10 R6
"""

import pytest

from game_server.core import group_commands as c
from game_server.core import steering_commands as sc
from game_server.core.ids import CharacterId, SeatId
from game_server.core.state import SeatStatus
from game_server.core.view import EVERYONE, seat_audience
from game_server.core.view import STAFF as FOR_STAFF
from tests.core.small_game import STAFF, SYSTEM, Table, player, replayed, shown

ANA, BILAL, CHLOE = (SeatId(name) for name in ("ana", "bilal", "chloe"))


def undone(table: Table, version: int | None = None) -> Table:
    table.when(STAFF, c.Undo(version or table.now.acts[-1].version))
    assert table.refused is None
    return table


def status(table: Table, seat: SeatId) -> SeatStatus:
    return table.now.seats[seat].status


def test_an_excused_person_is_away_without_a_word_and_the_pieces_go_on(playing: Table) -> None:
    playing.when(STAFF, sc.ExcuseSeat(CHLOE, "Rendez-vous médical"))
    assert status(playing, CHLOE) is SeatStatus.LEFT
    assert "chloe" not in playing.inner().keys
    assert "excused" not in str(shown(playing, EVERYONE))
    assert shown(playing, FOR_STAFF)["desk"]["excused"] == [CHLOE]
    assert next(word for word in playing.words if word.text == "Rendez-vous médical").owner == CHLOE


def test_an_excuse_is_undone_and_the_person_is_at_the_table(playing: Table) -> None:
    playing.when(player("chloe"), c.StepAside()).when(STAFF, sc.ExcuseSeat(CHLOE))
    undone(playing)
    assert status(playing, CHLOE) is SeatStatus.ASIDE
    assert shown(playing, FOR_STAFF)["desk"]["excused"] == []


def test_who_is_excused_for_the_next_day_is_not_counted_on_when_it_opens(table: Table) -> None:
    table.when(STAFF, sc.ExcuseSeat(CHLOE), c.OpenDay(1))
    assert status(table, CHLOE) is SeatStatus.LEFT
    assert "chloe" not in table.inner().keys
    table.when(STAFF, c.OpenDay(2))
    assert status(table, CHLOE) is SeatStatus.HERE


def test_an_excused_person_who_comes_after_all_is_back(playing: Table) -> None:
    playing.when(STAFF, sc.ExcuseSeat(CHLOE)).when(player("chloe"), c.ComeBack())
    assert status(playing, CHLOE) is SeatStatus.HERE
    assert shown(playing, FOR_STAFF)["desk"]["excused"] == []


def test_nobody_is_excused_twice(playing: Table) -> None:
    playing.when(STAFF, sc.ExcuseSeat(CHLOE), sc.ExcuseSeat(CHLOE))
    assert playing.refused is not None
    assert playing.refused.code == "already_excused"


def test_somebody_removed_is_back_exactly_as_before(playing: Table) -> None:
    playing.when(player("chloe"), c.StepAside()).when(STAFF, c.RemoveSeat(CHLOE, "erreur"))
    undone(playing)
    assert status(playing, CHLOE) is SeatStatus.ASIDE


def test_undoing_an_admission_leads_back_to_the_door(created: Table) -> None:
    created.when(SYSTEM, c.AskSeat(ANA, "Ana", 1)).when(STAFF, c.AdmitSeat(ANA))
    undone(created)
    assert status(created, ANA) is SeatStatus.WAITING


def test_no_thirteenth_comes_back_by_undo(created: Table) -> None:
    seats = [SeatId(f"s{place:02}") for place in range(13)]
    for seat in seats[:12]:
        created.when(SYSTEM, c.AskSeat(seat, "X", 1)).when(STAFF, c.AdmitSeat(seat))
    created.when(STAFF, c.RemoveSeat(seats[0]))
    removed = created.now.acts[-1].version
    created.when(SYSTEM, c.AskSeat(seats[12], "X", 1)).when(STAFF, c.AdmitSeat(seats[12]), c.Undo(removed))
    assert created.refused is not None
    assert created.refused.code == "table_full"


def test_a_message_to_the_group_is_read_by_all_with_its_hour(playing: Table) -> None:
    for number in range(6):
        playing.later(60).when(STAFF, sc.Say(f"Message {number}"))
    playing.when(STAFF, sc.Say("Bien joué.", said_by=CharacterId("samira")))
    read = shown(playing, EVERYONE)["messages"]["messages"]
    assert len(read) == 5
    assert (read[-1]["said_by"], read[0]["said_by"]) == ("Samira", None)
    assert read[0]["at"] < read[-1]["at"]


def test_a_message_to_one_person_is_human_and_colleagues_see_it(playing: Table) -> None:
    playing.when(STAFF, sc.Say("Tout va bien ?", to=ANA))
    (mine,) = shown(playing, seat_audience(ANA))["my_messages"]["messages"]
    assert mine["human"] is True
    assert shown(playing, seat_audience(BILAL))["my_messages"]["messages"] == []
    assert shown(playing, EVERYONE)["messages"]["messages"] == []
    (told,) = shown(playing, FOR_STAFF)["all_messages"]["messages"]
    assert (told["to"], told["by"], told["human"]) == (ANA, "bahia", True)
    assert playing.words[-1].owner == ANA


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (sc.Say("   "), "empty_message"),
        (sc.Say("a" * 401), "message_too_long"),
        (sc.Say("Bonjour", to=SeatId("nobody")), "unknown_seat"),
        (sc.Say("Bonjour", said_by=CharacterId("nobody")), "unknown_character"),
        (sc.Say("Bonjour", to=ANA, said_by=CharacterId("samira")), "character_to_group_only"),
    ],
)
def test_a_message_that_cannot_be_sent_says_why(playing: Table, message: sc.Say, code: str) -> None:
    playing.when(STAFF, message)
    assert playing.refused is not None
    assert playing.refused.code == code


def test_a_message_taken_back_is_on_no_page_and_its_act_stays(playing: Table) -> None:
    playing.when(STAFF, sc.Say("Oups"))
    undone(playing)
    assert shown(playing, EVERYONE)["messages"]["messages"] == []
    assert shown(playing, FOR_STAFF)["all_messages"]["messages"] == []
    assert playing.now.acts[-1].act == "say"


def test_the_state_rebuilt_from_the_events_is_the_live_one_after_every_act(playing: Table) -> None:
    acts = (
        sc.ExcuseSeat(ANA, "malade"),
        sc.Say("Bonjour"),
        sc.Say("Bonjour", to=BILAL),
        c.RemoveSeat(CHLOE, "parti"),
        c.AdmitSeat(CHLOE, "revenu"),
    )
    for act in acts:
        playing.when(STAFF, act)
        assert playing.refused is None, act
        assert replayed(playing) == playing.now
        assert playing.now.acts[-1].by == "bahia"
    for version in [act.version for act in reversed(playing.now.acts[-len(acts) :])]:
        undone(playing, version)
        assert replayed(playing) == playing.now
    assert [status(playing, seat) for seat in (ANA, BILAL, CHLOE)] == [SeatStatus.HERE] * 3


@pytest.mark.parametrize("act", [sc.ExcuseSeat(BILAL), sc.Say("Bonjour"), c.RemoveSeat(BILAL)])
def test_no_young_person_may_ask_for_it(playing: Table, act: c.GroupCommand) -> None:
    playing.when(player("ana"), act)
    assert playing.refused is not None
    assert playing.refused.code == "not_your_role"
