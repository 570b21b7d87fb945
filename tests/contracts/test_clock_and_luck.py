"""What every clock and every luck promises.

Spec: S1
"""

from datetime import UTC, timedelta

import pytest

from game_server.adapters.memory import MemoryClock
from game_server.adapters.system.clock_and_luck import SystemClock, SystemLuck
from game_server.application.ports import Clock
from tests.contracts.samples import NOON


@pytest.mark.parametrize("clock", [SystemClock(), MemoryClock(NOON)], ids=["system", "memory"])
def test_a_clock_tells_aware_instants_in_utc_that_never_go_back(clock: Clock):
    first, second = clock.now(), clock.now()
    assert first.tzinfo is UTC
    assert first <= second


def test_the_clock_in_memory_moves_only_when_told_and_only_forward():
    clock = MemoryClock(NOON)
    assert clock.now() == NOON
    assert clock.move(timedelta(days=1)) == clock.now() == NOON + timedelta(days=1)
    with pytest.raises(ValueError, match="back"):
        clock.move_to(NOON)


def test_luck_fits_the_column_that_keeps_it_and_does_not_repeat_itself():
    seeds = {SystemLuck().seed() for _ in range(100)}
    assert len(seeds) == 100
    assert all(0 <= seed < 2**63 for seed in seeds)
    assert len(SystemLuck().token(16)) == 32
