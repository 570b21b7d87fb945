"""What a dialogue keeps: one voice each, no clock, a split group hears the character decide.

Spec: K16 K18 K19
"""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.mission_kind import Declined
from missions.dialogue import KIND
from missions.dialogue.content import Dialogue
from missions.dialogue.values import Say
from tests.conformance.table import Table, seats


def dialogue(number: int = 3, seed: int = 0) -> Table:
    return Table(KIND, seats(number), seed=seed).open()


def voices(table: Table, *choices: str) -> Table:
    turn = table.shared()["turn"]
    for seat, choice in zip(table.seats, choices, strict=False):
        table.act(seat, Say(choice, turn))
    return table


def test_the_scene_goes_on_when_everyone_present_gave_a_voice() -> None:
    table = voices(dialogue(), "demander", "demander")
    assert table.shared()["turn"] == 0
    voices(table, "demander", "demander", "attendre")
    assert table.shared()["last"] == {
        "choice": "demander",
        "text": "Lui demander ce qu’il aime faire",
        "tied": False,
        "decided_by": None,
        "counts": {"demander": 2, "attendre": 1},
    }
    assert table.shared()["lines"][0]["text"].startswith("Les vélos.")


def test_until_then_nobody_else_sees_what_a_voice_says() -> None:
    seen = []
    for choice in ("demander", "attendre"):
        table = voices(dialogue(), choice)
        assert table.private(table.seats[0]) == {"voice": choice}
        seen.append(repr([table.shared(), table.staff(), table.private(table.seats[1])]))
    assert seen[0] == seen[1]


def test_no_clock_runs_while_people_read() -> None:
    assert KIND.dues(dialogue().content, dialogue().state) == ()


def test_a_split_group_hears_that_the_character_decided() -> None:
    chosen = set()
    for seed in range(20):
        table = voices(dialogue(4, seed), "demander", "demander", "attendre", "attendre")
        last = table.shared()["last"]
        assert (last["tied"], last["decided_by"]) == (True, "noe")
        chosen.add(last["choice"])
    assert chosen == {"demander", "attendre"}


def test_two_people_do_not_learn_each_other_s_voice() -> None:
    table = voices(dialogue(2), "demander", "attendre")
    last = table.shared()["last"]
    assert (last["tied"], last["counts"]) == (False, None)


def test_who_leaves_is_not_waited_for() -> None:
    table = voices(dialogue(), "attendre", "attendre")
    table.changes_presence(table.seats[:2])
    assert table.shared()["turn"] == 1


def test_who_is_alone_talks_with_the_character() -> None:
    table = voices(dialogue(1), "attendre")
    assert table.shared()["turn"] == 1


def test_a_late_tap_does_not_speak_at_the_next_choice() -> None:
    table = voices(dialogue(), *["attendre"] * 3)
    assert table.act(table.seats[0], Say("demander", 0)) == Declined("choice_made")


def test_the_flags_of_the_way_taken_are_set() -> None:
    table = voices(dialogue(), *["attendre"] * 3)
    voices(table, *["vraie-question"] * 3)
    voices(table, *["montrer"] * 3)
    assert table.done
    assert KIND.flags(table.content, table.state) == {"noe_ecoute": True}


def test_the_scene_begins_where_the_group_s_flags_say() -> None:
    scene = KIND.example().scene.model_dump()
    scene["starts"] = [{"when": {"connu": True}, "node": "silence"}, {"node": "arrivee"}]
    content = Dialogue.model_validate({"scene": scene})
    assert content.scene.start({"connu": True}) == "silence"
    assert content.scene.start({}) == "arrivee"


def without_end(scene: dict[str, Any]) -> None:
    scene["nodes"]["fin"]["choices"] = [{"id": "encore", "text": "Encore", "to": "arrivee"}]


def to_nowhere(scene: dict[str, Any]) -> None:
    scene["starts"] = [{"node": "cave"}]


def without_choice(scene: dict[str, Any]) -> None:
    scene["starts"] = [{"node": "fin"}]
    scene["nodes"] = {"fin": scene["nodes"]["fin"]}


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (without_end, "aucun choix ne mène à une fin"),
        (to_nowhere, "n'existe pas"),
        (without_choice, "il faut au moins un choix"),
    ],
)
def test_a_scene_that_cannot_be_played_is_refused_in_french(
    broken: Callable[[dict[str, Any]], None], said: str
) -> None:
    scene = KIND.example().model_dump(mode="json")["scene"]
    broken(scene)
    with pytest.raises(ValidationError, match=said):
        Dialogue.model_validate({"scene": scene})
