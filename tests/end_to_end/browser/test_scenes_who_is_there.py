"""Fewer come than were expected, somebody leaves, somebody does not come back: nothing waits for them.

Spec: V8 V9 SC2 SC3
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import knock, press, reads, says

Pages = Callable[[], Page]
MISSION = "trois-a-bord"
RIGHT = "Deux semaines, pour découvrir. Idriss la suit."
PIECES = 12


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    return group("Hune")


@pytest.fixture
def lou(phone: Pages, table: Table) -> Page:
    """A phone at the door of the group, let in by name."""
    page = phone()
    knock(page, table.entrance, "Lou")
    table.admit("Lou")
    return page


def mine(page: Page, count: int) -> None:
    """Wait until so many pieces lie on this phone."""
    expect(page.locator("section.mine p:not(.label)")).to_have_count(count, timeout=20_000)


def held(slices: dict[str, Any]) -> list[int]:
    """How many pieces each of those who hold any has."""
    return [one["pieces"] for one in slices["mission"]["shared"]["pieces"]["held"].values()]


def leaves(table: Table, player: int, house: House) -> None:
    """A page is closed without a word, and stays closed for a minute."""
    house.loop.run(table.players[player].phone.shut())
    house.wait(minutes=1)


def test_eight_are_expected_five_come_one_leaves_and_the_others_win(
    lou: Page, house: House, table: Table, look: Looker
) -> None:
    table.seat("Inaya", "Malo", "Awa", "Yanis")
    table.act("open_day", day=1)
    press(lou, "Commencer")
    expect(lou.locator("section.mine p:not(.label)").first).to_be_visible()
    look(lou, "1-five")
    house.wait(minutes=19)
    leaves(table, 3, house)
    table.until(lambda slices: held(slices) == [PIECES // 4] * 4)
    mine(lou, PIECES // 4)
    look(lou, "2-four")
    for _ in range(PIECES // 4):
        press(lou, "Je l’ai lue")
    del table.players[3]
    table.play_until(lambda slices: slices["eclats"]["count"] == 1)
    says(lou, "Confirmé à deux.")
    look(lou, "3-won")
    assert "Yanis" not in lou.locator("main").inner_text()


def test_what_somebody_held_who_does_not_come_back_is_taken_and_a_character_answers(
    lou: Page, house: House, table: Table, look: Looker
) -> None:
    table.seat("Malo")
    table.act("open_day", day=1)
    press(lou, "Commencer")
    mine(lou, PIECES // 2)
    leaves(table, 0, house)
    mine(lou, PIECES)
    look(lou, "1-all-mine")
    for read in range(1, PIECES + 1):
        press(lou, "Je l’ai lue")
        if read < PIECES:
            expect(lou.locator("section.mine").get_by_text("· lue")).to_have_count(read)
    reads(lou, "Quelle fiche Lison peut-elle signer")
    lou.get_by_text(RIGHT, exact=True).click()
    press(lou, "Proposer ce choix")
    says(lou, "Trois signatures en bas de la page.")
    look(lou, "2-with-a-character")
    table.until(lambda slices: slices["eclats"]["count"] == 1)
    assert "Malo" not in lou.locator("main").inner_text()
