"""An appointment from a young person's own words to the counsellor's real calendar, and back to the phone.

Spec: B8 B12 V8 V9
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import button, come_back, knock, press, reads, says, seat_in
from tests.end_to_end.kit import until

Pages = Callable[[], Page]
MISSION = "le-rendez-vous"
WANTED, KEPT = "Essayer la mécanique marine.", "Je dors chez une amie en ce moment."
COUNSELLOR = "Karim Delattre"
SURNAME = "Canarinet"
LAST_WEEK = """
UPDATE booking SET during = tstzrange(lower(during) - interval '7 days', upper(during) - interval '7 days', '[)'),
    blocked = tstzrange(lower(blocked) - interval '7 days', upper(blocked) - interval '7 days', '[)')
WHERE id = $1::uuid
"""


NAMES = iter(("Océane", "Ilan", "Sacha", "Noé", "Salomé"))
"""One person for each test: all their appointments stand in the same week."""


@pytest.fixture
def name() -> str:
    return next(NAMES)


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    """A group at its last step, where everybody chooses for oneself."""
    table = group("Estacade")
    table.seat("Yanis")
    return table.go_to(3, MISSION, step=1)


@pytest.fixture
def inside(phone: Pages, table: Table, name: str) -> Page:
    """A phone at that step, linked by the facilitator to a person and to their counsellor."""
    page = phone()
    knock(page, table.entrance, name)
    seat = table.admit(name)
    referent = next(one["id"] for one in table.house.ask("GET", "/api/colleagues") if one["name"] == COUNSELLOR)
    linked = {"surname": SURNAME, "file_number": "77120", "phone": None, "referent": referent}
    table.house.ask("PUT", f"/api/groups/{table.id}/people/{seat}", linked)
    press(page, "Commencer")
    reads(page, "Trois choses à dire, si tu veux.")
    return page


@pytest.fixture
def counsellor(desk: Pages, told: dict[str, Any]) -> Callable[[], Page]:
    """Open the counsellor's page."""

    def open_page() -> Page:
        page = desk()
        page.goto(told["urls"]["counsellor"])
        reads(page, "Ma semaine")
        return page

    return open_page


def choose_a_moment(page: Page) -> str:
    """Write two lines, show one, take the first moment proposed; give it in words."""
    page.get_by_label("Ce que j’aimerais essayer", exact=True).fill(WANTED)
    page.get_by_label("Ce qui m’aiderait en premier", exact=True).fill(KEPT)
    page.get_by_role("checkbox").first.check()
    press(page, "Choisir mon moment")
    reads(page, "Choisis ton moment.")
    says(page, "Tu montres une chose.")
    page.locator("label.tile").first.click()
    press(page, "Prendre ce moment")
    reads(page, "C’est pris.")
    return page.locator("section.panel strong").inner_text()


def chosen(page: Page, name: str) -> None:
    """Walk to this person's appointment in the counsellor's week."""
    page.get_by_role("button", name=re.compile(f"^{name}")).first.click()
    page.get_by_role("complementary").get_by_role("heading", name=re.compile(f"^{name},")).wait_for()


def in_the_calendar(told: dict[str, Any], table: Table, name: str) -> tuple[dict[str, Any], Any]:
    """That person's booking as the desk tells it, and the event that carries its identity on the report's calendar server."""
    seat, house = table.seat_of(name), table.house
    desk = house.colleague(urlsplit(told["urls"]["counsellor"]).fragment)
    account = desk("GET", "/api/counsellor/calendar")["account"]
    assert account["url"].startswith(told["urls"]["calendar"])
    agenda = desk("GET", "/api/counsellor/appointments")["appointments"]
    booking = next(one for one in agenda if one["seat"] == seat)
    answer = httpx.get(account["url"], auth=(account["user"], "any"))
    events = {str(one["UID"]): one for one in Calendar.from_ical(answer.raise_for_status().text).walk("VEVENT")}
    return booking, events.get(booking["uid"])


