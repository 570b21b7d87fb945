"""Any number of people, who come and go as they do: every step of every kind ends, and every offer opens.

Spec: G6 K2 K5 K6
"""

from dataclasses import replace
from itertools import cycle

import pytest

from game_server.application.bots import Persona
from game_server.application.simulation.people import Way
from tests.simulation.adventures import EVERY_STEP, OFFERS, going, people, played


@pytest.mark.parametrize("number", range(1, 13))
def test_one_to_twelve_people_open_every_offer_and_nothing_stands_still(number):
    group = played(people(number))
    assert (group.stuck, group.unlocked) == ([], OFFERS)


@pytest.mark.parametrize("back_after", [120.0, None], ids=["back in two minutes", "back the next day"])
@pytest.mark.parametrize("way", list(Way))
def test_somebody_goes_in_the_middle_of_each_step(way, back_after):
    size = 12 if back_after is None else 4
    goings: dict[int, tuple] = {}
    for place, step in zip(cycle(range(size - 1)), EVERY_STEP, strict=False):
        goings[place] = (*goings.get(place, ()), going(step, way, back_after))
    group = played(people(size, goings))
    assert (group.stuck, group.unlocked) == ([], OFFERS)


def test_all_but_one_go_in_the_middle_of_the_first_step():
    leaves = {place: (going(EVERY_STEP[0], Way.CLOSES_PAGE, None),) for place in range(5)}
    group = played(people(6, leaves))
    assert (group.stuck, group.unlocked) == ([], OFFERS)


@pytest.mark.parametrize("persona", list(Persona))
def test_a_table_of_one_sort_only_comes_to_the_end(persona):
    group = played([replace(person, persona=persona) for person in people(6)])
    assert (group.stuck, group.unlocked) == ([], OFFERS)


def test_who_is_absent_for_a_day_or_joins_late_costs_the_group_nothing():
    first, second, third, *others = people(6)
    group = played([replace(first, away=frozenset({1})), replace(second, joins=2), third, *others])
    assert (group.stuck, group.unlocked) == ([], OFFERS)
