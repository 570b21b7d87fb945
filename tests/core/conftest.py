"""Tables that the tests of the core begin from."""

import pytest

from game_server.core import group_commands as c
from game_server.core.ids import SeatId
from tests.core.small_game import CREATE, STAFF, SYSTEM, Table

SEATS = tuple(SeatId(name) for name in ("ana", "bilal", "chloe"))


@pytest.fixture
def created() -> Table:
    """A group nobody has joined."""
    return Table().when(STAFF, CREATE)


@pytest.fixture
def table(created: Table) -> Table:
    """Three people admitted and present, day 1 not open yet."""
    for seat in SEATS:
        created.when(SYSTEM, c.AskSeat(seat, seat.title(), 1)).when(STAFF, c.AdmitSeat(seat))
    created.present = SEATS
    return created


@pytest.fixture
def playing(table: Table) -> Table:
    """The same three in the first step of the first mission."""
    return table.when(STAFF, c.OpenDay(1))
