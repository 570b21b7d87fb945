"""Answers as people type them: spellings, jokes, and nothing at all.

Spec: V8 V9 SC5 SC6 SC7
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import button, knock, press, reads, says
from tests.end_to_end.browser.steering import Console, gone

Pages = Callable[[], Page]
RIDDLE, SPLIT = "la-cle-de-firmin", "trois-a-bord"
SPELLINGS = ("amarre", "Amarre !", "l’AMARRE", "les amarres")
JOKES = ("pizza", "le prof", "Batman", "mon chat")
NAMES = ("Lou", "Malo", "Awa", "Sacha")


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    return group("Itague")


@pytest.fixture
def phones(phone: Pages, table: Table) -> list[Page]:
    """Four phones before the same riddle."""
    pages = [phone() for _ in NAMES]
    for page, name in zip(pages, NAMES, strict=True):
        knock(page, table.entrance, name)
        table.admit(name)
    table.go_to(1, RIDDLE)
    for page in pages:
        press(page, "Commencer")
        page.get_by_label("La réponse du groupe").wait_for()
    return pages


def answer(page: Page, text: str) -> None:
    """Type an answer and send it."""
    page.get_by_label("La réponse du groupe").fill(text)
    press(page, "Envoyer")


def were_tried(count: int, slices: dict[str, Any]) -> bool:
    """Whether the console reads so many tries."""
    return len(slices["desk"]["step"]["attempts"]) == count


def test_four_spellings_typed_on_four_phones_are_all_right(phones: list[Page], table: Table, look: Looker) -> None:
    for page, text in zip(phones, SPELLINGS, strict=True):
        page.context.set_offline(True)
        says(page, "Pas de réseau. Tes réponses sont gardées.")
        answer(page, text)
    for page in phones:
        page.context.set_offline(False)
    for page in phones:
        says(page, "Confirmé à deux.")
        expect(page.get_by_text("Pas encore")).to_have_count(0)
    look(phones[3], "right")
    assert table.console.slices["eclats"]["count"] == 1


def test_jokes_pause_who_types_them_and_the_group_plays_on(phones: list[Page], table: Table, look: Looker) -> None:
    joker, second, third, _ = phones
    for count, text in enumerate(JOKES, 1):
        answer(joker, text)
        table.until(partial(were_tried, count))
    says(joker, "Souffle un instant. Le groupe continue.")
    look(joker, "1-the-joker")
    expect(second.get_by_text("Souffle un instant.")).to_have_count(0)
    assert JOKES[0] not in second.locator("main").inner_text()
    answer(second, "amarre")
    press(third, "Je confirme")
    for page in phones:
        says(page, "Confirmé à deux.")
    look(joker, "2-the-joker-wins-too")


def test_nobody_asks_for_minutes_help_is_offered_and_the_console_says_so(
    phone: Pages, desk: Pages, house: House, table: Table, look: Looker
) -> None:
    house.execute("DELETE FROM mission_pace")  # no group has played before: three minutes, then five
    page, console = phone(), Console(desk(), house).by_key()
    knock(page, table.entrance, "Lou")
    table.admit("Lou")
    table.go_to(1, SPLIT)
    press(page, "Commencer")
    house.wait(minutes=4)
    says(page, "Un indice ?")
    look(page, "1-offered")
    row = console.row("Le groupe avance peu", "Itague")
    row.wait_for()
    look(console.page, "2-the-list")
    press(page, "Oui, montre-le")
    says(page, "Idriss vous souffle")
    look(page, "3-the-hint")
    gone(row)
    house.wait(minutes=6)
    console.row("Le groupe est bloqué", "Itague").wait_for()
    console.propose(console.row("Le groupe est bloqué", "Itague"))
    says(page, "Mado vous souffle")
    gone(console.row("Le groupe est bloqué", "Itague"))
    console.did(table, "give_hint")
    button(page, "Je passe").wait_for()
    reads(page, "La fiche en morceaux")
