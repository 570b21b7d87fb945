"""Groups of simulated people, in virtual time: what is told of them is true, and comes again.

Spec: R9
"""

from dataclasses import replace
from datetime import time
from json import dumps, loads
from pathlib import Path
from random import Random

import pytest

from game_server.application.bots import Persona
from game_server.application.simulation.people import LARGEST, SMALLEST, draw
from game_server.application.simulation.simulate import simulate, simulate_group
from game_server.application.simulation.watch import is_wrong
from game_server.core.ids import SeatId, WordId
from game_server.core.rules import Rules
from game_server.entrypoints.cli_simulate import simulate as command
from scenarios.compiler import compile_pack
from tests.conformance.discovery import KINDS, REWARDS
from tests.packs.tiny import SHIPPED, change, tiny_pack
from tests.simulation.adventures import EVERY_KIND_IN_TWO_DAYS, people, played

THREE = range(1, 4)


@pytest.fixture(scope="module")
def quay() -> Rules:
    return Rules(compile_pack(SHIPPED, KINDS), KINDS, REWARDS)


def test_the_same_seed_gives_the_same_report(quay):
    assert simulate(quay, THREE, 7) == simulate(quay, THREE, 7)
    assert simulate(quay, THREE, 7).groups != simulate(quay, THREE, 8).groups


def test_one_group_is_played_again_by_its_number_alone(quay):
    assert simulate_group(quay, 3, 7) == simulate(quay, THREE, 7).groups[2]


def test_the_shipped_pack_is_played_to_its_end_by_every_group(quay):
    report = simulate(quay, range(1, 13), 1)
    assert report.failures() == []
    assert [len(group.days) for group in report.groups] == [3] * 12
    assert all(line.minutes > 1 for line in report.lines())


def test_tables_are_six_to_twelve_and_of_every_sort():
    story = EVERY_KIND_IN_TWO_DAYS.scenario
    tables = [draw(story, Random(number)) for number in range(200)]
    assert {len(table) for table in tables} == set(range(SMALLEST, LARGEST + 1))
    assert {person.persona for table in tables for person in table} == set(Persona)
    everyone = [person for table in tables for person in table]
    assert any(p.away for p in everyone)
    assert any(p.joins > 1 for p in everyone)
    assert any(p.goings for p in everyone)


def test_a_step_that_nobody_finds_is_ended_by_the_facilitator_and_counted():
    riddle = replace(KINDS["riddle"], solve=lambda *_: None)
    group = played(people(6), replace(EVERY_KIND_IN_TWO_DAYS, kinds={**KINDS, "riddle": riddle}))
    assert [str(one) for one in group.stuck] == ["m-riddle, étape 1 : plus rien n’avance"]
    assert sum(mission.forces for mission in group.missions.values()) == len(group.stuck)


def test_a_day_that_is_too_short_is_told():
    story = EVERY_KIND_IN_TWO_DAYS.scenario
    short = tuple(replace(day, closes=time(9, 20)) for day in story.days)
    group = played(people(6), Rules(replace(story, days=short), KINDS, REWARDS))
    assert "le jour est trop court" in {one.why for one in group.stuck}


def test_jokers_are_refused_and_weak_readers_take_hints_and_the_fast_do_neither():
    def table(persona: Persona):
        return played([replace(person, persona=persona) for person in people(6)])

    fast, weak, joker = table(Persona.FAST), table(Persona.WEAK_READER), table(Persona.JOKER)
    assert sum(joker.refusals.values()) > sum(fast.refusals.values())
    assert sum(one.hints for one in weak.missions.values()) > sum(one.hints for one in fast.missions.values())
    assert weak.hours > fast.hours


def test_a_wrong_try_is_known_by_what_a_kind_tells():
    wrong = {
        kind.name
        for kind in KINDS.values()
        for event in kind.events.values()
        if event.__name__.endswith("Missed") or {"pause", "worth"} & set(event.__dataclass_fields__)
    }
    assert {"clauses", "negotiate", "place", "relay", "riddle", "room", "split", "station", "together"} <= wrong
    judged = KINDS["riddle"].events["answer_judged"]
    known = [is_wrong(judged(WordId("1"), SeatId("ana"), worth, 0)) for worth in ("right", "near", "wrong")]
    assert known == [False, False, True]


def test_who_is_there_every_day_spends_the_hours_of_the_group_and_who_is_absent_or_late_fewer():
    first, absent, late, *others = (replace(person, persona=Persona.FAST) for person in people(6))
    table = [
        first,
        replace(absent, persona=Persona.ABSENT, away=frozenset({1})),
        replace(late, persona=Persona.LATE, joins=2),
        *others,
    ]
    group = played(table)
    assert group.seconds[first.seat] / 3600 == pytest.approx(group.hours)
    assert group.seconds[absent.seat] == pytest.approx(group.days[1])
    assert 0 < group.seconds[late.seat] < group.days[1]


def test_hours_are_told_by_sort_of_person_and_nobody_is_named(quay):
    report = simulate(quay, range(1, 9), 1)
    assert set(report.hours_by_persona()) == {who for group in report.groups for who in group.personas.values()}
    told = dumps(report.as_plain())
    assert "seat-" not in told
    assert not any(word in told for word in ("rank", "best", "worst"))


def test_a_spread_goes_from_the_least_to_the_most(quay):
    report = simulate(quay, range(1, 9), 1)
    for spread in (report.hours, *report.hours_by_persona().values()):
        assert list(spread) == sorted(spread)


def test_the_file_tells_what_the_table_tells(tmp_path, capsys):
    file = tmp_path / "rapport.json"
    assert command(Path("le_quai_des_possibles"), groups=3, seed=3, json=file) == 0
    told = loads(file.read_text("utf-8"))
    assert (told["pack"], told["seed"], told["groups"], told["failures"]) == ("le_quai_des_possibles", 3, 3, [])
    assert [one["mission"] for one in told["missions"]][-1] == "le-rendez-vous"
    middle = f"{told['hours']['middle']:.1f}".replace(".", ",")
    assert middle in next(line for line in capsys.readouterr().out.splitlines() if "heures de jeu" in line)


def test_the_command_tells_a_table_and_its_status_is_nought_when_all_went_well(capsys):
    assert command(Path("le_quai_des_possibles"), groups=2, seed=3) == 0
    said = capsys.readouterr().out
    assert "heures de jeu" in said
    assert "rien ne s’est bloqué" in said


def test_the_command_names_the_group_to_play_again_and_fails(tmp_path, capsys):
    pack = tiny_pack(tmp_path)
    change(pack, "pack.yaml", 'closes: "16:00"', 'closes: "14:12"')
    change(pack, "missions/01-la-cle.yaml", "minutes: 30", "minutes: 5")
    assert command(pack, groups=2, seed=3) == 1
    said = capsys.readouterr().out
    assert "le jour est trop court" in said
    assert "--seed 3 --only 1" in said


def test_the_command_plays_one_group_alone_when_asked(capsys):
    assert command(Path("le_quai_des_possibles"), only=5) == 0
    assert " : 1 groupe" in capsys.readouterr().out


def test_a_pack_that_is_not_there_is_said(tmp_path, capsys):
    assert command(tmp_path / "rien", groups=2) == 2
    assert "Aucun pack" in capsys.readouterr().out
