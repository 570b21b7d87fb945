"""The calendar and the time machine, by the console's page: a late room, a day moved, a moment returned to, each undone.

Spec: V8 V9 SC8 N4
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import press, says
from tests.end_to_end.browser.steering import Console

Pages = Callable[[], Page]
FIRST, SECOND = "trois-a-bord", "la-cle-de-firmin"
LATE = timedelta(minutes=40)
DAYS = 3
SETTLE_MS = 300


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    """A group of two, its first day open."""
    table = group("Estacade")
    table.seat("Inaya", "Tiago")
    return table.act("open_day", day=1).until(lambda slices: slices["mission"])


@pytest.fixture
def console(desk: Pages, house: House, table: Table) -> Console:
    """The list, on a laptop."""
    return Console(desk(), house).by_key()


def hours(table: Table, day: int = 1) -> dict[str, datetime]:
    """When each mission of a day is planned."""
    slots = _day(table, day)["slots"]
    return {one["mission"]: datetime.fromisoformat(one["at"]) for one in slots}


def dates(table: Table) -> list[datetime]:
    """The dates of the days."""
    return [datetime.fromisoformat(one["on"]) for one in table.console.slices["calendar"]["days"]]


def _day(table: Table, number: int) -> dict[str, Any]:
    days = table.console.slices["calendar"]["days"]
    return next(one for one in days if one["number"] == number)


def test_a_room_forty_minutes_late_moves_what_follows_and_comes_back(
    console: Console, table: Table, look: Looker
) -> None:
    planned, closes = hours(table, 2), _day(table, 2)["closes"]
    console.section(table, "Jours")
    console.page.get_by_role("button", name="J2").click()
    look(console.page, "the-day")
    console.page.get_by_label("Pourquoi, en quelques mots").fill("La salle se libère plus tard.")
    press(console.page, "+ 40 min")
    console.did(table, "shift_slots")
    assert hours(table, 2) == {mission: at + LATE for mission, at in planned.items()}
    assert (closes, _day(table, 2)["closes"]) == ("16:30:00", "17:10:00")
    console.hesitates()
    look(console.page, "moved")
    console.takes_back(table, "shift_slots")
    assert (hours(table, 2), _day(table, 2)["closes"]) == (planned, closes)


def test_what_the_phones_expect_next_moves_with_the_room(console: Console, table: Table) -> None:
    phone = table.players[0].phone
    planned = hours(table)
    console.section(table, "Jours")
    console.page.get_by_role("button", name="J1").click()
    press(console.page, "+ 40 min")
    console.did(table, "shift_slots")
    late = (planned[SECOND] + LATE).timestamp()
    table.house.loop.run(phone.until(lambda: _next(phone.slices) == late))
    console.takes_back(table, "shift_slots")
    table.house.loop.run(phone.until(lambda: _next(phone.slices) == planned[SECOND].timestamp()))


def _next(slices: dict[str, Any]) -> float:
    expected = slices["ahead"]["next"]
    return datetime.fromisoformat(expected["at"]).timestamp() if expected else 0


def test_a_day_and_those_after_it_move_by_one_day_and_come_back(console: Console, table: Table, look: Looker) -> None:
    planned = dates(table)
    press(console.page, "Calendrier")
    console.page.get_by_role("button", name="Estacade, J2").click()
    press(console.page, "Un jour plus tard")
    console.did(table, "shift_calendar")
    assert dates(table) == [planned[0], *(on + timedelta(days=1) for on in planned[1:])]
    console.hesitates()
    look(console.page, "all-groups")
    console.takes_back(table, "shift_calendar")
    assert dates(table) == planned
    assert len(planned) == DAYS


def test_a_group_returns_to_a_moment_and_that_is_undone(console: Console, table: Table, look: Looker) -> None:
    table.act("skip_mission", mission=FIRST, reason="Une erreur.")
    table.until(lambda slices: slices["desk"]["current"] != FIRST)
    passed = table.console.slices["desk"]["current"]
    console.section(table, "Gestes", "Revoir le jeu")
    then = console.page.get_by_label("La page du groupe à ce moment")
    while "Trois à bord" not in then.inner_text():
        press(console.page, "Moment d’avant")
        console.page.wait_for_timeout(SETTLE_MS)
    look(console.page, "the-past")
    press(console.page, "Revenir à ce moment")
    console.confirm("Revenir à ce moment", "La mission était passée par erreur.")
    console.did(table, "return_to")
    assert table.console.slices["desk"]["current"] == FIRST
    console.takes_back(table, "return_to")
    assert table.console.slices["desk"]["current"] == passed
    says(console.page, "C’est annulé")
