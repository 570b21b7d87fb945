"""A facilitator makes a group, lets people in by name, opens the day, helps, and takes back what was done.

Spec: V8 V9
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
MISSION, RIDDLE = "trois-a-bord", "la-cle-de-firmin"


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    """A group with two people, its first day open."""
    table = group("Bief")
    table.seat("Inaya", "Tiago")
    return table.act("open_day", day=1)


@pytest.fixture
def console(desk: Pages, table: Table) -> Page:
    """The list « Qui a besoin de moi », signed in."""
    page = desk()
    page.goto(f"{table.house.origin}/console#{table.house.key}")
    reads(page, "Qui a besoin de moi")
    return page


def section(page: Page, table: Table, name: str = "Missions") -> None:
    """Walk to a section of the group's page, by its name in the bar."""
    if table.id not in page.url:
        page.get_by_role("navigation", name="Mes groupes").get_by_role(
            "link", name=re.compile(table.group["name"])
        ).click()
    page.get_by_role("navigation", name=table.group["name"]).get_by_role("link", name=re.compile(f"^{name}")).click()


def undo(page: Page) -> None:
    """Take back what the bar at the foot of the page tells."""
    page.get_by_role("status").filter(has=button(page, "Annuler")).get_by_role("button", name="Annuler").click()
    says(page, "C’est annulé")


def test_the_key_of_the_demonstration_leaves_the_address(console: Page, house: House) -> None:
    assert house.key not in console.url


def test_a_group_is_made_its_door_opened_and_somebody_let_in_by_name(
    console: Page, phone: Pages, house: House, look: Looker
) -> None:
    console.get_by_role("navigation", name="Mes groupes").get_by_role("link", name=re.compile("Bief")).wait_for()
    look(console, "1-needs")
    press(console, "Créer un groupe")
    console.get_by_role("radio", name=re.compile("Le Quai des possibles")).wait_for()
    console.get_by_label("Le nom du groupe").fill("Confluence")
    today = date.today()  # noqa: DTZ011 - the date that the laptop shows
    monday = (today + timedelta(days=7 - today.weekday())).isoformat()
    console.get_by_label("Le premier jour").fill(monday)
    look(console, "2-new-group")
    press(console, "Créer le groupe et ouvrir sa porte")
    expect(console.get_by_role("img", name="QR de la porte du groupe").first).to_be_visible()
    code = console.locator(".code").first.inner_text()
    assert re.fullmatch(r"[A-Z0-9]{8}", re.sub(r"\W", "", code))
    look(console, "3-door")
    page = phone()
    knock(page, f"{house.origin}/entrer/{re.sub(r'[^A-Z0-9]', '', code)}", "Awa")
    says(console, "Awa")
    look(console, "4-somebody-waits")
    press(console, "Faire entrer")
    expect(page.get_by_text("Tu es à la porte.")).to_have_count(0)
    console.get_by_role("link", name="Missions").click()
    press(console, "Ouvrir le jour 1")
    reads(page, "Trois à bord")
    made = next(one for one in house.ask("GET", "/api/groups") if one["name"] == "Confluence")
    assert made["first_day"] == monday
    house.ask("POST", f"/api/groups/{made['id']}/end")


def test_a_hint_reaches_the_phones_and_is_taken_back(console: Page, table: Table, look: Looker) -> None:
    section(console, table)
    press(console, "Idriss donne l’indice 1")
    table.until(lambda slices: slices["mission"]["hints"])
    look(console, "hint-given")
    undo(console)
    table.until(lambda slices: not slices["mission"]["hints"])


def test_a_hint_in_ones_own_words(console: Page, table: Table) -> None:
    section(console, table)
    press(console, "Changer les mots")
    console.get_by_label("L’indice, à changer si vous voulez").fill("Commencez par la pièce sur la durée.")
    press(console, "Envoyer cet indice")
    table.until(lambda slices: slices["mission"]["hints"])
    assert table.console.slices["mission"]["hints"][0]["text"] == "Commencez par la pièce sur la durée."


