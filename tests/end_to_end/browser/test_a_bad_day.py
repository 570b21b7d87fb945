"""Somebody who has never seen the console leads three groups through a bad day, from the list alone, and misses nothing.

Two groups stand still, a photo waits, the VR room is forty minutes late, somebody is missing, and it rains.

Spec: N1 N2 V8 V9 SC7 SC8 SC9 SC11
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.photographs import PHOTO_DAY, PHOTO_MISSION, PHOTO_STEP, TEN_DAYS, goes_on, send_a_photo
from tests.end_to_end.browser.screens import knock, press, reads, says
from tests.end_to_end.browser.steering import NEEDS, Console, gone

Pages = Callable[[], Page]
AUBE, BRISE, CANAL = "Aube", "Brise", "Canal"
STUCK, MISSING, TO_LOOK_AT = "Le groupe est bloqué", "Nour n’est pas là", "Une photo de Lou à regarder"
LATE = timedelta(minutes=40)
NEXT_MISSION = "le-scrutin-d-opale"


@dataclass
class Day:
    """Three groups, the console that leads them, and one real phone."""

    aube: Table
    brise: Table
    canal: Table
    lou: Page
    console: Console

    @property
    def page(self) -> Page:
        return self.console.page

    def needs(self) -> list[tuple[str, str]]:
        """What the server says of these three groups: who, and why."""
        ours = {table.id for table in (self.aube, self.brise, self.canal)}
        told: list[dict[str, Any]] = self.console.house.ask("GET", "/api/needs")
        return [(one["group_name"], one["why"]) for one in told if one["group"] in ours]

    def the_list(self) -> None:
        """Back to « Qui a besoin de moi »."""
        press(self.page, "Revenir")
        reads(self.page, NEEDS)


@pytest.fixture
def canal(house: House) -> Iterator[Table]:
    """A group in the ten days, on the day of the photo."""
    opened = house.group(CANAL, TEN_DAYS)
    opened.seat("Samir", "Maëlle")
    yield opened
    opened.close()


@pytest.fixture
def day(group: Callable[[str], Table], canal: Table, phone: Pages, desk: Pages, house: House) -> Day:
    """Three groups at work; Nour has closed her page and does not come back."""
    aube, brise, lou = group(AUBE), group(BRISE), phone()
    aube.seat("Inaya", "Tiago", "Yanis")
    brise.seat("Malo", "Awa", "Nour")
    knock(lou, canal.entrance, "Lou")
    canal.admit("Lou")
    house.loop.run(brise.players.pop().phone.shut())
    brise.go_to(1, "la-cle-de-firmin")
    house.wait(minutes=1)
    brise.until(lambda slices: brise.seat_of("Nour") not in slices["mission"]["shared"]["clues"]["held"])
    house.wait(minutes=10)
    aube.act("open_day", day=1)
    canal.go_to(PHOTO_DAY, PHOTO_MISSION, PHOTO_STEP)
    goes_on(lou)
    return Day(aube, brise, canal, lou, Console(desk(), house).by_key())


def test_three_groups_through_a_bad_day_and_nothing_is_missed(day: Day, house: House, look: Looker) -> None:
    send_a_photo(day.lou)
    house.wait(minutes=6)
    _the_list_says_who_and_why(day, look)
    _a_hint_for_each_group_that_stands_still(day, look)
    _the_photo_is_looked_at(day, look)
    _who_is_missing_is_excused(day, look)
    _the_room_is_late(day, look)
    _it_rains_on_one_person(day, look)
    _nothing_was_missed(day, look)


def _the_list_says_who_and_why(day: Day, look: Looker) -> None:
    """The groups that are held up stand above what can wait; the longest wait comes first."""
    for words, name in ((STUCK, AUBE), (STUCK, BRISE), (TO_LOOK_AT, CANAL), (MISSING, BRISE)):
        day.console.row(words, name).wait_for()
    rows = day.console.rows_of(AUBE, BRISE, CANAL)
    assert rows[:2] == [STUCK, STUCK]
    assert sorted(rows[2:]) == sorted([MISSING, TO_LOOK_AT])
    first = day.page.get_by_role("list", name=NEEDS, exact=True).get_by_role("listitem").filter(has_text=STUCK).first
    expect(first).to_contain_text(BRISE)
    look(day.page, "1-who-needs-me")


def _a_hint_for_each_group_that_stands_still(day: Day, look: Looker) -> None:
    for table, name in ((day.brise, BRISE), (day.aube, AUBE)):
        row = day.console.row(STUCK, name)
        expect(row.locator(".act")).to_contain_text("Donner un indice")
        day.console.propose(row)
        gone(row)
        assert len(table.until(lambda slices: slices["mission"]["hints"]).console.slices["mission"]["hints"]) == 1
    day.console.hesitates()
    look(day.page, "2-hints-given")
    day.console.undo()
    day.aube.until(lambda slices: not slices["mission"]["hints"])
    day.console.section(day.aube, "Missions")
    day.console.gesture("Idriss donne l’indice 1")
    day.aube.until(lambda slices: slices["mission"]["hints"])
    day.the_list()


def _the_photo_is_looked_at(day: Day, look: Looker) -> None:
    row = day.console.row(TO_LOOK_AT, CANAL)
    day.console.propose(row)
    expect(day.page.get_by_role("complementary").get_by_role("img")).to_be_visible()
    look(day.page, "3-the-photo")
    day.console.gesture("C’est bon, l’effacer")
    gone(row)
    press(day.page, "Revenir")


def _who_is_missing_is_excused(day: Day, look: Looker) -> None:
    day.console.propose(day.console.row(MISSING, BRISE))
    says(day.page, "Nour")
    look(day.page, "4-who-is-missing")
    day.console.more("Excuser quelqu’un")
    day.console.confirm("Excuser", "Sa mère a appelé.")
    day.brise.until(lambda _: day.brise.status_of("Nour") == "left")
    day.console.undo()
    day.brise.until(lambda _: day.brise.status_of("Nour") == "here")
    day.console.more("Excuser quelqu’un")
    day.console.confirm("Excuser", "Sa mère a appelé.")
    day.brise.until(lambda _: day.brise.status_of("Nour") == "left")
    day.the_list()
    gone(day.console.row(MISSING, BRISE))


def _the_room_is_late(day: Day, look: Looker) -> None:
    """Somebody calls: the VR room is late. One gesture moves what follows."""
    before = _planned(day.canal)
    press(day.page, "Calendrier")
    day.page.get_by_role("button", name=f"{CANAL}, J{PHOTO_DAY}").click()
    look(day.page, "5-the-calendar")
    press(day.page, "+ 40 min")
    day.canal.until(lambda _: _planned(day.canal) == before + LATE)
    day.console.undo()
    day.canal.until(lambda _: _planned(day.canal) == before)
    press(day.page, "+ 40 min")
    day.canal.until(lambda _: _planned(day.canal) == before + LATE)
    day.the_list()


def _planned(table: Table) -> datetime:
    slots = [slot for one in table.console.slices["calendar"]["days"] for slot in one["slots"]]
    return next(datetime.fromisoformat(slot["at"]) for slot in slots if slot["mission"] == NEXT_MISSION)


def _it_rains_on_one_person(day: Day, look: Looker) -> None:
    day.console.section(day.canal, "Missions")
    day.console.gesture("Plan B")
    day.page.locator("form").get_by_text("Lou", exact=True).click()
    look(day.page, "6-plan-b")
    day.console.confirm("Passer au plan B", "Il pleut, et son fauteuil craint l’eau.")
    says(day.lou, "On joue cette mission ici.")
    look(day.lou, "6-plan-b-phone")
    assert day.canal.console.slices["mission"]["plan_b"] is None
    assert all("On joue" not in str(player.phone.slices) for player in day.canal.players)
    day.the_list()


def _nothing_was_missed(day: Day, look: Looker) -> None:
    """Each need was met, each group has gone on, and each page tells what the journal tells."""
    look(day.page, "7-all-is-well")
    assert day.console.rows_of(AUBE, BRISE, CANAL) == []
    assert day.needs() == []
    for table in (day.aube, day.brise, day.canal):
        table.play_until(lambda slices: slices["eclats"]["count"] >= 1)
    for table in (day.aube, day.brise):
        day.console.tells_the_truth(table)
    assert day.needs() == []
