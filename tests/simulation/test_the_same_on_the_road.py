"""What simulated people do goes the same way on the road that real actions take.

Spec: R9 K7
"""

from collections.abc import Iterator
from typing import Any

import pytest

from game_server.adapters.memory import MemoryClock, MemoryHub, MemoryJournal, MemoryLive
from game_server.application.codec import Codec
from game_server.application.game import Game
from game_server.application.play import Receipt, Request
from game_server.application.simulation import table
from game_server.application.simulation.simulate import simulate_group
from game_server.core.decide import decide
from game_server.core.group_commands import CreateGroup
from game_server.core.ids import GroupId
from game_server.core.messages import Accepted
from game_server.core.moment import Moment
from tests.conformance.discovery import KINDS, REWARDS
from tests.simulation.adventures import EVERY_KIND_IN_TWO_DAYS

GROUP = GroupId("6f9a1c52-4a7e-4a53-9a53-0d6c6b0f7f11")


class KnownLuck:
    """The luck that the simulation had, in its order."""

    def __init__(self, moments: list[Moment]) -> None:
        self._numbers: Iterator[int] = iter([moment.luck for moment in moments])

    def seed(self) -> int:
        return next(self._numbers)


@pytest.fixture
def asked(monkeypatch) -> list[tuple[Any, ...]]:
    """Every command of one simulated group, with its actor, its moment and whether it was accepted."""
    kept: list[tuple[Any, ...]] = []

    def deciding(rules, state, command, actor, moment):
        outcome = decide(rules, state, command, actor, moment)
        kept.append((command, actor, moment, isinstance(outcome, Accepted)))
        return outcome

    monkeypatch.setattr(table, "decide", deciding)
    simulate_group(EVERY_KIND_IN_TWO_DAYS, 2, 5)
    return kept


async def test_every_command_is_answered_as_in_the_simulation(asked):
    story, journal, live = EVERY_KIND_IN_TWO_DAYS.scenario, MemoryJournal(), MemoryLive(MemoryHub())
    clock, luck = MemoryClock(asked[0][2].at), KnownLuck([one[2] for one in asked])
    library = {(story.pack, story.edition): EVERY_KIND_IN_TWO_DAYS}
    game = Game(journal, live, Codec(KINDS, REWARDS), library, clock, luck)
    await live.start(await journal.epoch())
    for command, actor, moment, accepted in asked:
        clock.move_to(moment.at)
        game.presence.elsewhere(GROUP, moment.present)
        if isinstance(command, CreateGroup):
            answer = await game.play.create(GROUP, command, actor)
        else:
            answer = await game.play.submit(Request(GROUP, actor, command))
        assert isinstance(answer, Receipt) is accepted, command
    awake = await game.groups.awake(GROUP)
    assert [one.status for one in awake.state.missions.values()] == ["done"] * len(story.offers)
