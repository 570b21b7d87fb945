"""The dates of a group before it is created: outings on a weekend, or the sentence why not.

Spec: N7
"""

from datetime import UTC, date, datetime, time

import pytest

from game_server.application.holiday_names import holiday_on
from game_server.application.plan import Ground, first_hour, plan
from game_server.core.scenario import Day

TEN = tuple(Day(number, f"Jour {number}", "", "", time(14), time(18), ()) for number in range(1, 11))
NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
"""A Monday."""
PARIS = Ground("Europe/Paris", "metropole", NOW)


def test_from_a_wednesday_the_ten_days_follow_each_other_over_the_weekend() -> None:
    found = plan(TEN, date(2027, 3, 3), PARIS)
    assert [one.on.weekday() for one in found.days] == [2, 3, 4, 5, 6, 0, 1, 2, 3, 4]
    assert [one.number for one in found.days if one.weekend] == [4, 5]
    assert (found.weekend_fits, found.sentences, found.better) == (True, (), None)


def test_without_a_date_the_next_good_one_is_proposed() -> None:
    found = plan(TEN, None, PARIS)
    assert (found.days[0].on, found.sentences) == (date(2027, 3, 2), ())
    assert [one.on.weekday() for one in found.days if one.number in (4, 5)] == [5, 6]


@pytest.mark.parametrize("first", [date(2027, 3, 4), date(2027, 3, 5), date(2027, 3, 8)])
def test_from_another_weekday_the_outings_wait_and_a_better_day_is_named(first: date) -> None:
    found = plan(TEN, first, PARIS)
    assert found.weekend_fits
    [sentence] = found.sentences
    assert "sans mission après le jour 3" in sentence
    assert found.better is not None
    assert plan(TEN, found.better, PARIS).sentences == ()


def test_a_holiday_is_named_and_stepped_over() -> None:
    """Easter Monday 2027 is 29 March."""
    assert holiday_on("metropole", date(2027, 3, 29)) == "Lundi de Pâques"
    found = plan(TEN, date(2027, 3, 24), PARIS)
    assert date(2027, 3, 29) not in [one.on for one in found.days]
    assert found.days[5].on == date(2027, 3, 30)
    assert (found.sentences, found.better) == ((), None)
    [note] = found.notes
    assert note == (
        "Le lundi 29 mars 2027 est férié (Lundi de Pâques)\N{NO-BREAK SPACE}: pas de mission ce jour-là, "
        "le jour 6 est le mardi 30 mars 2027."
    )


def test_a_holiday_on_a_weekend_is_not_spoken_of() -> None:
    """14 August is a Saturday and 15 August 2027 a Sunday: the outing says that places are closed, nothing else does."""
    found = plan(TEN, date(2027, 8, 11), PARIS)
    assert found.notes == ()
    assert len(found.sentences) == 1


def test_an_outing_on_a_holiday_says_that_places_will_be_closed() -> None:
    """1 May 2027 is a Saturday."""
    found = plan(TEN, date(2027, 4, 28), PARIS)
    [sentence] = found.sentences
    assert sentence.startswith("Le jour 4, samedi 1er mai 2027, est férié")
    assert found.days[3].holiday is not None


def test_each_part_of_france_has_its_own_holidays() -> None:
    good_friday = date(2027, 3, 26)
    assert holiday_on("metropole", good_friday) is None
    assert holiday_on("alsace-moselle", good_friday) == "Vendredi saint"


def test_a_first_day_on_a_weekend_is_said() -> None:
    found = plan(TEN, date(2027, 3, 6), PARIS)
    assert found.sentences[0] == "Le jour 1 tombe un week-end, le samedi 6 mars 2027."


def test_a_group_made_after_the_hour_opens_a_little_later_and_says_so() -> None:
    late = Ground("Europe/Paris", "metropole", datetime(2027, 3, 3, 13, 25, tzinfo=UTC))
    found = plan(TEN, date(2027, 3, 3), late)
    assert found.days[0].opens == time(15)
    assert found.sentences[0].startswith("L’heure du jour 1 est passée")


@pytest.mark.parametrize("at", [datetime(2027, 3, 3, 16, 55, tzinfo=UTC), datetime(2027, 3, 4, 9, tzinfo=UTC)])
def test_a_first_day_that_is_over_is_refused(at: datetime) -> None:
    with pytest.raises(ValueError, match="over"):
        first_hour(date(2027, 3, 3), (time(14), time(18)), Ground("Europe/Paris", "metropole", at))


def test_a_short_story_needs_no_weekend() -> None:
    found = plan(TEN[:2], date(2027, 3, 4), PARIS)
    assert [one.on for one in found.days] == [date(2027, 3, 4), date(2027, 3, 5)]
    assert (found.weekend_fits, found.sentences) == (True, ())
