"""Back to a moment by a new event: the group stands as it stood, nothing won or shown is taken away, and that is undone too.

Spec: G10 R9 G19
"""

from game_server.core import group_commands as c
from game_server.core import steering_commands as sc
from game_server.core.due import dues
from game_server.core.evolve import evolve
from game_server.core.ids import MissionId, SeatId
from game_server.core.standing import standing_then
from game_server.core.state import DayStatus, GroupState, MissionStatus, SeatStatus
from game_server.core.view import EVERYONE
from tests.core.small_game import RULES, STAFF, SYSTEM, Knock, Table, player, replayed, shown

M1, M2, M3 = MissionId("m1"), MissionId("m2"), MissionId("m3")
ANA, BILAL, CHLOE = (SeatId(name) for name in ("ana", "bilal", "chloe"))


def returned(table: Table, version: int, reason: str = "") -> Table:
    """What the application does: read the journal up to that version, and ask."""
    past: GroupState | None = None
    for commit in table.commits[:version]:
        past = evolve(RULES, past, commit)
    assert past is not None
    table.when(STAFF, sc.StandAgain(version, standing_then(past, table.now), reason))
    assert table.refused is None
    return table


def half_way(playing: Table) -> int:
    """Ana knocked on the first door; then all went on to the second mission."""
    playing.later(30).when(player("ana"), c.Play(M1, 0, Knock())).when(player("chloe"), c.StepAside())
    version = playing.now.version
    playing.later(600).when(STAFF, c.ForceStep(M1), c.GiveHint(M1), c.ForceStep(M1))
    assert playing.now.current == M2
    return version


def test_places_step_and_clocks_are_those_of_the_moment(playing: Table) -> None:
    version = half_way(playing)
    then = playing.commits[version - 1].at
    played = (then - playing.now.created_at).total_seconds()
    returned(playing.later(60), version, "On reprend ici.")
    now = playing.now
    assert (now.current, now.mission(M1).step, playing.inner().who) == (M1, 0, (ANA,))
    assert now.seats[CHLOE].status is SeatStatus.ASIDE
    assert now.played(playing.at) == played
    bell = next(due for due in dues(RULES, now) if due.id == "kind:m1:0:bell")
    assert (bell.at - playing.at).total_seconds() == 600 - played
    assert replayed(playing) == now


def test_what_was_won_and_shown_stays(playing: Table) -> None:
    version = half_way(playing)
    returned(playing, version)
    assert [offer for offer, _ in playing.now.unlocked] == ["offer-m1"]
    assert len(playing.now.mission(M1).hints) == 1
    days = shown(playing, EVERYONE)["verriere"]["days"]
    assert days[0]["panes"][0]["state"] == "won"
    playing.when(STAFF, c.ForceStep(M1), c.ForceStep(M1))
    assert [offer for offer, _ in playing.now.unlocked] == ["offer-m1"]
    assert shown(playing, EVERYONE)["count"]["missions"].count(M1) == 2
    assert playing.now.current == M2


def test_a_mission_done_since_is_not_asked_for_again(playing: Table) -> None:
    version = playing.now.version
    playing.when(STAFF, c.OpenMission(M2), c.ForceStep(M2))
    returned(playing, version)
    assert playing.now.current == M1
    assert playing.now.mission(M2).status is MissionStatus.DONE


def test_a_return_is_undone_and_the_group_stands_where_it_was(playing: Table) -> None:
    version = half_way(playing)
    before = playing.now
    returned(playing.later(60), version)
    here = before.played(playing.at)
    act = playing.now.acts[-1].version
    playing.later(300).when(player("bilal"), c.Play(M1, 0, Knock())).when(STAFF, c.Undo(act))
    assert playing.refused is None
    now = playing.now
    assert (now.current, now.mission(M1).status) == (M2, MissionStatus.DONE)
    assert now.mission(M2).inner == before.mission(M2).inner
    assert {seat: one.status for seat, one in now.seats.items()} == {s: o.status for s, o in before.seats.items()}
    assert now.played(playing.at) == here
    assert replayed(playing) == now


def test_only_the_last_return_is_undone(playing: Table) -> None:
    version = half_way(playing)
    returned(playing, version)
    first = playing.now.acts[-1].version
    returned(playing, version).when(STAFF, c.Undo(first))
    assert playing.refused is not None
    assert playing.refused.code == "cannot_undo"


def test_a_day_returned_to_lasts_until_somebody_ends_it(playing: Table) -> None:
    version = playing.now.version
    playing.at = next(due.at for due in dues(RULES, playing.now) if due.id == "open_day:2")
    playing.when(STAFF, c.OpenDay(2))
    returned(playing.later(60), version)
    assert (playing.now.day, playing.now.day_status) == (1, DayStatus.OPEN)
    assert not [due.id for due in dues(RULES, playing.now) if "day" in due.id]


def test_who_was_let_in_or_taken_away_since_stays_so(playing: Table) -> None:
    version = playing.now.version
    dan = SeatId("dan")
    playing.when(SYSTEM, c.AskSeat(dan, "Dan", 1)).when(STAFF, c.AdmitSeat(dan), c.RemoveSeat(BILAL))
    returned(playing, version)
    assert playing.now.seats[dan].status is SeatStatus.HERE
    assert playing.now.seats[BILAL].status is SeatStatus.REMOVED
    assert "bilal" not in playing.inner().keys


def test_a_pause_of_that_moment_is_a_pause_again(playing: Table) -> None:
    playing.later(10).when(STAFF, c.Pause())
    version, played = playing.now.version, playing.now.played(playing.at)
    playing.later(50).when(STAFF, c.Resume())
    returned(playing.later(99), version)
    assert playing.now.paused_at == playing.at
    assert playing.now.played(playing.later(1000).at) == played


def test_a_moment_to_come_or_asked_for_by_somebody_else_is_refused(playing: Table) -> None:
    standing = standing_then(playing.now, playing.now)
    for actor, command, code in (
        (STAFF, sc.StandAgain(playing.now.version, standing), "moment_unknown"),
        (STAFF, sc.ReturnTo(1), "moment_unknown"),
        (player("ana"), sc.ReturnTo(1), "not_your_role"),
        (player("ana"), sc.StandAgain(1, standing), "not_your_role"),
    ):
        playing.when(actor, command)
        assert playing.refused is not None
        assert playing.refused.code == code
