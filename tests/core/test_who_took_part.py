"""Who took part in what, and what is shown of it to whoever was not there.

Spec: G6 G7 K8
"""

from dataclasses import replace

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core.evolve import evolve
from game_server.core.ids import MissionId, SeatId
from game_server.core.view import EVERYONE, STAFF, seat_audience, slices
from tests.core.small_game import RULES, SYSTEM, Knock, Table, player
from tests.core.small_game import STAFF as FACILITATOR

M1, M2 = MissionId("m1"), MissionId("m2")
ANA, BILAL, CHLOE, ZOE = (SeatId(name) for name in ("ana", "bilal", "chloe", "zoe"))


def finishes_first_mission(table: Table) -> Table:
    for step in (0, 1):
        for seat in table.present:
            table.when(player(seat), c.Play(M1, step, Knock()))
    return table


def shown(table: Table, name: str, audience: str) -> object:
    found = [one for one in slices(RULES, table.now) if (one.name, one.audience) == (name, audience)]
    return found[0].build(RULES, table.now) if found else "no such slice"


def catch_up(table: Table, seat: SeatId) -> object:
    return shown(table, "catch_up", seat_audience(seat))


def joins(table: Table, seat: SeatId) -> Table:
    table.present = (*table.present, seat)
    return table.when(SYSTEM, c.AskSeat(seat, seat.title(), 4)).when(FACILITATOR, c.AdmitSeat(seat))


def test_the_end_of_a_mission_names_those_who_were_here(playing: Table) -> None:
    playing.present = (ANA, BILAL)
    finishes_first_mission(playing)
    assert e.MissionDone(M1, with_seats=(ANA, BILAL)) in playing.last
    assert playing.now.mission(M1).with_seats == (ANA, BILAL)
    assert playing.now.came == {ANA: (1,), BILAL: (1,)}


def test_somebody_who_acted_and_went_took_part_too(playing: Table) -> None:
    playing.when(player(CHLOE), c.Play(M1, 0, Knock()))
    playing.present = (ANA, BILAL)
    playing.when(player(CHLOE), c.Leave())
    finishes_first_mission(playing)
    assert set(playing.now.mission(M1).with_seats) == {ANA, BILAL, CHLOE}


def test_the_first_action_in_a_mission_is_noted_once(playing: Table) -> None:
    playing.when(player(ANA), c.AskHint(M1), c.AskHint(M1))
    noted = [event for commit in playing.commits for event in commit.events if isinstance(event, e.TookPart)]
    assert noted == [e.TookPart(ANA, M1)]


def test_a_fact_counts_as_taking_part(playing: Table) -> None:
    playing.when(SYSTEM, c.TellFact("f1", M1, CHLOE, Knock()))
    assert e.TookPart(CHLOE, M1) in playing.last


def test_who_joins_late_is_told_each_mission_with_its_act_and_its_offer(playing: Table) -> None:
    joins(finishes_first_mission(playing), ZOE)
    missed = {
        "mission": "m1",
        "title": "M1",
        "day": 1,
        "act": "Une porte ouverte.",
        "offer": {"id": "offer-m1", "title": "m1"},
    }
    assert catch_up(playing, ZOE) == {"again": False, "missions": [missed]}


def test_who_was_there_has_nothing_to_catch_up_with(playing: Table) -> None:
    finishes_first_mission(playing)
    assert [catch_up(playing, seat) for seat in playing.present] == [None, None, None]


def test_who_was_absent_for_a_mission_is_told_that_one_alone_and_welcomed_again(playing: Table) -> None:
    finishes_first_mission(playing)
    playing.present = (ANA, BILAL)
    for seat in playing.present:
        playing.when(player(seat), c.Play(M2, 0, Knock()))
    told = catch_up(playing, CHLOE)
    assert (told["again"], [one["mission"] for one in told["missions"]]) == (True, ["m2"])


def test_nobody_else_is_told_what_somebody_missed(playing: Table) -> None:
    joins(finishes_first_mission(playing), ZOE)
    assert shown(playing, "catch_up", EVERYONE) == shown(playing, "catch_up", STAFF) == "no such slice"


def test_somebody_at_the_door_is_told_nothing(playing: Table) -> None:
    finishes_first_mission(playing).when(SYSTEM, c.AskSeat(ZOE, "Zoé", 4))
    assert catch_up(playing, ZOE) is None


def test_a_journal_from_before_is_read_and_nobody_missed_anything(playing: Table) -> None:
    finishes_first_mission(playing)
    state = None
    for commit in playing.commits:
        old = tuple(_as_before(event) for event in commit.events if not isinstance(event, e.TookPart))
        state = evolve(RULES, state, replace(commit, events=old))
    playing.state = state
    assert state.mission(M1).with_seats == ()
    assert [catch_up(playing, seat) for seat in playing.present] == [None, None, None]


def _as_before(event: e.GroupEvent) -> e.GroupEvent:
    return replace(event, with_seats=()) if isinstance(event, e.MissionDone | e.DayEnded) else event


def test_an_action_of_an_unknown_rule_is_refused(playing: Table) -> None:
    playing.when(player(ANA), c.UseReward("nothing", Knock()))
    assert playing.refused.code == "not_here"
    playing.when(player(ANA), c.UseReward("count", Knock()))
    assert playing.refused.code == "not_here"
