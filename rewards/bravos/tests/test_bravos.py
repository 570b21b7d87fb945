"""What somebody saw in somebody: from a fixed list, to that person alone, and nobody ends a day with none.

Spec: K8 K22
"""

import re
from typing import Any

import pytest

from game_server.core import group_commands as c
from game_server.core.ids import SeatId
from game_server.core.messages import Accepted, Actor, Refused, Role
from game_server.core.view import seat_audience, slices
from rewards.bravos.values import TEXTS, WAS_HERE, Give
from tests.conformance.adventure import STAFF, Adventure
from tests.conformance.table import seats

ONE, TWO, THREE, FOUR = seats(4)


@pytest.fixture
def group() -> Adventure:
    return Adventure().begins().plays_day(1)


def gives(group: Adventure, by: SeatId, to: SeatId, bravo: str = "listened") -> Accepted | Refused:
    return group.asks(c.UseReward("bravos", Give(to, bravo)), Actor(Role.PLAYER, by))


def all_slices(group: Adventure) -> dict[tuple[str, str], Any]:
    return {(one.audience, one.name): one.build(group.rules, group.now) for one in slices(group.rules, group.now)}


def as_text(group: Adventure) -> dict[tuple[str, str], str]:
    """Every slice as text; where a word stands in it does not matter."""
    return {place: re.sub(r" at 0x\w+", "", repr(one)) for place, one in all_slices(group).items()}


def mine(group: Adventure, seat: SeatId) -> Any:
    return all_slices(group)[seat_audience(seat), "my_bravos"]


def test_there_are_eight_and_each_says_what_was_seen() -> None:
    assert len(TEXTS) == 8
    assert all(text.startswith("Tu ") for text in TEXTS.values())


def test_a_bravo_is_shown_to_its_receiver_and_to_nobody_else(group: Adventure) -> None:
    before = as_text(group)
    gives(group, ONE, TWO)
    after = as_text(group)
    changed = {place for place in after if after[place] != before[place]}
    assert changed == {(seat_audience(TWO), "my_bravos"), (seat_audience(ONE), "my_bravos")}
    assert mine(group, TWO)["received"] == [
        {"day": 1, "bravo": "listened", "text": TEXTS["listened"], "by": ONE, "character": None}
    ]
    assert mine(group, ONE) == {"received": [], "given_today": [TWO]}


def test_one_a_day_for_each_pair(group: Adventure) -> None:
    gives(group, ONE, TWO)
    assert gives(group, ONE, TWO, "asked") == Refused("bravos.given_today")
    assert not isinstance(gives(group, TWO, ONE), Refused)
    group.asks(c.OpenDay(2))
    assert not isinstance(gives(group, ONE, TWO, "asked"), Refused)


def test_what_cannot_be_given_is_refused(group: Adventure) -> None:
    assert gives(group, ONE, ONE) == Refused("bravos.to_oneself")
    assert gives(group, ONE, TWO, "best") == Refused("bravos.unknown_bravo")
    assert gives(group, ONE, SeatId("nobody")) == Refused("bravos.nobody_there")
    assert gives(Adventure().begins(), ONE, TWO) == Refused("bravos.before_the_first_day")


def test_whoever_came_and_received_none_gets_one_from_a_character_at_the_end_of_the_day(group: Adventure) -> None:
    gives(group, ONE, TWO)
    group.asks(c.EndDay(1))
    assert [one["by"] for one in mine(group, TWO)["received"]] == [ONE]
    for seat in (ONE, THREE, FOUR):
        (given,) = mine(group, seat)["received"]
        assert (given["bravo"], given["by"], given["character"]) == (WAS_HERE, None, "Noé")


def test_whoever_did_not_come_gets_none_from_a_character() -> None:
    group = Adventure().begins()
    group.number = 2
    group.plays_day(1).asks(c.EndDay(1))
    assert [len(mine(group, seat)["received"]) for seat in (ONE, TWO, THREE)] == [1, 1, 0]


def test_a_day_that_is_ended_again_gives_nothing_twice(group: Adventure) -> None:
    group.asks(c.EndDay(1))
    group.asks(c.Undo(group.now.version), STAFF)
    group.asks(c.EndDay(1))
    assert len(mine(group, ONE)["received"]) == 1
