"""What belongs to a person, once the adventure is over.

Spec: G14 K8
"""

from typing import Any

import pytest

from game_server.core import group_commands as c
from game_server.core.ids import SeatId
from game_server.core.messages import Actor, Role
from rewards.keepsake import RULE, Keepsake
from tests.conformance.adventure import Adventure
from tests.conformance.discovery import REWARDS
from tests.conformance.table import seats

ONE, _TWO, _THREE, LAST = seats(4)


@pytest.fixture
def over() -> Adventure:
    """Four people on day 1, three on day 2, and a bravo."""
    group: Adventure = Adventure().begins().plays_day(1)
    give: Any = next(rule for rule in REWARDS if rule.name == "bravos").actions["give"]
    group.asks(c.UseReward("bravos", give(LAST, "asked")), Actor(Role.PLAYER, ONE))
    group.asks(c.EndDay(1))
    group.number = 3
    group.plays_day(2).asks(c.EndDay(2))
    return group


def keepsake(group: Adventure, seat: SeatId) -> Any:
    assert RULE.mine is not None
    return RULE.mine(group.rules.scenario, group.now, Keepsake(), seat)


def test_there_is_none_before_the_last_day_is_over() -> None:
    group = Adventure().begins().plays_day(1).plays_day(2)
    assert keepsake(group, ONE) is None
    assert group.shows("keepsake") == {"ready": False}


def test_it_holds_my_days_and_the_acts_i_took_part_in(over: Adventure) -> None:
    first, second = ([mission.id for mission in day.missions] for day in over.rules.scenario.days)
    mine, absent = keepsake(over, ONE), keepsake(over, LAST)
    assert (mine["days"], [one["mission"] for one in mine["acts"]]) == ([1, 2], [*first, *second])
    assert (absent["days"], [one["mission"] for one in absent["acts"]]) == ([1], first)


def test_every_offer_is_everyones(over: Adventure) -> None:
    offers = [one["id"] for one in keepsake(over, LAST)["offers"]]
    assert offers == [one["id"] for one in keepsake(over, ONE)["offers"]]
    assert set(offers) == set(over.rules.scenario.offers)


def test_the_bravos_i_received_are_in_it(over: Adventure) -> None:
    assert keepsake(over, LAST)["from_rules"] == {
        "bravos": [{"day": 1, "text": "Tu as posé la question qu’il fallait."}]
    }


def test_it_speaks_of_nobody_else(over: Adventure) -> None:
    assert [seat for seat in seats(4) if seat in str(keepsake(over, LAST))] == []
