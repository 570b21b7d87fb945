"""A facilitator's acts on the open step: time, plan B, a new deal, hints, a step counted as done; each is undone.

Spec: G10 G12 SC9 G21
"""

from datetime import timedelta

import pytest

from game_server.core import group_commands as c
from game_server.core import steering_commands as sc
from game_server.core.due import closing_hour, dues
from game_server.core.ids import CharacterId, MissionId, SeatId
from game_server.core.mission_kind import WordRef
from game_server.core.state import MissionStatus
from game_server.core.view import EVERYONE, seat_audience
from game_server.core.view import STAFF as FOR_STAFF
from tests.core.small_game import RULES, STAFF, Knock, Table, player, read, replayed, shown

M1, M2, M3 = MissionId("m1"), MissionId("m2"), MissionId("m3")
ANA, BILAL, CHLOE = (SeatId(name) for name in ("ana", "bilal", "chloe"))


def timers(table: Table) -> dict[str, float]:
    """Seconds from now to all that will happen by itself."""
    return {due.id: (due.at - table.at).total_seconds() for due in dues(RULES, table.now)}


def undone(table: Table, version: int | None = None) -> Table:
    table.when(STAFF, c.Undo(version or table.now.acts[-1].version))
    assert table.refused is None
    return table


def test_time_given_puts_off_silence_and_the_kinds_own_timers(playing: Table) -> None:
    before = timers(playing)
    playing.when(STAFF, sc.GiveTime(M1, 10))
    after = timers(playing)
    for item in ("help:m1:0:0", "kind:m1:0:bell"):
        assert after[item] - before[item] == 600
    assert playing.now.mission(M1).moved == 0


def test_time_given_passes_over_the_closing_hour_only_as_far_as_needed(playing: Table) -> None:
    closing = closing_hour(playing.now)
    playing.when(STAFF, sc.GiveTime(M1, 10))
    assert closing_hour(playing.now) == closing
    playing.at = closing
    playing.later(-300).when(STAFF, sc.GiveTime(M1, 15))
    assert closing_hour(playing.now) == closing + timedelta(minutes=10)


def test_time_given_is_taken_back_bit_by_bit(playing: Table) -> None:
    before = playing.now
    playing.when(STAFF, sc.GiveTime(M1, 10), sc.GiveTime(M1, 20))
    first, second = (act.version for act in playing.now.acts[-2:])
    assert timers(playing)["help:m1:0:0"] == 180 + 1800
    undone(playing, second)
    assert timers(playing)["kind:m1:0:bell"] == 1200
    undone(playing, first)
    assert timers(playing) == {due.id: (due.at - playing.at).total_seconds() for due in dues(RULES, before)}
    assert playing.now.calendar == before.calendar


def test_time_given_to_a_step_that_is_over_is_not_taken_from_the_next(playing: Table) -> None:
    playing.when(STAFF, sc.GiveTime(M1, 10))
    act = playing.now.acts[-1].version
    for seat in playing.present:
        playing.when(player(seat), c.Play(M1, 0, Knock()))
    before = timers(playing)
    playing.when(STAFF, c.Undo(act))
    assert playing.refused is not None
    assert playing.refused.code == "cannot_undo"
    assert timers(playing) == before


@pytest.mark.parametrize("minutes", [0, -5, 61])
def test_more_than_an_hour_or_nothing_is_refused(playing: Table, minutes: int) -> None:
    playing.when(STAFF, sc.GiveTime(M1, minutes))
    assert playing.refused is not None
    assert playing.refused.code == "bad_minutes"


def test_plan_b_for_one_person_stands_in_that_slice_and_on_the_desk_only(playing: Table) -> None:
    everyone, other = read(playing, EVERYONE), read(playing, seat_audience(ANA))
    playing.when(STAFF, sc.SwitchPlanB(M1, CHLOE, reason="fauteuil"))
    assert shown(playing, seat_audience(CHLOE))["mine"]["plan_b"] == "Sur la table."
    assert read(playing, EVERYONE) == everyone
    assert read(playing, seat_audience(ANA)) == other
    assert shown(playing, FOR_STAFF)["desk"]["plan_b"] == {"text": "Sur la table.", "all": False, "seats": [CHLOE]}
    word = next(word for word in playing.words if word.text == "fauteuil")
    assert word.owner == CHLOE


def test_plan_b_for_all_stands_in_the_mission_and_is_undone(playing: Table) -> None:
    before = playing.now.missions
    playing.when(STAFF, sc.SwitchPlanB(M1))
    assert shown(playing, EVERYONE)["mission"]["plan_b"] == "Sur la table."
    undone(playing)
    assert playing.now.missions == before
    assert shown(playing, EVERYONE)["mission"]["plan_b"] is None


def test_plan_b_can_be_settled_before_the_day_and_not_twice(playing: Table) -> None:
    playing.when(STAFF, sc.SwitchPlanB(M3, ANA), sc.SwitchPlanB(M3, ANA))
    assert playing.refused is not None
    assert playing.refused.code == "plan_b_already"
    assert playing.now.mission(M3).plan_b_seats == (ANA,)