def test_what_is_shown_reaches_the_counsellor_and_their_calendar_and_nothing_else(
    inside: Page, name: str, counsellor: Callable[[], Page], told: dict[str, Any], table: Table, look: Looker
) -> None:
    look(inside, "1-words")
    moment = choose_a_moment(inside)
    look(inside, "2-booked")
    file = inside.request.get(table.house.origin + (button(inside, "Ajouter à mon agenda").get_attribute("href") or ""))
    assert file.headers["content-type"].startswith("text/calendar")
    meeting = Calendar.from_ical(file.text()).walk("VEVENT")[0]

    page = counsellor()
    chosen(page, name)
    says(page, WANTED)
    look(page, "3-counsellor")
    for secret in (KEPT, SURNAME, "77120"):
        assert secret not in page.content()

    until(lambda: in_the_calendar(told, table, name)[1])
    booking, event = in_the_calendar(told, table, name)
    assert datetime.fromisoformat(booking["start"]) == event["DTSTART"].dt == meeting["DTSTART"].dt
    assert booking["words"] == moment
    written = event.to_ical().decode().replace("\r\n ", "")
    assert WANTED in written
    for secret in (KEPT, SURNAME, "77120"):
        assert secret not in written


def test_what_the_counsellor_answers_is_told_on_the_phone(
    inside: Page, name: str, counsellor: Callable[[], Page], look: Looker
) -> None:
    choose_a_moment(inside)
    page = counsellor()
    chosen(page, name)
    panel = page.get_by_role("complementary")
    panel.get_by_role("button", name="Confirmer").click()
    says(page, f"C’est confirmé. {name} le sait.")
    look(page, "1-confirmed")
    my_place(inside)
    says(inside, "Confirmé par ton conseiller.")
    look(inside, "2-confirmed-phone")

    panel.get_by_role("button", name="Proposer un autre moment").click()
    reads(page, f"Un autre moment pour {name}")
    look(page, "3-another-moment")
    panel.locator(".moments label").nth(3).click()
    panel.get_by_role("button", name=re.compile("^Prendre ")).click()
    says(page, "C’est noté")
    my_place(inside)
    says(inside, "L’heure a changé")

    panel.get_by_role("button", name="Annuler", exact=True).click()
    look(page, "4-cancel")
    press(page, "Oui, annuler")
    says(page, f"C’est annulé. {name} le sait.")
    my_place(inside)
    says(inside, "Ce rendez-vous est annulé. Tu peux en choisir un autre.")
    look(inside, "5-cancelled-phone")


def my_place(page: Page) -> None:
    """Open « Ma place », or read it again."""
    if page.get_by_role("heading", name="c’est ta place.").count() > 0:
        page.reload()
    else:
        page.go_back()
        press(page, "Ma place")
    reads(page, "c’est ta place.")


def test_a_meeting_that_has_been_is_marked_once(
    inside: Page, name: str, counsellor: Callable[[], Page], told: dict[str, Any], table: Table, look: Looker
) -> None:
    choose_a_moment(inside)
    booking, _ = in_the_calendar(told, table, name)
    table.house.execute(LAST_WEEK, booking["id"])
    page = counsellor()
    asked = page.get_by_role("group", name=re.compile(f"^{name}, Comment ça s’est passé"))
    asked.first.wait_for()
    look(page, "past")
    asked.first.get_by_role("button", name="Venu", exact=True).click()
    expect(asked.first.get_by_role("button", name="Venu", exact=True)).to_have_attribute("aria-pressed", "true")
    until(lambda: in_the_calendar(told, table, name)[0]["status"] == "attended")


def test_a_phone_opened_by_its_pin_alone_is_shown_no_slot(
    inside: Page, name: str, phone: Pages, table: Table, look: Looker
) -> None:
    page = phone()
    come_back(page, table.house.origin, table.code, name)
    assert seat_in(page) == seat_in(inside)
    reads(page, "C’est toi qui vois.")
    says(page, "Ce téléphone est ouvert par le code seul.")
    expect(page.get_by_role("radio")).to_have_count(2)
    look(page, "by-pin")
    page.get_by_text("Pas maintenant", exact=True).click()
    press(page, "C’est décidé")
    reads(page, "C’est décidé.")
