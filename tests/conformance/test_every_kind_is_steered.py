"""What a facilitator's hand may do to any kind: put its timers off, and deal its pieces again.

Spec: K4 K5 SC2 K45
"""

from itertools import chain
from typing import Any

import pytest

from game_server.core.mission_kind import KindValue
from tests.conformance.discovery import EVERY_KIND, KINDS
from tests.conformance.table import Table, seats

WITH_PIECES = ("clauses", "negotiate", "place", "relay", "riddle", "room", "split", "together", "witness")
NUMBERS = (2, 3, 5, 12)


def timers(table: Table) -> dict[str, float]:
    return {due.name: due.played for due in table.kind.dues(table.content, table.state)}


def waiting(name: str, number: int = 4) -> Table:
    """A step in which something will happen by itself, or one played to its end in which nothing ever does."""
    table = Table(KINDS[name], seats(number)).open()
    for seconds in range(5, 300, 5):
        for phones in (1, number):
            if timers(table):
                return table
            table = Table(KINDS[name], seats(number)).open()
            table.play(table.seats[:phones], for_seconds=seconds)
    return table


def adjusted(table: Table, events: object) -> None:
    """As the core does: the events are told, and count as no progress."""
    assert isinstance(events, tuple | list)
    for event in events:
        assert isinstance(event, KindValue)
        assert type(event) in table.kind.events.values()
        table.state = table.kind.evolve(table.content, table.state, event)


@pytest.mark.parametrize("name", EVERY_KIND)
def test_every_timer_can_be_extended_and_taken_back(name):
    table = waiting(name)
    before, state = timers(table), table.state
    adjusted(table, table.kind.more_time(table.content, table.state, 600.0))
    assert timers(table) == {timer: played + 600 for timer, played in before.items()}
    adjusted(table, table.kind.more_time(table.content, table.state, -600.0))
    assert table.state == state


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_timer_that_was_put_off_falls_due_at_its_new_time_only(name):
    table = waiting(name)
    before = timers(table)
    adjusted(table, table.kind.more_time(table.content, table.state, 600.0))
    for timer, played in before.items():
        table.played = played + 599
        assert not table.kind.fall_due(table.content, table.state, timer, table.setting())
        table.played = played + 600
        assert table.kind.fall_due(table.content, table.state, timer, table.setting())


def test_those_that_wait_by_themselves_are_these():
    assert [name for name in EVERY_KIND if timers(waiting(name))] == ["room", "together", "vote", "witness"]


def holdings(table: Table) -> dict[Any, Any]:
    """What each seat holds: pieces, or somebody to tell of."""
    state = table.state
    held = getattr(state, "hands", None)
    return dict(getattr(state, "about", {}) if held is None else held)


@pytest.mark.parametrize("name", WITH_PIECES)
@pytest.mark.parametrize("number", NUMBERS)
def test_pieces_dealt_again_go_to_others_and_the_group_finishes(name, number):
    table = Table(KINDS[name], seats(number), seed=number).open()
    before = holdings(table)
    told = table.kind.redeal(table.content, table.state, table.setting())
    assert told or number == 2
    adjusted(table, told)
    after = holdings(table)
    if number > 2 and name != "room":
        assert not [seat for seat in before if before[seat] == after.get(seat)]
    if name not in ("witness", "room"):
        assert sorted(chain(*before.values())) == sorted(chain(*after.values()))
    table.changes_presence(table.seats)
    assert holdings(table) == after
    table.play(table.seats)
    assert table.done


@pytest.mark.parametrize("name", EVERY_KIND)
def test_nothing_is_dealt_again_to_one_person_alone_or_without_pieces(name):
    table = Table(KINDS[name], seats(1 if name in WITH_PIECES else 5)).open()
    assert not table.kind.redeal(table.content, table.state, table.setting())
