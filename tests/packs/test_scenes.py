"""Scenes stand in the pack with their graphs, made from the very text that is there.

Spec: K23 K24
"""

import pytest

from scenarios.checker import check
from tests.packs.tiny import change, line_of, shipped_copy

PONTOON = "scenes/le-ponton.ink"


@pytest.fixture
def pack(tmp_path):
    return shipped_copy(tmp_path)


def codes(pack, kinds):
    return [(mistake.file, mistake.code) for mistake in check(pack, kinds)]


def test_a_scene_changed_after_its_compilation_is_told(pack, kinds):
    change(pack, PONTOON, "Son sac est fait.", "Son sac est prêt.")

    assert codes(pack, kinds) == [(PONTOON, "graph_stale")]


def test_a_scene_without_graph_is_told(pack, kinds):
    (pack / "scenes/le-ponton.graph.json").unlink()

    assert (PONTOON, "graph_missing") in [
        (file.replace(".graph.json", ".ink"), code) for file, code in codes(pack, kinds)
    ]


@pytest.mark.parametrize("graph", ["[" * 100_000, "{}", "null", "\x00", '{"format": 1}'])
def test_a_graph_that_is_no_graph_is_told_and_nothing_breaks(pack, kinds, graph):
    (pack / "scenes/le-ponton.graph.json").write_text(graph)

    assert any(code == "graph_broken" for _, code in codes(pack, kinds))


def test_a_step_that_names_a_scene_that_is_not_there_is_told_at_its_line(pack, kinds):
    mission = "missions/04-lison-sur-le-ponton.yaml"
    change(pack, mission, "scenes/le-ponton.ink", "scenes/le-pont.ink")

    told = {(one.file, one.line, one.code) for one in check(pack, kinds)}

    assert (mission, line_of(pack, mission, "scene:"), "no_scene") in told
    assert (PONTOON, 1, "scene_never_played") in told


def test_a_speaker_who_is_no_character_is_told_at_a_line_of_the_scene(pack, kinds):
    change(pack, "pack.yaml", "name: Mado", "name: Madeleine")

    told = {(one.file, one.line) for one in check(pack, kinds) if one.code == "unknown_character"}

    assert (PONTOON, line_of(pack, PONTOON, "Mado")) in told


def test_a_flag_of_a_scene_that_the_pack_does_not_know_is_told(pack, kinds):
    change(pack, "pack.yaml", "lison_marraine", "lison_marine")

    told = {(one.file, one.line, one.code) for one in check(pack, kinds)}

    assert (PONTOON, line_of(pack, PONTOON, "lison_marraine"), "unknown_flag") in told
    assert ("pack.yaml", line_of(pack, "pack.yaml", "lison_marine"), "flag_never_set") in told


def test_a_scene_whose_flag_begins_true_is_told_at_its_line(pack, kinds):
    change(pack, "scenes/le-ponton.graph.json", '"lison_ecoutee": false', '"lison_ecoutee": true')

    told = [(one.file, one.line) for one in check(pack, kinds) if one.code == "flag_begins_true"]

    assert told == [(PONTOON, line_of(pack, PONTOON, "VAR lison_ecoutee"))]


def test_a_text_of_a_scene_is_held_to_french_like_any_other(pack, kinds):
    change(pack, "scenes/le-ponton.graph.json", "Son sac est fait.", "Son sac est fait !")

    told = [(one.file, one.code) for one in check(pack, kinds)]

    assert told == [(PONTOON, "typography")]
