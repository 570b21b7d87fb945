"""Wall times of the group's zone become instants, whatever the clocks do.

Spec: G11 SC10
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game_server.core.calendar import Calendar, PlannedDay, instant

PARIS = "Europe/Paris"


def test_the_same_wall_time_is_another_instant_after_the_clocks_change() -> None:
    before = instant(date(2027, 3, 27), time(14), PARIS)
    after = instant(date(2027, 3, 28), time(14), PARIS)
    assert after - before == timedelta(hours=23)


def test_a_time_that_the_spring_change_skips_is_the_instant_of_the_jump() -> None:
    assert instant(date(2027, 3, 28), time(2, 30), PARIS) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_a_time_that_the_autumn_change_repeats_is_its_first_occurrence() -> None:
    assert instant(date(2027, 10, 31), time(2, 30), PARIS) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_shifting_a_day_keeps_its_wall_time_over_the_change() -> None:
    calendar = Calendar(PARIS, (PlannedDay(1, date(2027, 3, 26), time(14), time(20)),))
    moved = calendar.shifted(1, 3)
    assert moved.opening(1) == datetime(2027, 3, 29, 12, tzinfo=UTC)


def test_days_before_the_shift_do_not_move() -> None:
    days = tuple(PlannedDay(n, date(2027, 3, n), time(14), time(20)) for n in (1, 2, 3))
    moved = Calendar(PARIS, days).shifted(2, 1)
    assert [day.on.day for day in moved.days] == [1, 3, 4]


@pytest.mark.parametrize("zone", [PARIS, "Indian/Reunion", "America/Guadeloupe", "Pacific/Noumea", "America/Cayenne"])
@given(day=st.dates(date(2025, 1, 1), date(2035, 12, 31)), minute=st.integers(0, 1439))
def test_an_existing_wall_time_reads_back_as_itself(zone: str, day: date, minute: int) -> None:
    at = time(minute // 60, minute % 60)
    local = instant(day, at, zone).astimezone(ZoneInfo(zone))
    skipped = local.replace(tzinfo=None) != datetime.combine(day, at)
    assert not skipped or (local.utcoffset() != (local - timedelta(hours=2)).utcoffset())
