"""A pack is proven to come to its end whoever is there; a broken one is shown with its file, its day and those present.

Spec: K2 K5 K23 K28
"""

from pathlib import Path

import pytest

from game_server.application.simulation.people import LARGEST, Way
from game_server.application.simulation.trials import SIZES, trials
from game_server.core.rules import Rules
from game_server.entrypoints.cli_packs import PACKS
from game_server.entrypoints.cli_prove import prove as command
from missions.dialogue.content import Choice, Node, Scene
from scenarios.compiler import compile_pack, editions
from scenarios.roads import walk
from tests.conformance.discovery import KINDS, REWARDS
from tests.packs.tiny import change, shipped_copy, tiny_pack

TEMPO = PACKS / "tempo_2050/1"


@pytest.fixture(scope="module")
def tempo() -> Rules:
    return Rules(compile_pack(TEMPO, KINDS), KINDS, REWARDS)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("pack", editions(PACKS), ids=lambda path: path.parent.name)
def test_every_pack_that_is_shipped_is_proven(pack, capsys):
    assert command(pack) == 0, capsys.readouterr().out
    assert "Aucun contre-exemple" in capsys.readouterr().out


def test_a_day_that_is_too_short_is_shown_with_its_file_its_day_and_those_present(tmp_path, capsys):
    pack = tiny_pack(tmp_path)
    change(pack, "pack.yaml", 'closes: "16:00"', 'closes: "14:12"')
    change(pack, "missions/01-la-cle.yaml", "minutes: 30", "minutes: 5")
    assert command(pack, sampled=0) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "missions/01-la-cle.yaml, étape 2 : le jour est trop court." in said
    assert "Jour 1, présents : seat-01" in said
    assert "--seed 1 --only" in said


def test_the_table_that_is_named_shows_it_again(tmp_path, capsys):
    pack = tiny_pack(tmp_path)
    change(pack, "pack.yaml", 'closes: "16:00"', 'closes: "14:12"')
    change(pack, "missions/01-la-cle.yaml", "minutes: 30", "minutes: 5")
    assert command(pack, only=2) == 1
    assert "Table 2 : 8 personnes, tous les jours." in " ".join(capsys.readouterr().out.split())


def test_a_scene_that_reads_what_nobody_has_done_yet_is_shown_with_its_mission(tmp_path, capsys):
    pack = shipped_copy(tmp_path)
    change(pack, "pack.yaml", "[le-rendez-vous]", "[lison-sur-le-ponton]")
    change(pack, "pack.yaml", "lison-sur-le-ponton]", "le-rendez-vous]")
    assert command(pack, sampled=0) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "missions/05-le-rendez-vous.yaml, étape 1 : la scène lit « lison_ecoutee »" in said
    assert "aucun groupe ne peut arriver ici avec ce drapeau vrai" in said


def test_a_pack_that_is_broken_is_sent_to_the_checker(tmp_path, capsys):
    pack = tiny_pack(tmp_path)
    change(pack, "missions/01-la-cle.yaml", "kind: riddle", "kind: ridle")
    assert command(pack) == 2
    assert "eclats check" in capsys.readouterr().out


def test_a_pack_that_is_not_there_is_said(tmp_path):
    assert command(Path(tmp_path / "rien")) == 2


def test_a_passage_without_a_way_out_is_found_from_every_beginning(tempo):
    story = tempo.scenario
    mission = story.mission("la-voix-de-noe")
    scene = mission.steps[0].content.scene
    trap = Choice(id="c", text="Tourner en rond.", to="rond")
    nodes = {**scene.nodes, "rond": Node(choices=(trap,))}
    first = scene.starts[0].node
    leads = nodes[first].model_copy(update={"choices": (*nodes[first].choices[:1], trap)})
    broken = Scene.model_construct(starts=scene.starts, nodes={**nodes, first: leads})
    object.__setattr__(mission.steps[0].content, "scene", broken)
    try:
        found = walk(story).dead_ends
    finally:
        object.__setattr__(mission.steps[0].content, "scene", scene)
    assert ("la-voix-de-noe", 0) in {(one.mission, one.step) for one in found}
    assert any("rond" in one.sentence for one in found)
    assert walk(story).dead_ends == []


def here(people, day):
    return sum(person.comes(day) for person in people)


def test_each_number_of_people_is_there_on_each_day(tempo):
    tried = {
        (day, here(one.people, day))
        for one in trials(tempo.scenario, 1, 0)
        if one.name.startswith("de 1 à 12")
        for day in range(1, 11)
    }
    assert tried == {(day, number) for day in range(1, 11) for number in range(1, LARGEST + 1)}


def test_each_day_has_one_who_is_absent_and_one_who_comes_at_every_size(tempo):
    found = list(trials(tempo.scenario, 1, 0))
    for size in SIZES:
        tables = [one.people for one in found if len(one.people) == size]
        assert {day for people in tables for person in people for day in person.away} >= set(range(1, 11))
        assert {person.joins for people in tables for person in people} >= set(range(1, 11))


def test_in_each_step_somebody_goes_by_each_way_and_is_back_soon_or_the_next_day(tempo):
    steps = {
        (mission.id, step)
        for day in tempo.scenario.days
        for mission in day.missions
        for step in range(len(mission.steps))
    }
    gone = {
        ((going.mission, going.step), going.way, going.back_after is None)
        for one in trials(tempo.scenario, 1, 0)
        for person in one.people
        for going in person.goings
    }
    assert gone == {(step, way, late) for step in steps for way in Way for late in (False, True)}


def test_somebody_stays_whatever_happens(tempo):
    for one in trials(tempo.scenario, 1, 20):
        for day in range(1, 11):
            assert here(one.people, day) >= 1, (one.name, day)
