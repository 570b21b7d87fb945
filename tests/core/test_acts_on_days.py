"""A facilitator's acts on days and missions: opened, ended, skipped, held again, planned later; each is undone.

Spec: G10 G13 SC8 G20
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from game_server.core import group_commands as c
from game_server.core import steering_commands as sc
from game_server.core.calendar import Holiday
from game_server.core.due import closing_hour, dues
from game_server.core.ids import MissionId, SeatId
from game_server.core.state import DayStatus, GroupState, MissionStatus
from game_server.core.view import EVERYONE
from game_server.core.view import STAFF as FOR_STAFF
from tests.core.small_game import CLOCK, RULES, STAFF, Knock, Table, player, replayed, shown

M1, M2, M3 = MissionId("m1"), MissionId("m2"), MissionId("m3")
ANA = SeatId("ana")


def undone(table: Table, version: int | None = None) -> Table:
    table.when(STAFF, c.Undo(version or table.now.acts[-1].version))
    assert table.refused is None
    return table


def code(table: Table) -> str | None:
    return table.refused.code if table.refused else None


def places(state: GroupState) -> object:
    missions = {mission: one.status for mission, one in state.missions.items() if one.status != MissionStatus.CLOSED}
    seats = {seat: one.status for seat, one in state.seats.items()}
    return state.current, state.day, state.day_status, missions, seats, state.calendar, state.shifts, state.paused_at


def starts(table: Table) -> dict[str, time]:
    days = shown(table, FOR_STAFF)["calendar"]["days"]
    return {slot["mission"]: slot["starts"] for day in days for slot in day["slots"]}


ACTS = (
    c.OpenDay(2, "avance"),
    c.EndDay(1, "pluie"),
    c.OpenMission(M2, "salle libre"),
    c.SkipMission(M1, "panne"),
    c.SkipMission(M2, "panne"),
    c.Pause("incendie"),
    c.ShiftCalendar(2, 3, "fermé"),
    sc.ShiftSlots(1, M2, 40, "salle en retard"),
    sc.ShiftSlots(2, M3, 30, "bus"),
    sc.AddDay(date(2027, 3, 9), time(14), time(17), "reprise"),
)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_an_act_is_noted_replayed_undone_and_asked_by_staff_only(playing: Table, act: c.GroupCommand) -> None:
    before = places(playing.now)
    playing.when(player("ana"), act)
    assert code(playing) == "not_your_role"
    playing.later(3).when(STAFF, act)
    noted = playing.now.acts[-1]
    assert (noted.by, noted.version) == ("bahia", playing.now.version)
    assert playing.words[-1].text == act.reason
    assert replayed(playing) == playing.now
    undone(playing)
    assert places(playing.now) == before
    assert replayed(playing) == playing.now


def test_undo_brings_back_the_mission_that_was_open_before(playing: Table) -> None:
    playing.when(player("ana"), c.Play(M1, 0, Knock())).when(STAFF, c.OpenMission(M2))
    undone(playing)
    assert playing.now.current == M1
    assert ANA in playing.inner().who
    assert playing.now.mission(M2).status is MissionStatus.CLOSED


def test_a_day_opened_too_early_begins_later_with_its_first_mission(table: Table) -> None:
    undone(table.when(STAFF, c.OpenDay(1))).when(STAFF, c.OpenDay(1))
    assert table.now.current == M1


def test_the_day_before_goes_on_when_the_next_was_opened_by_mistake(playing: Table) -> None:
    playing.when(player("ana"), c.Play(M1, 0, Knock())).when(STAFF, c.OpenDay(2))
    undone(playing)
    assert (playing.now.day, playing.now.current) == (1, M1)
    assert ANA in playing.inner().who


def test_a_late_room_moves_every_slot_that_follows_and_the_closing(playing: Table) -> None:
    assert starts(playing) == {M1: time(14), M2: time(14, 30), M3: time(14)}
    playing.when(STAFF, sc.ShiftSlots(1, M2, 40))
    assert starts(playing) == {M1: time(14), M2: time(15, 10), M3: time(14)}
    assert playing.now.calendar.day(1).closes == time(20, 40)
    assert shown(playing, EVERYONE)["ahead"]["next"] == {
        "mission": M2,
        "at": datetime(2027, 3, 3, 14, 10, tzinfo=UTC),
    }


def test_the_first_slot_of_a_day_to_come_moves_its_opening_too(playing: Table) -> None:
    playing.when(STAFF, sc.ShiftSlots(2, M3, -60))
    day = playing.now.calendar.day(2)
    assert (day.opens, day.closes) == (time(13), time(19))
    assert starts(playing)[M3] == time(13)
    assert dues(RULES, playing.now)[-1].at == datetime(2027, 3, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (sc.ShiftSlots(1, M1, 0), "bad_shift"),
        (sc.ShiftSlots(1, M1, 241), "bad_shift"),
        (sc.ShiftSlots(9, M1, 10), "no_such_day"),
        (sc.ShiftSlots(1, M3, 10), "unknown_mission"),
        (sc.ShiftSlots(1, M2, 240), "past_midnight"),
        (sc.AddDay(date(2027, 3, 6), time(14), time(17)), "day_taken"),
        (sc.AddDay(date(2027, 2, 6), time(14), time(17)), "day_not_ahead"),
        (sc.AddDay(date.min, time(0, tzinfo=UTC), time(17)), "day_not_ahead"),
        (sc.AddDay(date.max, time(14), time(17)), "day_not_ahead"),
        (sc.AddDay(date(2027, 3, 9), time(17), time(14)), "closing_before_opening"),
        (sc.RemoveDay(date(2027, 3, 9)), "no_catch_up_day"),
        (sc.ReopenDay(), "day_not_ended"),
    ],
)
def test_what_cannot_be_planned_says_why(playing: Table, act: c.GroupCommand, refusal: str) -> None:
    playing.when(STAFF, act)
    assert code(playing) == refusal


def test_an_ended_day_cannot_be_shifted(playing: Table) -> None:
    playing.when(STAFF, c.EndDay(1), sc.ShiftSlots(1, M2, 10))
    assert code(playing) == "day_already_over"


def test_undoing_an_old_shift_never_leads_past_midnight(playing: Table) -> None:
    playing.when(STAFF, sc.ShiftSlots(1, M2, -200))
    old = playing.now.acts[-1].version
    playing.when(STAFF, sc.ShiftSlots(1, M2, 240), sc.ShiftSlots(1, M2, 180), c.Undo(old))
    assert code(playing) == "cannot_undo"


def test_a_day_that_has_begun_is_not_shifted_back_by_undo(playing: Table) -> None:
    playing.when(STAFF, c.ShiftCalendar(2, 3))
    old = playing.now.acts[-1].version
    playing.when(STAFF, c.OpenDay(2), c.Undo(old))
    assert code(playing) == "day_already_begun"


def test_the_calendar_names_weekends_holidays_and_conflicts(playing: Table) -> None:
    playing.when(STAFF, sc.AddDay(date(2027, 3, 9), time(14), time(17)), c.ShiftCalendar(2, 3))
    days = shown(playing, FOR_STAFF)["calendar"]["days"]
    assert [(day["number"], day["conflicts"]) for day in days] == [(1, []), (2, ["same_date"]), (None, ["same_date"])]
    playing.when(STAFF, c.ShiftCalendar(2, -2), sc.ShiftSlots(1, M2, -10))
    one, two, _ = shown(playing, FOR_STAFF)["calendar"]["days"]
    assert one["conflicts"] == ["slots_overlap"]
    assert (one["status"], two["status"], two["weekend"]) == (DayStatus.OPEN, DayStatus.BEFORE, True)


def test_a_holiday_of_the_site_is_named_on_whatever_day_moves_there(playing: Table) -> None:
    holiday = Holiday(date(2027, 3, 29), "Lundi de Pâques")
    playing.state = replace(playing.now, calendar=replace(playing.now.calendar, holidays=(holiday,)))
    playing.when(STAFF, c.ShiftCalendar(2, 23))
    assert [day["holiday"] for day in shown(playing, FOR_STAFF)["calendar"]["days"]] == [None, "Lundi de Pâques"]


def left_behind(playing: Table) -> Table:
    """Day 2 is open, its only mission done; both missions of day 1 were left behind."""
    return playing.when(STAFF, c.EndDay(1), c.OpenDay(2), c.ForceStep(M3))


def test_the_group_takes_up_by_itself_what_was_left_on_an_earlier_day(playing: Table) -> None:
    left_behind(playing)
    assert [one["mission"] for one in shown(playing, EVERYONE)["ahead"]["take_up"]] == [M1, M2]
    playing.when(player("ana"), c.TakeUp(M1))
    assert playing.now.current == M1
    playing.when(STAFF, c.ForceStep(M1), c.ForceStep(M1))
    assert [offer for offer, _ in playing.now.unlocked] == ["offer-m3", "offer-m1"]
    playing.when(player("ana"), c.TakeUp(M2))
    assert playing.now.current == M2
    assert replayed(playing) == playing.now


@pytest.mark.parametrize(
    ("steps", "refusal"),
    [
        ((c.EndDay(1),), "no_day_open"),
        ((c.EndDay(1), c.OpenDay(2)), "something_open"),
        (
            (c.EndDay(1), c.OpenDay(2), c.ForceStep(M3), c.OpenMission(M1), c.ForceStep(M1), c.ForceStep(M1)),
            "mission_not_left",
        ),
        ((c.SkipMission(M1), c.SkipMission(M2)), "mission_not_left"),
    ],
)
def test_the_group_takes_up_nothing_else(playing: Table, steps: tuple[c.GroupCommand, ...], refusal: str) -> None:
    playing.when(STAFF, *steps)
    playing.when(player("ana"), c.TakeUp(M1))
    assert code(playing) == refusal


def test_a_catch_up_day_opens_and_closes_by_itself(playing: Table) -> None:
    playing.when(STAFF, c.EndDay(1), c.OpenDay(2), c.EndDay(2), sc.AddDay(date(2027, 3, 9), time(14), time(17)))
    (item,) = dues(RULES, playing.now)
    assert (item.id, item.at) == ("catch_up:2027-03-09", datetime(2027, 3, 9, 13, tzinfo=UTC))
    playing.at = item.at
    playing.when(CLOCK, c.FallDue(item.id))
    assert (playing.now.day, playing.now.day_status) == (2, DayStatus.OPEN)
    playing.when(player("ana"), c.TakeUp(M3))
    assert playing.now.current == M3
    assert closing_hour(playing.now) == datetime(2027, 3, 9, 16, tzinfo=UTC)
    playing.at = closing_hour(playing.now)
    playing.when(CLOCK, c.FallDue(next(due.id for due in dues(RULES, playing.now) if due.id.startswith("end_day"))))
    assert playing.now.day_status is DayStatus.ENDED
    assert dues(RULES, playing.now) == ()
    assert replayed(playing) == playing.now


def test_a_catch_up_day_whose_hours_passed_unseen_is_not_held(playing: Table) -> None:
    playing.when(STAFF, c.EndDay(1), c.OpenDay(2), c.EndDay(2), sc.AddDay(date(2027, 3, 9), time(14), time(17)))
    (item,) = dues(RULES, playing.now)
    playing.at = item.at + timedelta(days=1)
    playing.when(CLOCK, c.FallDue(item.id))
    assert playing.now.day_status is DayStatus.ENDED
    assert playing.now.calendar.catch_up == ()


def test_a_catch_up_day_is_given_up_and_planned_again_by_undo(playing: Table) -> None:
    playing.when(STAFF, sc.AddDay(date(2027, 3, 9), time(14), time(17)))
    planned = playing.now.calendar
    playing.when(STAFF, sc.RemoveDay(date(2027, 3, 9)))
    assert playing.now.calendar.catch_up == ()
    undone(playing)
    assert playing.now.calendar == planned


def test_the_last_day_is_held_again_at_once_and_ended_by_undo(playing: Table) -> None:
    playing.when(STAFF, c.EndDay(1), sc.ReopenDay("encore une heure"))
    assert playing.now.day_status is DayStatus.OPEN
    assert [one["mission"] for one in shown(playing, EVERYONE)["ahead"]["take_up"]] == [M1, M2]
    playing.when(player("ana"), c.TakeUp(M1))
    undone(playing)
    assert (playing.now.day_status, playing.now.current) == (DayStatus.ENDED, None)
    assert replayed(playing) == playing.now
