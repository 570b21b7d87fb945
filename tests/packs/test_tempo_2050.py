"""The ten-day pack keeps what it promises to those who play it.

Spec: K2 K27
"""

from collections import Counter
from typing import get_args

import pytest

from scenarios.checker import check
from scenarios.compiler import compile_pack
from scenarios.models import Competence
from tests.conformance.discovery import EVERY_KIND
from tests.packs.tiny import TEMPO

WEEKEND = (4, 5)
MOVING = {"station", "photo"}


@pytest.fixture(scope="module")
def story(kinds):
    return compile_pack(TEMPO, kinds)


@pytest.fixture(scope="module")
def missions(story):
    return [mission for day in story.days for mission in day.missions]


def test_it_has_no_mistake(kinds):
    assert check(TEMPO, kinds) == []


def test_twenty_five_missions_stand_on_ten_days(story):
    assert [len(day.missions) for day in story.days] == [2, 3, 2, 3, 3, 3, 3, 2, 2, 2]


def test_each_mission_opens_an_offer_of_its_own(story, missions):
    assert sorted(mission.offer for mission in missions) == sorted(story.offers)
    assert len(story.offers) == 25


def test_every_kind_that_there_is_is_played(missions):
    assert {step.kind for mission in missions for step in mission.steps} == set(EVERY_KIND)


def test_a_day_is_planned_for_two_hours_about(story):
    assert all(80 <= sum(mission.minutes for mission in day.missions) <= 110 for day in story.days)


def test_one_goes_out_at_the_weekend_only(story):
    outside = {
        day.number for day in story.days for mission in day.missions for step in mission.steps if step.kind in MOVING
    }
    assert outside == set(WEEKEND)


def test_every_step_has_three_hints_and_a_plan_b(missions):
    assert all(len(step.hints) == 3 and step.plan_b for mission in missions for step in mission.steps)


def test_each_competence_is_practised_by_three_missions_at_least(missions):
    practised = Counter(one for mission in missions for one in mission.competences)
    assert set(practised) == set(get_args(Competence))
    assert min(practised.values()) >= 3


def test_the_last_mission_practises_what_the_appointment_asks_for(story):
    known = story.mission("le-rendez-vous").competences
    assert known == ("identify_needs", "formulate_expectations", "trust_the_counsellor")
