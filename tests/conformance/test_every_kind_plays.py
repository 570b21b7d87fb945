"""What every kind keeps, whoever is there: found by its folder, played by its own solver.

Spec: K2 K3 K4 K5 K6 SC2 SC3 SC6
"""

import pytest

from game_server.core.mission_kind import Declined
from tests.conformance.discovery import COLLABORATIVE, CONFIRMED_BY_TWO, EVERY_KIND, KINDS
from tests.conformance.strange import leaves, strange_actions, telling
from tests.conformance.table import SILENCE, Table, seats, seeded

SEEDS = range(12)


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("number", range(1, 13))
def test_a_group_of_any_size_finishes_when_every_phone_plays(name, number):
    table = Table(KINDS[name], seats(number), seed=number).open()
    table.play(table.seats)
    assert table.done


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_table_that_knows_the_story_finishes_too(name):
    table = Table(KINDS[name], seats(8), knows_the_story=True).open()
    table.play(table.seats)
    assert table.done


@pytest.mark.parametrize("name", COLLABORATIVE)
@pytest.mark.parametrize("knows_the_story", [False, True])
@pytest.mark.parametrize("number", range(2, 13))
def test_one_phone_among_silent_others_fails_before_the_silence_limit(name, number, knows_the_story):
    for alone in seats(number):
        table = Table(KINDS[name], seats(number), seed=number, knows_the_story=knows_the_story).open()
        table.play([alone], for_seconds=SILENCE)
        assert not table.done


@pytest.mark.parametrize("name", CONFIRMED_BY_TWO)
@pytest.mark.parametrize("number", range(2, 13))
def test_two_different_people_validate_when_two_are_there(name, number):
    table = Table(KINDS[name], seats(number), seed=number).open()
    table.play(table.seats)
    assert len(table.actors) >= 2


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("number", [2, 5, 12])
def test_the_last_one_present_goes_on_with_a_character(name, number):
    for last in seats(number):
        table = Table(KINDS[name], seats(number), seed=number).open()
        table.play(table.seats[:1], for_seconds=60)
        table.changes_presence([last])
        table.play([last])
        assert table.done


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("seed", SEEDS)
def test_comings_and_goings_never_block_and_every_piece_has_a_holder_present(name, seed):
    random = seeded(seed)
    table = Table(KINDS[name], seats(random.randint(2, 12)), seed=seed).open()
    pieces = set().union(*(telling(table.private(seat)) for seat in table.seats))
    for _ in range(25):
        here = random.sample(table.seats, random.randint(0, len(table.seats)))
        table.changes_presence(here)
        held = set().union(*(telling(table.private(seat)) for seat in here))
        assert not here or table.done or pieces <= held
        table.play(here[: random.randint(0, 2)], for_seconds=12)
    table.changes_presence(random.sample(table.seats, random.randint(1, len(table.seats))))
    table.play(table.present)
    assert table.done


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_step_opened_in_an_empty_room_waits_for_who_comes(name):
    table = Table(KINDS[name], seats(3))
    table.present = []
    table.open()
    table.changes_presence([])
    assert not table.done
    table.changes_presence(table.seats[:2])
    table.play(table.present)
    assert table.done


@pytest.mark.parametrize("name", COLLABORATIVE)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_joker_stops_nobody_else(name, seed):
    random = seeded(seed)
    table = Table(KINDS[name], seats(5), seed=seed).open()
    joker, *others = table.seats
    known = [*leaves(table.shared()), *leaves(table.private(joker))]
    for action in strange_actions(table.kind, known, random, 40):
        table.played += 1
        table.act(joker, action)
    for seat in others:
        move = None if table.done else table.move(seat)
        outcome = move and table.act(seat, move.action)
        assert not isinstance(outcome, Declined), outcome
    table.play(table.seats)
    assert table.done


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("seconds", [0, 10, 45])
def test_a_facilitator_can_close_it_at_any_time(name, seconds):
    table = Table(KINDS[name], seats(6)).open()
    table.play(table.seats, for_seconds=seconds)
    table.close()
    assert table.done
    flags = table.kind.flags(table.content, table.state)
    assert all(isinstance(value, bool) for value in flags.values())
