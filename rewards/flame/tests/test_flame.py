"""A light that days add to and nothing takes from.

Spec: K22
"""

from dataclasses import replace

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core.ids import MissionId, SeatId
from game_server.core.messages import Actor, Role
from game_server.core.state import DayStatus, GroupState
from rewards.flame import RESERVES, RULE, DayLit, Flame, ReserveUsed
from tests.conformance.adventure import Adventure, scenario

STORY, GROUP = scenario(), Adventure().begins().now


def on(day: int, status: DayStatus = DayStatus.OPEN) -> GroupState:
    return replace(GROUP, day=day, day_status=status)


def ends_alone(kept: Flame, *days: int) -> Flame:
    for day in days:
        for event in RULE.react(STORY, on(day, DayStatus.ENDED), kept, e.DayEnded(day)):
            kept = RULE.evolve(kept, event)
    return kept


def test_the_first_gesture_of_a_day_lights_it() -> None:
    assert RULE.react(STORY, on(1), Flame(), e.TookPart(SeatId("ana"), MissionId("m"))) == (DayLit(1),)
    assert RULE.react(STORY, on(1), Flame((1,)), e.MissionDone(MissionId("m"))) == ()


def test_one_person_who_only_came_lights_the_day() -> None:
    assert RULE.react(STORY, on(1), Flame(), e.DayEnded(1, (SeatId("ana"),))) == (DayLit(1),)


def test_a_day_without_anybody_uses_a_reserve_and_says_nothing_of_anyone() -> None:
    kept = ends_alone(Flame((1, 2)), 3)
    shown = RULE.show(STORY, on(3, DayStatus.ENDED), kept)
    assert (shown["days_lit"], shown["reserves"]) == (2, RESERVES - 1)
    assert "réserve" in shown["words"]


def test_it_never_goes_back_when_the_reserves_are_used() -> None:
    kept = ends_alone(Flame((1, 2)), 3, 4, 5, 6)
    shown = RULE.show(STORY, on(6, DayStatus.ENDED), kept)
    assert (shown["days_lit"], shown["reserves"]) == (2, 0)
    assert "Rien n’est perdu" in shown["words"]
    again = RULE.evolve(kept, DayLit(7))
    assert RULE.show(STORY, on(7), again)["days_lit"] == 3


def test_a_day_that_is_lit_after_all_gives_its_reserve_back() -> None:
    assert RULE.evolve(RULE.evolve(Flame(), ReserveUsed(1)), DayLit(1)) == Flame((1,))


def test_a_played_day_is_lit_and_a_day_nobody_came_to_is_kept() -> None:
    group = Adventure().begins().plays_day(1)
    assert group.shows("flame")["days_lit"] == 1
    group.number = 0
    for command in (c.EndDay(1), c.OpenDay(2), c.EndDay(2)):
        group.asks(command, Actor(Role.STAFF, "facilitator"))
    assert group.shows("flame") | {"words": ""} == {"days_lit": 1, "reserves": RESERVES - 1, "words": ""}
