"""An answer accepted later: who gave it is credited wherever the mission stands, and taking it back takes nothing away.

Spec: SC12 G10
"""

import pytest

from game_server.core import group_commands as c
from game_server.core.erratum import Erratum
from game_server.core.ids import MissionId
from game_server.core.state import MissionStatus
from tests.core.small_game import STAFF, SYSTEM, Table, player, replayed

M1, M2, M3 = MissionId("m1"), MissionId("m2"), MissionId("m3")
ACCEPT = c.EnterErratum(Erratum("s1", M2, 0, "le quai"), ("ana",))


def test_the_open_step_of_a_group_that_had_it_right_is_done(playing: Table) -> None:
    playing.when(STAFF, c.OpenMission(M2)).when(SYSTEM, ACCEPT)
    assert playing.now.mission(M2).status is MissionStatus.DONE


def test_a_mission_that_was_set_aside_is_credited_too_and_the_group_plays_on(playing: Table) -> None:
    playing.when(STAFF, c.OpenMission(M2), c.OpenMission(M1))
    before = playing.inner()
    playing.when(STAFF, ACCEPT)
    assert playing.now.mission(M2).status is MissionStatus.DONE
    assert [offer for offer, _ in playing.now.unlocked] == ["offer-m2"]
    assert (playing.now.current, playing.inner()) == (M1, before)
    assert replayed(playing) == playing.now


def test_a_step_set_aside_that_is_credited_leads_to_the_next_one(playing: Table) -> None:
    playing.when(STAFF, c.SkipMission(M1))
    playing.when(STAFF, c.EnterErratum(Erratum("s1", M1, 0, "le quai"), ("ana",)))
    assert (playing.now.mission(M1).step, playing.now.mission(M1).status) == (1, MissionStatus.ASIDE)
    assert playing.now.current == M2
    playing.when(STAFF, c.OpenMission(M1))
    assert playing.inner().keys


@pytest.mark.parametrize("undo", [c.Undo, c.WithdrawErratum])
def test_what_was_credited_stays_when_the_acceptance_is_taken_back(playing: Table, undo: type) -> None:
    playing.when(STAFF, c.OpenMission(M2), ACCEPT)
    version = playing.now.acts[-1].version
    if undo is c.Undo:
        playing.when(STAFF, c.Undo(version))
    else:
        playing.when(SYSTEM, c.WithdrawErratum("s1"))
    assert playing.refused is None
    assert playing.now.errata == ()
    assert playing.now.acts[-1].undone
    assert playing.now.mission(M2).status is MissionStatus.DONE
    assert replayed(playing) == playing.now
    playing.when(SYSTEM, c.WithdrawErratum("s1"))
    assert playing.refused is not None
    assert playing.refused.code == "nothing_to_undo"


def test_only_the_system_withdraws_it_from_other_groups(playing: Table) -> None:
    playing.when(STAFF, ACCEPT)
    for actor in (STAFF, player("ana")):
        playing.when(actor, c.WithdrawErratum("s1"))
        assert playing.refused is not None
        assert playing.refused.code == "not_your_role"
