"""A phone that dies, a cousin's phone, a network that comes and goes, two tabs: one person, at one place, once.

Spec: A7 A8 R10 V7 V8 V9 SC1
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import button, come_back, knock, press, reads, says, seat_in

Pages = Callable[[], Page]
MISSION = "lison-sur-le-ponton"
FIRST, SECOND, THIRD = "S’asseoir à côté, sans parler", "« On t’écoute. »", "« On en a un, si tu veux. »"


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    """A group in a dialogue, with somebody else at the table."""
    table = group("Péniche")
    table.seat("Yanis")
    return table.go_to(2, MISSION)


@pytest.fixture
def inside(phone: Pages, table: Table) -> Page:
    """A phone in the middle of the dialogue, at its second turn."""
    page = phone()
    knock(page, table.entrance, "Inaya")
    table.admit("Inaya")
    press(page, "Commencer")
    choose(page, FIRST)
    shared = table.console.slices["mission"]["shared"]
    choice = next(one["id"] for one in shared["choices"] if one["text"] == FIRST)
    voice = {"type": "dialogue/say", "choice": choice, "turn": shared["turn"]}
    table.house.loop.run(
        table.players[0].phone.submit({"type": "play", "mission": MISSION, "step": 0, "action": voice})
    )
    says(page, "L’eau tape contre le bois.")
    return page


def choose(page: Page, words: str, act: str = "Je dirais ça") -> None:
    """Give one's voice for that answer."""
    page.get_by_text(words, exact=True).click()
    press(page, act)
    expect(page.locator("label.tile").filter(has_text=words)).to_contain_text("Ma voix")


def test_a_cousins_phone_is_at_the_very_place_in_the_middle_of_a_dialogue(
    inside: Page, phone: Pages, table: Table, look: Looker
) -> None:
    choose(inside, SECOND)
    table.until(lambda slices: slices["mission"]["shared"]["voices"] == 1)
    lines = inside.locator("section.panel .lines").inner_text()
    inside.context.close()
    other = phone()
    come_back(other, table.house.origin, table.code, "inaya")
    says(other, "L’eau tape contre le bois.")
    assert other.locator("section.panel .lines").inner_text() == lines
    expect(other.locator("label.tile").filter(has_text=SECOND)).to_contain_text("Ma voix")
    assert seat_in(other) == table.seat_of("Inaya")
    look(other, "same-place")


def test_a_new_device_is_told_to_its_owner_and_to_the_facilitator(
    inside: Page, phone: Pages, desk: Pages, table: Table, look: Looker
) -> None:
    other = phone()
    come_back(other, table.house.origin, table.code, "Inaya")
    says(other, "L’eau tape contre le bois.")
    inside.go_back()
    press(inside, "Ma place")
    says(inside, "Un nouvel appareil a ouvert ta place")
    look(inside, "owner")
    console = desk()
    console.goto(f"{table.house.origin}/console/{table.id}#{table.house.key}")
    console.get_by_role("link", name="Personnes").click()
    says(console, "Un téléphone pas encore connu a ouvert cette place")
    look(console, "facilitator")
    press(console, "C’est vu")
    expect(console.get_by_text("Un téléphone pas encore connu")).to_have_count(0)


def test_what_is_private_asks_for_the_known_phone(inside: Page, phone: Pages, table: Table, look: Looker) -> None:
    other = phone()
    come_back(other, table.house.origin, table.code, "Inaya")
    says(other, "L’eau tape contre le bois.")
    press(other, "Je passe")
    press(other, "Ma place")
    says(other, "Ce téléphone est ouvert par le code seul.")
    expect(button(other, "Faire ma carte")).to_have_count(0)
    look(other, "by-pin")


def test_wrong_digits_open_nothing(phone: Pages, inside: Page, table: Table, look: Looker) -> None:
    page = phone()
    page.goto(table.house.origin)
    press(page, "J’ai déjà une place")
    page.get_by_label("Le code du groupe").fill(table.code)
    page.get_by_label("Ton prénom dans le groupe").fill("Inaya")
    page.get_by_label("Tes six chiffres").fill("000000")
    press(page, "Revenir")
    expect(page.get_by_label("Tes six chiffres")).to_have_attribute("aria-invalid", "true")
    look(page, "refused")


def test_what_is_said_without_network_is_kept_and_counts_once(inside: Page, table: Table, look: Looker) -> None:
    version = table.console.version
    inside.context.set_offline(True)
    says(inside, "Pas de réseau. Tes réponses sont gardées.")
    choose(inside, SECOND)
    look(inside, "kept")
    assert table.console.version == version
    inside.context.set_offline(False)
    says(inside, "C’est envoyé.")
    table.until(lambda slices: slices["mission"]["shared"]["voices"] == 1)
    assert table.console.version == version + 1


def test_a_page_killed_without_network_keeps_what_was_said(inside: Page, table: Table) -> None:
    address, context = inside.url, inside.context
    context.set_offline(True)
    says(inside, "Pas de réseau. Tes réponses sont gardées.")
    choose(inside, SECOND)
    inside.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    table.until(lambda slices: slices["mission"]["shared"]["voices"] == 1)
    expect(again.locator("label.tile").filter(has_text=SECOND)).to_contain_text("Ma voix")


def test_two_tabs_are_one_person(inside: Page, table: Table) -> None:
    other = inside.context.new_page()
    other.goto(inside.url)
    says(other, "L’eau tape contre le bois.")
    choose(inside, SECOND)
    expect(other.locator("label.tile").filter(has_text=SECOND)).to_contain_text("Ma voix")
    choose(other, THIRD, "Changer ma voix")
    table.until(lambda slices: slices["mission"]["shared"]["voices"] == 1)
    assert len(table.console.slices["seats"]["seats"]) == 2
    inside.close()
    assert table.status_of("Inaya") == "here"


def test_the_page_opens_without_network_at_its_place(inside: Page, look: Looker) -> None:
    inside.evaluate("navigator.serviceWorker.ready.then(() => true)")
    kept = "caches.keys().then(async names => (await Promise.all(names.map(async n => (await (await caches.open(n)).keys())"
    inside.wait_for_function(f"{kept}.map(r => r.url)))).flat().some(u => /Place-/.test(u)))")
    inside.context.set_offline(True)
    inside.reload()
    says(inside, "Pas de réseau")
    press(inside, "J’ai besoin d’aide")
    reads(inside, "On est là.")
    expect(inside.get_by_role("link", name=re.compile("Appeler Bahia Meziane"))).to_be_visible()
    look(inside, "help-after-reload")
