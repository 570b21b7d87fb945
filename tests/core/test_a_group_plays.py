"""The road of a group through its days: given what happened, when this is asked, then that follows.

Spec: G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 G12 G13 G16 K7 SC2 SC7
"""

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core.due import dues, next_due
from game_server.core.evolve import evolve
from game_server.core.ids import MissionId, SeatId
from game_server.core.state import DayStatus, MissionStatus, SeatStatus
from tests.core.small_game import CLOCK, CREATE, RULES, STAFF, SYSTEM, Counted, Knock, Table, player, told

M1, M2, M3 = MissionId("m1"), MissionId("m2"), MissionId("m3")


def knock(mission: MissionId = M1, step: int = 0) -> c.Play:
    return c.Play(mission, step, Knock())


def all_knock(table: Table, mission: MissionId, step: int = 0) -> Table:
    for seat in table.present:
        table.when(player(seat), knock(mission, step))
    return table


def test_a_group_is_created_once(created: Table) -> None:
    assert created.when(STAFF, CREATE).refused is not None
    assert created.refused.code == "already_created"


def test_somebody_at_the_door_cannot_play_before_admission(created: Table) -> None:
    created.when(SYSTEM, c.AskSeat(SeatId("ana"), "Ana", 1)).when(player("ana"), c.StepAside())
    assert created.refused.code == "not_admitted_yet"


def test_opening_the_day_opens_its_first_mission_and_deals_to_those_present(playing: Table) -> None:
    assert playing.now.current == M1
    held = [key for keys in playing.inner().keys.values() for key in keys]
    assert sorted(held) == ["a", "b", "c"]


def test_a_step_ends_for_the_group_when_everyone_present_did_their_part(playing: Table) -> None:
    all_knock(playing, M1)
    assert e.StepDone(M1, 0) in playing.last
    assert playing.now.mission(M1).step == 1


def test_the_last_step_wins_the_mission_unlocks_its_offer_and_opens_the_next(playing: Table) -> None:
    all_knock(all_knock(playing, M1), M1, 1)
    assert [offer for offer, _ in playing.now.unlocked] == ["offer-m1"]
    assert playing.now.mission(M1).status is MissionStatus.DONE
    assert playing.now.current == M2


def test_a_reward_rule_hears_the_end_of_a_mission(playing: Table) -> None:
    all_knock(all_knock(playing, M1), M1, 1)
    assert e.Rewarded("count", Counted(M1)) in playing.last


def test_one_who_is_absent_is_not_waited_for(playing: Table) -> None:
    playing.present = (SeatId("ana"), SeatId("bilal"))
    all_knock(playing, M1)
    assert playing.now.mission(M1).step == 1


def test_pieces_of_somebody_who_leaves_are_dealt_again_by_the_same_commit(playing: Table) -> None:
    playing.present = (SeatId("ana"), SeatId("bilal"))
    playing.when(player("chloe"), c.Leave())
    assert told(playing.last)
    assert sorted(key for keys in playing.inner().keys.values() for key in keys) == ["a", "b", "c"]
    assert "chloe" not in playing.inner().keys


def test_a_refused_action_changes_nothing(playing: Table) -> None:
    before = playing.now
    playing.when(player("ana"), c.Play(M1, 0, Knock(loud=False)))
    assert playing.refused.code == "knock.too_soft"
    assert playing.now is before


def test_an_action_of_a_finished_step_is_refused_with_where_to_look(playing: Table) -> None:
    all_knock(playing, M1).when(player("ana"), knock(M1, 0))
    assert playing.refused.code == "step_over"


def test_je_passe_frees_the_others_and_the_next_mission_brings_back(playing: Table) -> None:
    playing.when(player("chloe"), c.StepAside())
    assert playing.now.seats[SeatId("chloe")].status is SeatStatus.ASIDE
    two = (SeatId("ana"), SeatId("bilal"))
    for step in (0, 1):
        for seat in two:
            playing.when(player(seat), knock(M1, step))
    assert playing.now.current == M2
    assert playing.now.seats[SeatId("chloe")].status is SeatStatus.HERE


def test_acting_brings_back_somebody_who_had_passed(playing: Table) -> None:
    playing.when(player("chloe"), c.StepAside()).when(player("chloe"), knock())
    assert playing.now.seats[SeatId("chloe")].status is SeatStatus.HERE
    assert SeatId("chloe") in playing.inner().who


def test_help_is_offered_after_the_silence_limit_and_not_before(playing: Table) -> None:
    help_item = next(due for due in dues(RULES, playing.now) if due.id.startswith("help:"))
    playing.later(179).when(CLOCK, c.FallDue(help_item.id))
    assert playing.refused.code == "not_due"
    playing.later(1).when(CLOCK, c.FallDue(help_item.id))
    assert playing.now.mission(M1).help_offered


