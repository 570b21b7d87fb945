"""The three-day pack keeps what it promises to those who play it.

Spec: K23 K27
"""

from itertools import product

import pytest

from scenarios.checker import check
from scenarios.compiler import compile_pack
from tests.packs.tiny import SHIPPED


@pytest.fixture(scope="module")
def scenario(kinds):
    return compile_pack(SHIPPED, kinds)


def content(scenario, mission, step=0):
    return scenario.mission(mission).steps[step].content


def roads(scene, node):
    """Every road from a node to an end, as lists of nodes."""
    if not scene.nodes[node].choices:
        return [[node]]
    return [[node, *road] for choice in scene.nodes[node].choices for road in roads(scene, choice.to)]


def test_it_has_no_mistake(kinds):
    assert check(SHIPPED, kinds) == []


def test_it_has_five_missions_on_three_days_and_as_many_offers(scenario):
    assert [len(day.missions) for day in scenario.days] == [2, 2, 1]
    assert len(scenario.offers) == 5
    assert scenario.days[-1].missions[-1].id == "le-rendez-vous"
    assert scenario.days[-1].missions[-1].offer == "conseiller-referent"


def test_it_uses_the_five_first_kinds(scenario):
    kinds = {step.kind for day in scenario.days for mission in day.missions for step in mission.steps}

    assert kinds == {"riddle", "split", "vote", "dialogue", "appointment"}


def test_twelve_people_each_hold_something(scenario):
    assert len(content(scenario, "trois-a-bord").pieces) == 12
    assert len(content(scenario, "la-cle-de-firmin").clues) == 12
    assert len(content(scenario, "l-affiche-du-quai").clues) == 12


def test_the_letters_of_the_allowed_questions_make_the_word(scenario):
    riddle = content(scenario, "la-cle-de-firmin")
    forbidden = ("enfants", "priez", "parents", "voté")
    questions = [clue for clue in riddle.clues if clue.startswith("Question")]

    def letters(wanted):
        return "".join(
            one.partition("lettre ")[2][0].lower()
            for one in questions
            if wanted == any(word in one for word in forbidden)
        )

    assert letters(wanted=False) == riddle.accepted[0] == "amarre"
    assert letters(wanted=True) == riddle.near[0].text


def test_the_code_is_made_of_the_three_numbers_of_the_law(scenario):
    assert content(scenario, "l-affiche-du-quai").accepted == (f"{24}{5 * 7}{12 // 2}",)


@pytest.mark.parametrize("mission", ["lison-sur-le-ponton", "le-rendez-vous"])
def test_every_road_through_a_scene_ends_whatever_the_group_did_before(scenario, mission):
    scene = content(scenario, mission).scene

    for start in scene.starts:
        assert roads(scene, start.node)


def test_who_listens_hears_lison_to_the_end_and_who_presses_her_sees_her_leave(scenario):
    scene = content(scenario, "lison-sur-le-ponton").scene
    lengths = {"stays": [], "leaves": []}
    for road in roads(scene, scene.start({})):
        flags = {flag for node in road for flag, value in scene.nodes[node].sets.items() if value}
        last = " ".join(line.text for line in scene.nodes[road[-1]].lines)
        heard = "stays" if "lison_ecoutee" in flags else "leaves"
        lengths[heard].append(len(road) - 1)
        assert ("Elle presse le pas" in last) == (heard == "leaves")

    assert min(lengths["leaves"]) == 2
    assert min(lengths["stays"]) >= 4
    assert max(lengths["stays"]) >= 8


def test_the_crossing_remembers_what_the_group_chose(scenario):
    scene = content(scenario, "le-rendez-vous").scene
    flags = sorted(scenario.flags)
    first_words = {
        tuple(line.text for line in scene.nodes[scene.start(dict(zip(flags, values, strict=True)))].lines)
        for values in product((False, True), repeat=len(flags))
    }

    assert len(first_words) > len(flags)
