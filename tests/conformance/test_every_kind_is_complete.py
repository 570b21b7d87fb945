"""A kind is everything that it takes to write it, play it, see it and prove it; the fifteen that are shipped are all there.

Spec: K1 K2 K3
"""

import json
import re
from dataclasses import replace
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import pytest

from game_server.core.mission_kind import Declined, MissionKind
from tests.conformance.discovery import COLLABORATIVE, EVERY_KIND, KINDS, texts_of
from tests.conformance.table import SILENCE, Table, seats

SHIPPED = {
    *("riddle", "split", "vote", "dialogue", "appointment"),
    *("relay", "clauses", "negotiate", "together", "place", "witness", "station", "room", "photo", "portrait"),
}
PRIVATE = {"appointment", "portrait"}
"""What each one does alone and for themselves."""
PARTS = ("content.py", "values.py", "rules.py", "views.py", "solver.py", "texts/fr.json", "example.yaml", "README.md")
GUIDE = ("## What you write", "## What the screen receives")


def folder(name: str) -> Traversable:
    return resources.files(f"missions.{name}")


def files(name: str, inside: str, ending: str) -> list[Traversable]:
    where = folder(name).joinpath(inside)
    return [one for one in where.iterdir() if one.name.endswith(ending)] if where.is_dir() else []


def test_the_fifteen_kinds_are_there():
    assert set(EVERY_KIND) >= SHIPPED


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_kind_has_each_of_its_parts(name):
    assert [part for part in PARTS if not folder(name).joinpath(part).is_file()] == []
    assert files(name, "tests", ".py"), "no test of its own"
    assert files(name, "recordings", ".json"), "no recorded play"


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_kind_has_a_screen_that_says_what_its_texts_say(name):
    assert folder(name).joinpath("web/Player.svelte").is_file()
    texts = texts_of(f"missions.{name}")
    assert texts["refusals"]
    assert texts["screen"]


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_guide_tells_authors_what_each_field_is(name):
    guide = folder(name).joinpath("README.md").read_text("utf-8")
    written = guide[guide.index(GUIDE[0]) : guide.index(GUIDE[1])]
    named = {word for code in re.findall(r"`([^`\n]+)`", written) for word in re.findall(r"\w+", code)}
    assert set(KINDS[name].content.model_fields) <= named


def recorded(name: str) -> list[Any]:
    return [json.loads(one.read_text("utf-8")) for one in files(name, "recordings", ".json")]


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_recording_plays_every_action_and_goes_to_the_end(name):
    plays = recorded(name)
    done = [play.get("done") or play["moves"][-1].get("done") for play in plays]
    assert any(done), "no recording comes to the end"
    played = {move["action"] for play in plays for move in play["moves"] if "action" in move}
    assert played == {*KINDS[name].actions, *KINDS[name].outside}


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("number", [1, 3, 8])
def test_a_solver_plays_by_the_rules(name, number):
    """Whatever it does is taken, but for the pause that a wrong try costs: it never forges, repeats or plays for somebody else."""
    table = Table(KINDS[name], seats(number), seed=number, knows_the_story=True).open()
    table.play(table.seats)
    assert table.done
    assert table.declined == set()


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_solver_that_waits_for_others_says_nothing(name):
    """On a phone that has nothing left to do the solver is silent: bots would talk for ever otherwise."""
    table = Table(KINDS[name], seats(4), seed=3, knows_the_story=True).open()
    table.play(table.seats)
    assert [table.move(seat) for seat in table.seats] == [None] * 4


# A kind that one phone wins alone


def wins_alone(kind: MissionKind[Any, Any], number: int) -> bool:
    table = Table(kind, seats(number), seed=number, knows_the_story=True).open()
    table.play(table.seats[:1], for_seconds=SILENCE)
    return table.done


def test_only_what_is_private_may_be_done_alone():
    assert set(EVERY_KIND) - set(COLLABORATIVE) == PRIVATE


@pytest.mark.parametrize("name", COLLABORATIVE)
def test_no_kind_is_won_by_one_phone(name):
    assert not any(wins_alone(KINDS[name], number) for number in (2, 6, 12))


def test_a_riddle_for_which_one_voice_were_enough_would_be_found_out():
    one_voice = replace(KINDS["riddle"], done=lambda _content, state: bool(state.voices))
    assert wins_alone(one_voice, 6)


def test_a_vote_that_waits_for_nobody_would_be_found_out():
    vote = KINDS["vote"]

    def first_ballot_decides(content, state, seat, action, setting):
        return vote.decide(content, state, seat, action, replace(setting, present=(seat,)))

    assert wins_alone(replace(vote, decide=first_ballot_decides), 6)


def test_a_split_whose_proposer_confirms_would_be_found_out():
    split = KINDS["split"]

    def alone(content, state, seat, action, setting):
        outcome = split.decide(content, state, seat, action, replace(setting, present=(seat,)))
        return outcome if not isinstance(outcome, Declined) else split.decide(content, state, seat, action, setting)

    lonely = replace(
        split,
        open=lambda content, setting: split.open(content, replace(setting, present=setting.present[:1])),
        decide=alone,
    )
    assert wins_alone(lonely, 6)
