"""The film's people are of every sort, and come and go as their sort does.

Spec: D1
"""

from datetime import date, timedelta

import pytest

from game_server.application.bots import Persona
from game_server.demonstration.cast import CAST
from game_server.demonstration.facilitator import next_wednesday
from game_server.demonstration.player import Person

LATE, ABSENT = (Person("Zoé", "481937", persona) for persona in (Persona.LATE, Persona.ABSENT))


def test_every_sort_of_person_plays_in_the_film():
    assert {person.persona for person in CAST} == set(Persona)


def test_nobody_has_the_name_or_the_pin_of_another():
    assert len({person.first_name for person in CAST}) == len({person.pin for person in CAST}) == len(CAST)


@pytest.mark.parametrize(("days", "day"), [(10, 4), (4, 4), (3, 2)])
def test_who_is_late_joins_on_the_fourth_day_or_the_second_of_a_short_story(days, day):
    assert LATE.joins(days) == day
    assert ABSENT.joins(days) == 1


@pytest.mark.parametrize(("days", "day"), [(10, 6), (3, 2)])
def test_who_is_absent_misses_one_day(days, day):
    assert [one for one in range(1, days + 1) if ABSENT.is_away(one, days)] == [day]
    assert not any(LATE.is_away(one, days) for one in range(1, days + 1))


@pytest.mark.parametrize("after", range(8))
def test_the_film_begins_on_the_next_wednesday_so_that_days_four_and_five_are_a_weekend(after):
    today = date(2026, 11, 22) + timedelta(days=after)
    first = next_wednesday(today)
    assert today < first <= today + timedelta(days=7)
    assert [(first + timedelta(days=day)).strftime("%w") for day in (0, 3, 4)] == ["3", "6", "0"]
