"""A young person's own side of the ten days: coming late, passing, what is kept, what is said to others, words of distress.

Spec: SC4 SC15
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import button, knock, press, reads, says

Pages = Callable[[], Page]
SATURDAY = 5
ANSWER = "La réponse du groupe"


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    return group("Halage")


def sit_down(page: Page, table: Table, name: str = "Inaya") -> str:
    """Join by the door and be let in; the seat."""
    knock(page, table.entrance, name)
    return table.admit(name)


def done(count: int) -> Callable[[dict[str, Any]], bool]:
    """The group has lit that many panes."""
    return lambda slices: bool(slices["eclats"]["count"] >= count)


def test_who_comes_late_hears_it_in_a_minute_and_no_offer_is_lost(phone: Pages, table: Table, look: Looker) -> None:
    table.seat("Yanis", "Lou")
    table.act("open_day", day=1)
    table.play_until(done(1))
    page = phone()
    sit_down(page, table)
    reads(page, "Bienvenue à table.")
    says(page, "Voici l’essentiel, en une minute.")
    says(page, "Le groupe a déjà allumé un éclat.")
    look(page, "1-recall")
    press(page, "Ce que j’ai manqué, en dix minutes")
    reads(page, "Ce que le groupe a fait sans toi.")
    look(page, "2-missed")
    page.get_by_role("button", name=re.compile("Offre : Essayer un métier")).click()
    reads(page, "Essayer un métier en vrai")
    look(page, "3-offer")
    press(page, "Pas pour moi")
    says(page, "Rangée dans « pas pour moi ».")
    press(page, "Revenir aux offres")
    says(page, "vu")
    press(page, "Revenir au groupe")
    expect(page.get_by_text("À rattraper, dix minutes")).to_have_count(0)
    press(page, "Commencer")
    page.get_by_label(ANSWER).wait_for()


def test_words_of_distress_are_answered_before_anything_else(
    phone: Pages, table: Table, house: House, look: Looker
) -> None:
    page = phone()
    sit_down(page, table)
    table.go_to(1, _mission(table, 1))
    press(page, "Commencer")
    page.get_by_label(ANSWER).fill("j’ai plus envie de vivre")
    press(page, "Envoyer")
    reads(page, "Merci de l’avoir écrit.")
    says(page, "Un adulte va te lire. Tu peux aussi appeler, tout de suite.")
    look(page, "1-kind-words")
    calls = house.ask("GET", "/api/help-calls")
    assert [(one["kind"], one["note"]) for one in calls if one["group"] == table.id] == [
        ("distress", "j’ai plus envie de vivre")
    ]
    assert "envie de vivre" not in str(table.console.slices)
    press(page, "Revenir au jeu")
    expect(page.get_by_label(ANSWER)).to_have_value("j’ai plus envie de vivre")
    for call in calls:
        house.ask("POST", f"/api/help-calls/{call['id']}/close")


def test_passing_without_network_holds_at_once_and_coming_back_too(phone: Pages, table: Table, look: Looker) -> None:
    page = phone()
    sit_down(page, table)
    table.go_to(1, _mission(table, 0))
    press(page, "Commencer")
    says(page, "Bahia est là")
    page.context.set_offline(True)
    says(page, "Pas de réseau. Tes réponses sont gardées.")
    press(page, "Je passe")
    reads(page, "C’est noté.")
    expect(button(page, "Continuer")).to_have_count(0)
    look(page, "1-passed-offline")
    page.context.set_offline(False)
    table.until(lambda slices: table.status_of("Inaya") == "aside")
    press(page, "Je reviens")
    table.until(lambda slices: table.status_of("Inaya") == "here")


def test_what_is_being_typed_survives_a_page_that_was_closed(phone: Pages, table: Table) -> None:
    page = phone()
    sit_down(page, table)
    table.go_to(1, _mission(table, 1))
    press(page, "Commencer")
    page.get_by_label(ANSWER).fill("amar")
    page.reload()
    expect(page.get_by_label(ANSWER)).to_have_value("amar")


def test_a_page_that_opens_without_network_is_where_the_group_was(phone: Pages, table: Table) -> None:
    page = phone()
    sit_down(page, table)
    table.go_to(1, _mission(table, 1))
    press(page, "Commencer")
    page.get_by_label(ANSWER).wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.get_by_label(ANSWER).wait_for()
    page.wait_for_timeout(1500)
    page.context.set_offline(True)
    page.reload()
    page.get_by_label(ANSWER).wait_for()
    says(page, "Pas de réseau. Tes réponses sont gardées.")


def test_my_days_my_offers_and_a_bravo(phone: Pages, table: Table, look: Looker) -> None:
    table.seat("Yanis", "Lou")
    table.act("open_day", day=1)
    table.play_until(done(2))
    page = phone()
    sit_down(page, table)
    press(page, "J’y vais")
    table.act("end_day", day=1)
    press(page, "Voir le récap")
    reads(page, "éclat")
    press(page, "Bien")
    says(page, "C’est gardé. Tu peux changer.")
    look(page, "1-recap")
    press(page, "Dire bravo à quelqu’un")
    page.get_by_role("button", name="Yanis").click()
    reads(page, "Qu’est-ce que tu veux dire à Yanis")
    look(page, "2-bravo")
    page.locator("main .list button").first.click()
    says(page, "C’est dit.")
    press(page, "Retour")
    press(page, "Ma place")
    look(page, "3-my-place")
    page.get_by_role("button", name="Mes trois jours").click()
    reads(page, "Mes trois jours")
    look(page, "4-days")
    page.get_by_role("button", name=re.compile("L’histoire jusqu’ici")).click()
    reads(page, "L’histoire jusqu’ici")
    look(page, "5-story")
    page.go_back()
    page.go_back()
    page.get_by_role("button", name="Ce que j’ai dit de mes besoins").click()
    look(page, "6-needs")
    page.go_back()
    page.get_by_role("button", name="Ma carte et mes six chiffres").click()
    look(page, "7-card")
    page.go_back()
    press(page, "Retour")
    page.get_by_role("button", name="Voir les vitres du jour").click()
    press(page, "L’image, à garder ou à imprimer")
    look(page, "8-poster")
    with page.expect_download() as kept:
        press(page, "Garder l’image")
    assert kept.value.suggested_filename == "verriere.png"


def _ten_weekdays(house: House) -> Table:
    """A group of ten days without a weekend: nobody has to be named for an outing."""
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011 - a local date is meant
    ahead = (tomorrow + timedelta(days=more) for more in range(20))
    days = [{"on": one.isoformat()} for one in ahead if one.weekday() < SATURDAY][:10]
    body = {"name": "Deûle", "pack": "tempo_2050", "edition": 1, "first_day": days[0]["on"], "days": days}
    site = house.ask("GET", "/api/sites")[0]["id"]
    return house.table(house.ask("POST", "/api/groups", body | {"site": site}))


def _mission(table: Table, place: int) -> str:
    return str(table.console.slices["desk"]["missions"][place]["id"])


def test_the_frost_leaves_on_the_ninth_evening_and_the_door_opens_on_the_tenth(
    phone: Pages, house: House, look: Looker
) -> None:
    table = _ten_weekdays(house)
    page = phone()
    sit_down(page, table)
    for day in range(1, 10):
        table.act("open_day", day=day)
    table.act("end_day", day=9)
    reads(page, "Jour 9, c’est fait.")
    says(page, "Le givre perd son ordre. Demain, il n’y en a plus.")
    look(page, "1-still-frost")
    press(page, "Voir la verrière sans givre")
    expect(button(page, "Voir la verrière sans givre")).to_have_count(0)
    look(page, "2-no-frost")
    table.act("open_day", day=10)
    table.act("end_day", day=10)
    reads(page, "La verrière est à vous.")
    look(page, "3-the-door-is-open")
    page.get_by_role("button", name="Voir les vitres du jour").click()
    says(page, "La porte est ouverte sur le ciel.")
    page.go_back()
    press(page, "Ma place")
    page.get_by_role("button", name="Mes dix jours").click()
    page.get_by_role("button", name=re.compile("Mon souvenir")).click()
    reads(page, "Tempo")
    look(page, "4-keepsake")
    table.close()
