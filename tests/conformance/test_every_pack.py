"""Every step of every pack is played as its kind promises, by a table that knows the story.

Spec: K2 K3 K5
"""

from functools import cache
from pathlib import Path

import pytest

import scenarios
from game_server.core.scenario import Scenario, Step
from scenarios.compiler import compile_pack, editions
from tests.conformance.discovery import COLLABORATIVE, KINDS
from tests.conformance.table import SILENCE, Table, seats

PACKS = editions(Path(scenarios.__path__[0]) / "packs")
EVERY_PACK = pytest.mark.parametrize("path", PACKS, ids=lambda path: f"{path.parent.name}/{path.name}")


@cache
def compiled(path: Path) -> Scenario:
    return compile_pack(path, KINDS)


def steps(path: Path) -> list[Step]:
    return [step for day in compiled(path).days for mission in day.missions for step in mission.steps]


def table(step: Step, number: int) -> Table:
    return Table(KINDS[step.kind], seats(number), seed=number, content=step.content, knows_the_story=True).open()


def test_there_is_a_pack():
    assert PACKS


@EVERY_PACK
@pytest.mark.parametrize("number", [1, 2, 5, 8, 12])
def test_every_step_is_finished_by_a_group_of_any_size(path, number):
    played = [(step.title, table(step, number).play(seats(number)).done) for step in steps(path)]
    assert [title for title, done in played if not done] == []


@EVERY_PACK
def test_no_step_is_finished_by_one_phone_among_silent_others(path):
    together = [step for step in steps(path) if step.kind in COLLABORATIVE]
    played = [(step.title, table(step, 6).play(seats(1), for_seconds=SILENCE).done) for step in together]
    assert [title for title, done in played if done] == []


@EVERY_PACK
def test_every_step_survives_who_leaves_in_the_middle(path):
    for step in steps(path):
        group = table(step, 6)
        group.play(group.seats, for_seconds=30)
        group.changes_presence(group.seats[3:5])
        group.play(group.present)
        assert group.done, step.title


@EVERY_PACK
def test_flags_set_by_steps_are_those_of_the_pack(path):
    for step in steps(path):
        group = table(step, 3).play(seats(3))
        assert set(group.kind.flags(group.content, group.state)) <= compiled(path).flags, step.title
