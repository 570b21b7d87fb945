"""The state is what its events say, bit for bit, also after a journey through the journal.

Spec: K7 K10
"""

import re
from dataclasses import is_dataclass
from datetime import UTC, datetime
from functools import reduce
from importlib import resources
from typing import Any

import msgspec
import pytest

from game_server.application.codec import Codec
from game_server.core.group_events import StepTold
from game_server.core.ids import GroupId, MissionId
from game_server.core.messages import Actor, Commit, Role
from game_server.core.mission_kind import KindValue, WordRef
from tests.conformance.discovery import EVERY_KIND, KINDS, REWARDS, texts_of
from tests.conformance.strange import leaves, strange_actions
from tests.conformance.table import Table, seats, seeded

CODEC = Codec(KINDS, REWARDS)


def lively(name: str, seed: int) -> Table:
    """A step in which people answered, joked, came and went."""
    random = seeded(seed)
    table = Table(KINDS[name], seats(7), seed=seed).open()
    for _ in range(20):
        seat = random.choice(table.seats)
        known = [*leaves(table.shared()), *leaves(table.private(seat))]
        for action in strange_actions(table.kind, known, random, 2):
            table.act(seat, action)
        table.changes_presence(random.sample(table.seats, random.randint(0, 7)))
        table.play(table.present[:2], for_seconds=15)
        if table.done:
            break
    return table


def replayed(table: Table, events: list[Any]) -> Any:
    def step(state: Any, event: Any) -> Any:
        return table.kind.evolve(table.content, state, event)

    return reduce(step, events, None)


def through_the_journal(table: Table) -> list[Any]:
    told = tuple(StepTold(MissionId("m"), 0, event) for event in table.events)
    at = datetime(2030, 1, 1, tzinfo=UTC)
    commit = Commit(GroupId("g"), 1, None, None, Actor(Role.SYSTEM), at, told)
    row = {"group": "g", "version": 1, "device": None, "counter": None, "actor": "system:", "at": at}
    return [one.event for one in CODEC.commit_from_row({**row, "events": CODEC.events_text(commit)}).events]


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("seed", range(8))
def test_replaying_the_events_gives_the_live_state(name, seed):
    table = lively(name, seed)
    assert replayed(table, table.events) == table.state
    assert repr(replayed(table, table.events)) == repr(table.state)


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("seed", range(8))
def test_events_come_back_from_the_journal_as_what_they_were(name, seed):
    table = lively(name, seed)
    assert through_the_journal(table) == table.events
    assert replayed(table, through_the_journal(table)) == table.state


@pytest.mark.parametrize("name", EVERY_KIND)
def test_the_same_luck_gives_the_same_play(name):
    assert lively(name, 5).events == lively(name, 5).events


@pytest.mark.parametrize("name", EVERY_KIND)
def test_the_views_are_plain_values_that_a_browser_can_read(name):
    table = lively(name, 3)
    for view in (table.shared(), table.staff(), *(table.private(seat) for seat in table.seats)):
        assert msgspec.json.encode(view, enc_hook=lambda one: one.id if isinstance(one, WordRef) else 1 / 0)


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_kind_bears_the_name_of_its_folder_and_its_values_are_its_own(name):
    kind = KINDS[name]
    assert kind.name == name
    for value in (kind.state, *kind.actions.values(), *kind.outside.values(), *kind.events.values()):
        assert issubclass(value, KindValue)
        assert is_dataclass(value)
        assert value.__dataclass_params__.frozen
        assert value.__module__.startswith(f"missions.{name}")


@pytest.mark.parametrize("name", EVERY_KIND)
def test_the_example_is_valid_frozen_and_read_again_as_itself(name):
    kind = KINDS[name]
    example = kind.example()
    assert isinstance(example, kind.content)
    assert kind.content.model_validate(example.model_dump(mode="json")) == example
    with pytest.raises(ValueError, match="extra"):
        kind.content.model_validate({**example.model_dump(), "inconnu": 1})


@pytest.mark.parametrize("name", EVERY_KIND)
def test_every_refusal_has_its_sentence_and_no_sentence_is_orphan(name):
    source = "".join(one.read_text("utf-8") for one in resources.files(f"missions.{name}").iterdir() if one.is_file())
    codes = set(re.findall(r'Declined\("(\w+)"', source))
    assert codes == set(texts_of(f"missions.{name}")["refusals"])


@pytest.mark.parametrize("name", EVERY_KIND)
def test_french_signs_are_preceded_by_a_space_that_does_not_break(name):
    texts = texts_of(f"missions.{name}")
    for text in leaves([texts, KINDS[name].example().model_dump(mode="json")]):
        assert not re.search(r"(?<=\w) [?!:;»]|« ", text), text
        assert "'" not in text, text


@pytest.mark.parametrize("name", EVERY_KIND)
def test_authors_and_screens_find_a_guide(name):
    guide = resources.files(f"missions.{name}").joinpath("README.md").read_text("utf-8")
    assert "## What the screen receives" in guide
    for action in KINDS[name].actions:
        assert f"`{name}/{action}`" in guide
