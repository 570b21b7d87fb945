"""Public holidays by rule, against a table of Easter that was not computed by the same code.

Spec: B4
"""

from datetime import date, timedelta

import pytest

from game_server.application.appointments.public_holidays import PROFILES, public_holidays

EASTER = {
    2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21),
    2031: (4, 13), 2032: (3, 28), 2033: (4, 17), 2034: (4, 9), 2035: (3, 25),
}  # fmt: skip
FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))


@pytest.mark.parametrize("year", EASTER)
def test_national_days_are_those_of_the_labour_code(year: int):
    easter = date(year, *EASTER[year])
    movable = {easter + timedelta(days=days) for days in (1, 39, 50)}
    assert public_holidays("metropole", year) == movable | {date(year, *it) for it in FIXED}


@pytest.mark.parametrize("year", EASTER)
def test_good_friday_and_saint_stephen_are_closed_in_alsace_moselle_and_not_next_door(year: int):
    easter = date(year, *EASTER[year])
    added = public_holidays("alsace-moselle", year) - public_holidays("metropole", year)
    assert added == {easter - timedelta(days=2), date(year, 12, 26)}


@pytest.mark.parametrize(
    ("profile", "day"),
    [
        ("guadeloupe", (5, 27)),
        ("martinique", (5, 22)),
        ("guyane", (6, 10)),
        ("la-reunion", (12, 20)),
        ("mayotte", (4, 27)),
        ("saint-martin", (5, 28)),
        ("saint-barthelemy", (10, 9)),
        ("nouvelle-caledonie", (9, 24)),
    ],
)
def test_each_overseas_site_adds_its_own_day_and_no_other(profile: str, day: tuple[int, int]):
    for year in EASTER:
        assert public_holidays(profile, year) == public_holidays("metropole", year) | {date(year, *day)}


def test_every_profile_can_be_computed():
    assert all(public_holidays(profile, 2027) for profile in PROFILES)
