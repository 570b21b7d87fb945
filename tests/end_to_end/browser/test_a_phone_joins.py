"""A young person comes in by the QR code, plays, passes, and asks for help, with a network or without.

Spec: V3 V8 V9 SC16
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import SIX_DIGITS, button, knock, press, reads, says, seat_in

Pages = Callable[[], Page]
MISSION = "trois-a-bord"


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    """A group whose first day is open, with somebody else at the table."""
    table = group("Darse")
    table.seat("Yanis")
    return table.act("open_day", day=1)


@pytest.fixture
def inside(phone: Pages, table: Table) -> Page:
    """A phone in the mission."""
    page = phone()
    knock(page, table.entrance, "Inaya")
    table.admit("Inaya")
    press(page, "Commencer")
    button(page, "Je passe").wait_for()
    return page


def test_from_the_door_to_the_mission_with_a_first_name_and_six_digits(
    phone: Pages, table: Table, look: Looker
) -> None:
    page = phone()
    page.goto(table.entrance)
    says(page, "Le groupe Darse t’attend.")
    expect(page.locator("input")).to_have_count(1)
    look(page, "1-name")
    page.get_by_label("Ton prénom, ou un surnom").fill("Maëlle")
    press(page, "Entrer")
    expect(page.locator("input")).to_have_count(1)
    page.get_by_label("Tes six chiffres").fill(SIX_DIGITS)
    look(page, "2-digits")
    press(page, "Entrer dans le groupe")
    reads(page, "Tu es à la porte.")
    says(page, re.sub(r"(.{4})(.{4})", "\\1\N{NO-BREAK SPACE}\\2", table.code))
    look(page, "3-at-the-door")
    table.admit("Maëlle")
    reads(page, "Trois à bord")
    look(page, "4-today")
    press(page, "Commencer")
    button(page, "J’ai besoin d’aide").wait_for()
    look(page, "5-in-the-mission")


def test_somebody_at_the_door_is_shown_nothing_of_the_game(phone: Pages, table: Table) -> None:
    page = phone()
    knock(page, table.entrance, "Nour")
    expect(page.get_by_text("Trois à bord")).to_have_count(0)
    expect(button(page, "Je passe")).to_have_count(0)


def test_je_passe_hands_on_what_i_held_and_i_come_back_without_a_reproach(
    inside: Page, table: Table, look: Looker
) -> None:
    press(inside, "Je passe")
    reads(inside, "C’est noté.")
    table.until(lambda _: table.status_of("Inaya") == "aside")
    look(inside, "passed")
    press(inside, "Je reviens")
    table.until(lambda _: table.status_of("Inaya") == "here")
    button(inside, "Je passe").wait_for()


def test_help_dials_by_itself_the_adult_on_call_first(inside: Page, table: Table, look: Looker) -> None:
    press(inside, "J’ai besoin d’aide")
    reads(inside, "On est là.")
    calls = inside.locator('a[href^="tel:"], a[href^="sms:"]')
    assert [one.get_attribute("href") for one in calls.all()][:3] == ["tel:0320000000", "tel:112", "sms:114"]
    says(inside, "Appeler Bahia Meziane")
    look(inside, "help")
    press(inside, "Revenir au jeu")
    button(inside, "Je passe").wait_for()


def test_i_am_stuck_brings_the_next_hint_to_the_group(inside: Page, table: Table, look: Looker) -> None:
    press(inside, "J’ai besoin d’aide")
    inside.get_by_role("button", name="Je bloque dans le jeu").click()
    says(inside, "Lisez vos pièces une par une")
    look(inside, "hint")


def test_without_network_two_taps_reach_the_adult_on_call(inside: Page, table: Table, look: Looker) -> None:
    inside.context.set_offline(True)
    says(inside, "Pas de réseau. Tes réponses sont gardées.")
    press(inside, "J’ai besoin d’aide")
    expect(inside.get_by_role("link", name=re.compile("Appeler Bahia Meziane"))).to_have_attribute(
        "href", "tel:0320000000"
    )
    expect(inside.get_by_role("link", name=re.compile("^112"))).to_have_attribute("href", "tel:112")
    look(inside, "help-offline")


def test_je_passe_without_network_is_kept_then_done_once(inside: Page, table: Table, look: Looker) -> None:
    inside.context.set_offline(True)
    says(inside, "Pas de réseau. Tes réponses sont gardées.")
    press(inside, "Je passe")
    says(inside, "C’est noté. Ta vitre passe à quelqu’un d’autre.")
    look(inside, "passed-offline")
    assert table.status_of("Inaya") == "here"
    version = table.console.version
    inside.context.set_offline(False)
    table.until(lambda _: table.status_of("Inaya") == "aside")
    assert table.console.version == version + 1
    reads(inside, "C’est noté.")


def test_reloading_in_the_middle_comes_back_to_the_mission(inside: Page, table: Table) -> None:
    held = inside.locator("section.mine").inner_text()
    inside.reload()
    button(inside, "Je passe").wait_for()
    expect(inside.locator("section.mine")).to_have_text(re.compile(re.escape(held.split("\n")[-1][:40])))
    assert seat_in(inside) == table.seat_of("Inaya")
