"""The recap tells what was done, never what failed.

Spec: G15
"""

from game_server.core import group_commands as c
from game_server.core.ids import MissionId
from game_server.core.messages import Actor, Role
from tests.conformance.adventure import STAFF, Adventure


def test_an_open_day_is_told_once_all_its_missions_are_done() -> None:
    group = Adventure().begins()
    assert group.shows("recap")["days"] == []
    group.plays_day(1)
    (day,) = group.shows("recap")["days"]
    assert day["day"] == 1
    assert [act["mission"] for act in day["acts"]] == [one.id for one in group.rules.scenario.days[0].missions]
    assert [offer["id"] for offer in day["offers"]] == [one.offer for one in group.rules.scenario.days[0].missions]
    assert day["to_take_up"] == []


def test_a_day_that_ended_early_says_what_can_be_taken_up() -> None:
    group = Adventure().begins()
    group.asks(c.OpenDay(1))
    group.asks(c.EndDay(1))
    (day,) = group.shows("recap")["days"]
    waiting = [one.id for one in group.rules.scenario.days[0].missions if one.steps[0].kind != "appointment"]
    assert [one["mission"] for one in day["to_take_up"]][-len(waiting) :] == waiting


def test_the_path_shows_which_of_the_five_steps_the_offers_touched() -> None:
    group = Adventure().begins().plays_day(1)
    shown = group.shows("recap")
    assert [one["step"] for one in shown["path"]] == [1, 2, 3, 4, 5]
    assert [one["step"] for one in shown["path"] if one["touched"]] == shown["days"][0]["path"]
    group.plays_day(2)
    assert all(one["touched"] for one in group.shows("recap")["path"])


def test_help_that_was_asked_for_is_counted_for_the_group_and_help_that_was_given_is_not() -> None:
    group = Adventure().begins()
    group.asks(c.OpenDay(1))
    mission = group.now.current or MissionId("")
    group.asks(c.AskHint(mission), Actor(Role.PLAYER, "seat-00"))
    group.asks(c.GiveHint(mission), STAFF)
    group.asks(c.EndDay(1))
    assert group.shows("recap")["days"][0]["asked_for_help"] == 1
