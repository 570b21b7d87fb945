"""What every reward rule keeps, heard through the core in a play of all kinds.

Spec: K7 K22
"""

from dataclasses import is_dataclass
from importlib import resources

import msgspec
import pytest

from game_server.core.mission_kind import KindValue
from tests.conformance.adventure import Adventure
from tests.conformance.discovery import EVERY_KIND, REWARDS, texts_of

RULES = pytest.mark.parametrize("rule", REWARDS, ids=lambda rule: rule.name)


@pytest.fixture(scope="module")
def played() -> Adventure:
    return Adventure().begins().plays_day(1).plays_day(2)


@pytest.mark.parametrize("number", [1, 2, 5, 12])
def test_a_group_finishes_every_mission_through_the_core(number):
    played = Adventure(number).begins().plays_day(1).plays_day(2)
    assert [one.status for one in played.now.missions.values()] == ["done"] * len(EVERY_KIND)


def test_replaying_the_commits_gives_the_live_state_with_all_rewards(played):
    assert played.replayed() == played.now


@RULES
def test_a_rule_is_quiet_before_anything_happened(rule):
    began = Adventure().begins()
    kept = began.now.rewards[rule.name]
    assert kept == rule.start()
    assert msgspec.json.encode(rule.show(began.rules.scenario, began.now, kept))


@RULES
def test_what_a_rule_shows_and_tells_redis_is_plain(rule, played):
    kept = played.now.rewards[rule.name]
    assert msgspec.json.encode(rule.show(played.rules.scenario, played.now, kept))
    progress = rule.progress(played.rules.scenario, kept)
    assert all(isinstance(one, str) for pair in progress.items() for one in pair)


@RULES
def test_no_rule_speaks_of_one_person(rule, played):
    shown = msgspec.json.encode(rule.show(played.rules.scenario, played.now, played.now.rewards[rule.name])).decode()
    assert not [seat for seat in played.now.seats if seat in shown]


@RULES
def test_hearing_the_same_again_adds_nothing(rule, played):
    scenario, state = played.rules.scenario, played.now
    heard = [
        answer
        for commit in played.commits
        for event in commit.events
        for answer in rule.react(scenario, state, state.rewards[rule.name], event)
    ]
    assert heard == []


@RULES
def test_a_rule_bears_the_name_of_its_folder_and_has_a_guide(rule):
    assert issubclass(rule.kept, KindValue)
    assert is_dataclass(rule.kept)
    assert rule.kept.__module__.startswith(f"rewards.{rule.name}")
    guide = resources.files(f"rewards.{rule.name}").joinpath("README.md").read_text("utf-8")
    assert "## What the screen receives" in guide
    assert texts_of(f"rewards.{rule.name}")["screen"]