def test_a_due_item_fires_once_even_when_two_processes_ask(playing: Table) -> None:
    item = next(due for due in dues(RULES, playing.now) if due.id.startswith("help:"))
    playing.later(200).when(CLOCK, c.FallDue(item.id), c.FallDue(item.id))
    assert playing.refused.code == "not_due"


def test_a_pause_stops_every_clock_and_resumes_exactly_where_it_stood(playing: Table) -> None:
    before = next_due(RULES, playing.now)
    playing.later(60).when(STAFF, c.Pause())
    assert dues(RULES, playing.now) == ()
    playing.when(player("ana"), knock())
    assert playing.refused.code == "paused"
    playing.later(3600).when(STAFF, c.Resume())
    assert next_due(RULES, playing.now) - before == playing.at - playing.commits[-2].at


def test_a_day_opens_at_its_local_hour_by_itself(table: Table) -> None:
    item = next(due for due in dues(RULES, table.now) if due.id == "open_day:1")
    assert item.at.isoformat() == "2027-03-03T13:00:00+00:00"
    table.at = item.at
    table.when(CLOCK, c.FallDue(item.id))
    assert table.now.day == 1


def test_a_mission_left_open_at_the_end_of_the_day_is_set_aside_not_lost(playing: Table) -> None:
    playing.when(player("ana"), knock()).when(STAFF, c.EndDay(1))
    assert playing.now.mission(M1).status is MissionStatus.ASIDE
    playing.when(STAFF, c.OpenDay(2), c.OpenMission(M1))
    assert SeatId("ana") in playing.inner().who


def test_what_was_won_stays_won_when_an_act_is_undone(playing: Table) -> None:
    playing.when(STAFF, c.ForceStep(M1), c.ForceStep(M1))
    won = playing.now.unlocked
    assert won
    playing.when(STAFF, c.OpenMission(M3))
    playing.when(STAFF, c.Undo(playing.commits[-1].version))
    assert playing.now.unlocked == won


def test_each_act_that_can_be_undone_comes_back_where_it_was(playing: Table) -> None:
    for act in (c.Pause(), c.GiveHint(M1), c.SkipMission(M1), c.EndDay(1), c.ShiftCalendar(2, 3)):
        before = playing.now
        playing.when(STAFF, act)
        playing.when(STAFF, c.Undo(playing.commits[-1].version))
        assert playing.refused is None, act
        after = playing.now
        assert (after.current, after.day, after.day_status, after.paused_at) == (
            before.current,
            before.day,
            before.day_status,
            before.paused_at,
        ), act
        assert after.calendar == before.calendar
        assert len(after.mission(M1).hints) == len(before.mission(M1).hints)


def test_undo_is_refused_twice(playing: Table) -> None:
    playing.when(STAFF, c.Pause())
    version = playing.commits[-1].version
    playing.when(STAFF, c.Undo(version), c.Undo(version))
    assert playing.refused.code == "nothing_to_undo"


def test_a_fact_counts_once_whatever_its_teller_repeats(playing: Table) -> None:
    fact = c.TellFact("f1", M1, SeatId("ana"), Knock())
    playing.when(SYSTEM, fact, fact)
    assert playing.refused.code == "fact_known"
    assert playing.inner().who == (SeatId("ana"),)


def test_nobody_outside_their_role_is_heard(playing: Table) -> None:
    playing.when(player("ana"), c.Pause())
    assert playing.refused.code == "not_your_role"
    playing.when(STAFF, knock())
    assert playing.refused.code == "not_your_role"


def test_ten_hints_are_not_owed_when_the_ladder_has_three(playing: Table) -> None:
    ask = c.AskHint(M1)
    playing.when(player("ana"), ask, ask, ask, ask)
    assert playing.refused.code == "no_more_hints"
    assert len(playing.now.mission(M1).hints) == 3


def test_the_state_rebuilt_from_history_equals_the_live_state(playing: Table) -> None:
    all_knock(playing, M1).when(STAFF, c.Pause(), c.Resume(), c.SkipMission(M1), c.EndDay(1), c.OpenDay(2))
    rebuilt = None
    for commit in playing.commits:
        rebuilt = evolve(RULES, rebuilt, commit)
    assert rebuilt == playing.now


def test_the_second_day_that_begins_ends_the_first(playing: Table) -> None:
    playing.when(STAFF, c.OpenDay(2))
    assert e.DayEnded(1, with_seats=playing.present) in playing.last
    assert playing.now.day_status is DayStatus.OPEN
