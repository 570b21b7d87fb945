"""A seat admitted while a step is open has something to do at once, in every kind.

Spec: G6 K5
"""

from dataclasses import replace
from itertools import cycle, islice

import pytest

from game_server.core import group_commands as c
from game_server.core.decisions.setting import open_step
from game_server.core.ids import SeatId
from game_server.core.rules import Rules
from tests.conformance.adventure import SYSTEM, Adventure, scenario
from tests.conformance.discovery import EVERY_KIND, KINDS, REWARDS
from tests.conformance.table import seats

MANY = 300


def table_of(kind: str, number: int) -> Adventure:
    """A group in the one step of that kind."""
    story = scenario(1)
    (day,) = story.days
    missions = tuple(one for one in day.missions if one.steps[0].kind == kind)
    rules = Rules(replace(story, days=(replace(day, missions=missions),)), KINDS, REWARDS)
    group = Adventure(number, rules).begins()
    group.asks(c.OpenDay(1))
    return group


def admits_one_more(group: Adventure) -> SeatId:
    group.number += 1
    new = seats(group.number)[-1]
    group.asks(c.AskSeat(new, "Zoé", 4), SYSTEM)
    group.asks(c.AdmitSeat(new))
    return new


def has_something_to_do(group: Adventure, seat: SeatId) -> bool:
    step = open_step(group.rules, group.now)
    assert step is not None, "the step ended without the one who had just come"
    content, inner = step.step.content, step.inner
    known = {**step.kind.shared(content, inner), **step.kind.staff(content, inner)}
    return step.kind.solve(known, step.kind.private(content, inner, seat), seat) is not None


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_who_is_admitted_in_the_middle_has_a_role_in_the_same_commit(kind, number):
    group = table_of(kind, number)
    assert has_something_to_do(group, admits_one_more(group))


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_twelfth_who_finds_nothing_left_to_hold_answers_or_confirms_what_the_others_do(kind):
    group = table_of(kind, 11)
    new = admits_one_more(group)
    for seat in islice(cycle(seats(11)), MANY):
        if has_something_to_do(group, new):
            return
        group._moves(seat, open_step(group.rules, group.now))
    raise AssertionError(kind)
