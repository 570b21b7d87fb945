"""Over a whole adventure with every kind, a slice that changed always has a part that changed.

Spec: R6
"""

import pytest

from game_server.application.simulation import table
from game_server.core.evolve import evolve
from game_server.core.messages import Commit
from game_server.core.rules import Rules
from game_server.core.state import GroupState
from tests.core.same_slices import forgotten
from tests.simulation.adventures import people, played


def test_every_change_of_a_slice_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    left_behind: set[str] = set()

    def watched(rules: Rules, before: GroupState | None, commit: Commit) -> GroupState:
        after = evolve(rules, before, commit)
        left_behind.update(forgotten(rules, before, after))
        return after

    monkeypatch.setattr(table, "evolve", watched)
    played(people(4))
    assert left_behind == set()
