"""Hours run for those who are here, from the opening of a day to its end.

Spec: G18
"""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from game_server.application.attendance import Attendance
from game_server.application.play import Request
from game_server.application.presence import GRACE
from game_server.core import group_commands as c
from game_server.core.ids import SeatId
from tests.application.process import GROUP, processes
from tests.core.small_game import CREATE, STAFF, SYSTEM

SEAT = SeatId(str(uuid4()))


class Ledger:
    """Hours as they are noted, one line each."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, int | None]] = []

    async def arrived(self, structure: UUID, group: UUID, seat: UUID, *, day: int, at: object) -> None:
        self.lines.append(("in", day))

    async def left(self, structure: UUID, seat: UUID, at: object) -> None:
        self.lines.append(("out", None))


@pytest.fixture
async def house():
    async with processes(1) as ((game,), clock, _):
        ledger = Ledger()
        attendance = Attendance(game.play, game.groups, game.door, game.presence, game.live, ledger, clock)
        await game.play.create(GROUP, CREATE, STAFF)
        await game.play.submit(Request(GROUP, SYSTEM, c.AskSeat(SEAT, "Ana", 1)))
        await game.play.submit(Request(GROUP, STAFF, c.AdmitSeat(SEAT)))
        await attendance.opened(uuid4(), GROUP, SEAT)
        yield game, attendance, ledger, clock


async def test_somebody_who_was_here_before_the_day_opened_is_noted_when_it_opens(house) -> None:
    game, attendance, ledger, _ = house
    assert ledger.lines == []
    await game.play.submit(Request(GROUP, STAFF, c.OpenDay(1)))
    await attendance.look(GROUP)
    assert ledger.lines == [("in", 1)]


async def test_the_end_of_the_day_ends_the_stay_of_those_who_are_still_here(house) -> None:
    game, attendance, ledger, _ = house
    for command in (c.OpenDay(1), c.EndDay(1)):
        await game.play.submit(Request(GROUP, STAFF, command))
        await attendance.look(GROUP)
    assert ledger.lines == [("in", 1), ("out", None)]


async def test_the_next_day_is_another_stay(house) -> None:
    game, attendance, ledger, _ = house
    for command in (c.OpenDay(1), c.OpenDay(2)):
        await game.play.submit(Request(GROUP, STAFF, command))
        await attendance.look(GROUP)
    assert ledger.lines == [("in", 1), ("out", None), ("in", 2)]


async def test_a_closed_page_leaves_after_the_grace_and_not_before(house) -> None:
    game, attendance, ledger, clock = house
    await game.play.submit(Request(GROUP, STAFF, c.OpenDay(1)))
    await attendance.look(GROUP)
    attendance.closed(GROUP, SEAT)
    clock.move(GRACE - timedelta(seconds=1))
    await attendance.look_around()
    assert ledger.lines == [("in", 1)]
    clock.move(timedelta(seconds=2))
    await attendance.look_around()
    assert ledger.lines == [("in", 1), ("out", None)]