def test_pieces_change_hands_and_come_back(playing: Table) -> None:
    before = playing.inner()
    playing.when(STAFF, sc.Redeal("Deux téléphones sans son"))
    after = playing.inner()
    assert sorted(key for keys in after.keys.values() for key in keys) == ["a", "b", "c"]
    assert all(not set(after.keys[seat]) & set(before.keys[seat]) for seat in playing.present)
    assert playing.now.mission(M1).moved == 0
    undone(playing)
    assert playing.inner() == before


def test_a_new_deal_is_not_undone_over_what_was_played_since(playing: Table) -> None:
    playing.later(5).when(STAFF, sc.Redeal()).when(player(ANA), c.Play(M1, 0, Knock()))
    playing.when(STAFF, c.Undo(playing.now.acts[-1].version))
    assert playing.refused is not None
    assert playing.refused.code == "redeal_played"


def test_nothing_is_dealt_again_to_one_person_alone(playing: Table) -> None:
    playing.present = (ANA,)
    playing.when(STAFF, sc.Redeal())
    assert playing.refused is not None
    assert playing.refused.code == "nothing_to_deal"


def test_a_rung_can_be_chosen_said_by_a_character_and_each_is_given_once(playing: Table) -> None:
    playing.when(STAFF, c.GiveHint(M1, rung=2), c.GiveHint(M1, rung=2))
    assert playing.refused is not None
    assert playing.refused.code == "hint_already_given"
    playing.when(player(ANA), c.AskHint(M1))
    assert [hint.rung for hint in playing.now.mission(M1).hints] == [2, 0]
    assert [one["given"] for one in shown(playing, FOR_STAFF)["desk"]["hints"]] == [True, False, True]
    assert shown(playing, EVERYONE)["mission"]["hints_left"] == 1


def test_own_words_are_said_by_a_character_of_the_story(playing: Table) -> None:
    playing.when(STAFF, c.GiveHint(M1, "Regardez la sonnette.", CharacterId("samira")))
    hint = shown(playing, EVERYONE)["mission"]["hints"][0]
    assert hint["said_by"] == "Samira"
    assert isinstance(hint["text"], WordRef)
    playing.when(STAFF, c.GiveHint(M1, "Bonjour", CharacterId("nobody")))
    assert playing.refused is not None
    assert playing.refused.code == "unknown_character"


def test_the_very_hint_that_was_given_is_taken_back(playing: Table) -> None:
    playing.when(STAFF, c.GiveHint(M1, "Le mien."))
    act = playing.now.acts[-1].version
    playing.when(player(ANA), c.AskHint(M1))
    undone(playing, act)
    assert [hint.rung for hint in playing.now.mission(M1).hints] == [0]


def test_a_forced_step_is_open_again_as_it_stood(playing: Table) -> None:
    playing.when(player(ANA), c.Play(M1, 0, Knock()))
    before = playing.inner()
    playing.when(STAFF, c.ForceStep(M1, "Trop long"))
    assert playing.now.mission(M1).step == 1
    undone(playing)
    assert (playing.now.mission(M1).step, playing.inner()) == (0, before)
    assert shown(playing, EVERYONE)["ended"] is None


def test_a_mission_that_is_done_stays_done(playing: Table) -> None:
    playing.when(STAFF, c.ForceStep(M1), c.ForceStep(M1))
    playing.when(STAFF, c.Undo(playing.now.acts[-1].version))
    assert playing.refused is not None
    assert playing.refused.code == "mission_done_stays"
    assert playing.now.mission(M1).status is MissionStatus.DONE


def test_only_the_last_acts_keep_the_state_of_their_step(playing: Table) -> None:
    for _ in range(5):
        playing.later(1).when(STAFF, sc.Redeal())
    assert [act.inner is not None for act in playing.now.acts[-5:]] == [False, False, True, True, True]
    playing.when(STAFF, c.Undo(playing.now.acts[-5].version))
    assert playing.refused is not None
    assert playing.refused.code == "cannot_undo"


def test_the_state_rebuilt_from_the_events_is_the_live_one_after_every_act(playing: Table) -> None:
    acts = (
        sc.GiveTime(M1, 10, "encore"),
        sc.SwitchPlanB(M1, ANA),
        sc.SwitchPlanB(M1),
        sc.Redeal("sans son"),
        c.GiveHint(M1, "Voilà.", CharacterId("samira"), reason="bloqués"),
        c.ForceStep(M1),
    )
    for act in acts:
        playing.later(7).when(STAFF, act)
        assert playing.refused is None, act
        assert replayed(playing) == playing.now
        noted = playing.now.acts[-1]
        assert (noted.version, noted.by) == (playing.now.version, "bahia")
        undone(playing, noted.version)
        assert replayed(playing) == playing.now
        assert playing.now.acts[-1].undone_by == "bahia"


@pytest.mark.parametrize("act", [sc.GiveTime(M1, 5), sc.SwitchPlanB(M1), sc.Redeal(), c.ForceStep(M1), c.GiveHint(M1)])
def test_no_young_person_may_ask_for_it(playing: Table, act: c.GroupCommand) -> None:
    before = playing.now
    playing.when(player(ANA), act)
    assert playing.refused is not None
    assert playing.refused.code == "not_your_role"
    assert playing.now is before