def test_a_pause_stops_the_phones_and_starts_them_again(
    console: Page, phone: Pages, table: Table, look: Looker
) -> None:
    page = phone()
    knock(page, table.entrance, "Lou")
    table.admit("Lou")
    press(page, "Commencer")
    section(console, table)
    press(console, "Pause")
    reads(page, "Pause.")
    look(console, "paused")
    look(page, "paused-phone")
    press(console, "Relancer le groupe")
    button(page, "Je passe").wait_for()
    undo(console)
    reads(page, "Pause.")
    press(console, "Relancer le groupe")
    button(page, "Je passe").wait_for()


def test_a_mission_is_passed_with_a_reason_and_taken_back(console: Page, table: Table, look: Looker) -> None:
    section(console, table)
    console.get_by_role("complementary").get_by_role("button", name="Passer", exact=True).click()
    console.get_by_label("Pourquoi, en quelques mots").fill("Le bus part plus tôt.")
    look(console, "why")
    press(console, "Passer cette mission")
    table.until(lambda slices: slices["desk"]["current"] != MISSION)
    undo(console)
    table.until(lambda slices: slices["desk"]["current"] == MISSION)
    section(console, table, "Gestes")
    says(console, "« Le bus part plus tôt. »")
    says(console, "annulé")
    look(console, "acts")


def test_the_day_that_was_opened_is_closed_by_undoing_it(console: Page, table: Table) -> None:
    section(console, table, "Gestes")
    line = console.get_by_role("listitem").filter(has_text="Jour 1 ouvert")
    line.get_by_role("button", name="Annuler").click()
    table.until(lambda slices: slices["group"]["day_status"] != "open")


def test_a_right_answer_that_was_refused_is_accepted(console: Page, table: Table, look: Looker) -> None:
    table.go_to(1, RIDDLE)
    one, other = (player.phone for player in table.players)
    answer = {"type": "play", "mission": RIDDLE, "step": 0, "action": {"type": "riddle/answer", "text": "Un cordage"}}
    table.house.loop.run(one.submit(answer))
    section(console, table)
    press(console, "Accepter l’essai")
    says(console, "« cordage »")
    look(console, "to-accept")
    console.get_by_role("listitem").filter(has_text="cordage").get_by_role("button").click()
    says(console, "Essai accepté")
    table.until(lambda slices: slices["mission"]["shared"]["half_lit"])
    confirm = {"type": "play", "mission": RIDDLE, "step": 0, "action": {"type": "riddle/confirm"}}
    table.house.loop.run(other.submit(confirm))
    table.until(lambda slices: slices["eclats"]["count"] == 1)


def test_a_seat_is_linked_to_a_person_and_a_counsellor(console: Page, table: Table, look: Looker) -> None:
    section(console, table, "Personnes")
    console.get_by_role("listitem").filter(has_text="Inaya").get_by_role("button", name="Relier, aider").click()
    console.get_by_label("Nom", exact=True).fill("Benali")
    console.get_by_label("Numéro i-milo").fill("5900412")
    console.get_by_text("Karim Delattre").click()
    look(console, "link")
    press(console, "Enregistrer")
    says(console, "C’est enregistré.")
    says(console, "Benali · Karim Delattre")
    linked: list[dict[str, Any]] = table.house.ask("GET", f"/api/groups/{table.id}/people")
    assert [one["file_number"] for one in linked if one["first_name"] == "Inaya"] == ["5900412"]
    look(console, "linked")


def test_a_call_for_help_is_read_taken_and_closed(console: Page, table: Table, look: Looker) -> None:
    caller = table.players[0]
    body = {"kind": "help", "note": "Je suis dehors, je ne trouve pas l’entrée."}
    table.house.loop.run(caller.phone.ask("POST", f"/api/seats/{caller.seat}/help", body))
    row = console.get_by_role("listitem").filter(has_text="Inaya demande de l’aide")
    row.wait_for(timeout=15_000)
    look(console, "call")
    row.get_by_role("button", name="Répondre").click()
    says(console, "Je suis dehors, je ne trouve pas l’entrée.")
    press(console, "Je m’en occupe")
    says(console, "vous vous en occupez")
    look(console, "call-read")
    press(console, "C’est réglé")
    says(console, "L’appel est clos.")
    expect(console.get_by_text("Inaya demande de l’aide")).to_have_count(0)


def test_somebody_at_the_door_is_let_in_from_the_first_page(console: Page, phone: Pages, table: Table) -> None:
    page = phone()
    knock(page, table.entrance, "Nour")
    press(console, "Faire entrer Nour")
    reads(page, "Trois à bord")
