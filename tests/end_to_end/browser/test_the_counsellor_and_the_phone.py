"""What a counsellor does in a calendar or on a page is seen on the phone, which does nothing for it.

Spec: B7 B8 B11 B12
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import DESK, PHONE, Looker
from tests.end_to_end.browser.office import FIRST_WORDS, Counsellor, ForeignClient, letters_to
from tests.end_to_end.browser.screens import knock, press, reads, says, seat_in
from tests.end_to_end.kit import until

Pages = Callable[[], Page]
MISSION = "le-rendez-vous"
WISH = "Essayer la mécanique marine."
HALF_A_MINUTE = 30_000


@pytest.fixture
def hire(house: House) -> Iterator[Callable[[str], Counsellor]]:
    """Open an account for a new counsellor; closed with the test."""
    hired: list[Counsellor] = []

    def new(name: str) -> Counsellor:
        hired.append(Counsellor(house, name))
        return hired[-1]

    yield new
    for one in hired:
        one.close()


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    table = group("Balise")
    table.seat("Yanis")
    return table.go_to(3, MISSION, step=1)


@pytest.fixture
def by_mail(hire: Callable[[str], Counsellor]) -> Counsellor:
    nour = hire("Nour Vidal")
    nour.receives({"channel": "imip"}, ("on_site", "phone"))
    return nour


@pytest.fixture
def sits(phone: Pages, table: Table) -> Callable[[str, Counsellor], Page]:
    """Seat somebody whose referent is this counsellor, at the step where everybody chooses."""

    def sit(name: str, referent: Counsellor) -> Page:
        page = phone()
        page.clock.install()
        knock(page, table.entrance, name)
        seat = table.admit(name)
        linked = {"surname": "Essai", "file_number": None, "phone": None, "referent": referent.id}
        table.house.ask("PUT", f"/api/groups/{table.id}/people/{seat}", linked)
        press(page, "Commencer")
        reads(page, "Trois choses à dire, si tu veux.")
        return page

    return sit


def chooses(page: Page) -> str:
    """Show one line and take the first moment; give it in words."""
    page.get_by_label("Ce que j’aimerais essayer", exact=True).fill(WISH)
    page.get_by_role("checkbox").first.check()
    press(page, "Choisir mon moment")
    reads(page, "Choisis ton moment.")
    page.locator("label.tile").first.click()
    press(page, "Prendre ce moment")
    reads(page, "C’est pris.")
    return page.locator("section.panel strong").inner_text()


def my_place(page: Page) -> None:
    page.go_back()
    press(page, "Ma place")
    reads(page, "c’est ta place.")


def half_a_minute_later(page: Page) -> None:
    page.clock.fast_forward(HALF_A_MINUTE)


def chosen(page: Page, name: str) -> Locator:
    """Open this person's appointment on the counsellor's page; give its panel."""
    page.get_by_role("button", name=re.compile(f"^{name}")).first.click()
    panel = page.get_by_role("complementary")
    panel.get_by_role("heading", name=re.compile(f"^{name},")).wait_for()
    return panel


def test_what_the_counsellor_moves_in_another_calendar_program_moves_on_the_phone_by_itself(
    hire: Callable[[str], Counsellor],
    sits: Callable[[str, Counsellor], Page],
    told: dict[str, Any],
    tmp_path: Path,
    look: Looker,
) -> None:
    omar = hire("Omar Petit")
    account = {"url": f"{told['urls']['calendar']}omar-{uuid4().hex[:6]}/rendez-vous/", "user": "omar"}
    account["user"] = urlsplit(account["url"]).path.split("/")[1]
    httpx.request("MKCALENDAR", account["url"], auth=(account["user"], "any")).raise_for_status()
    omar.receives({"channel": "caldav", "account": account | {"password": "any"}}, ("on_site",))
    page = sits("Basile", omar)
    moment = chooses(page)
    booking = omar.booked()
    program = ForeignClient(tmp_path, account)

    until(lambda: program.file_of(booking["uid"]))
    file = program.file_of(booking["uid"])
    assert file is not None
    (event,) = Calendar.from_ical(file.read_text("utf-8")).walk("VEVENT")
    assert event["DTSTART"].dt == datetime.fromisoformat(booking["start"])
    assert WISH in event["DESCRIPTION"]
    look(page, "1-booked")

    text = file.read_text("utf-8")
    for edge in ("DTSTART", "DTEND"):
        was = event[edge].dt
        text = text.replace(f"{was:%Y%m%dT%H%M%S}", f"{was + timedelta(hours=26):%Y%m%dT%H%M%S}")
    file.write_text(text, "utf-8")
    program.sync()
    moved = (event["DTSTART"].dt + timedelta(hours=26)).isoformat()

    omar.house.wait(minutes=3)
    page.request.get(f"{omar.house.origin}/api/seats/{seat_in(page)}/slots")
    until(lambda: datetime.fromisoformat(omar.booked()["start"]) == datetime.fromisoformat(moved))
    half_a_minute_later(page)
    expect(page.locator("section.panel strong")).not_to_have_text(moment)
    expect(page.locator("section.panel strong")).to_have_text(omar.booked()["words"])
    my_place(page)
    says(page, "L’heure a changé")
    says(page, "Dans l’agenda d’Omar Petit depuis le")
    look(page, "2-moved")


def test_an_invitation_sent_by_mail_is_read_by_another_parser_and_says_the_moment_chosen(
    by_mail: Counsellor, sits: Callable[[str, Counsellor], Page], look: Looker
) -> None:
    page = sits("Capucine", by_mail)
    press(page, "Choisir mon moment")
    says(page, FIRST_WORDS)
    look(page, "1-moments")
    page.get_by_role("button", name="Par téléphone").click()
    page.locator("label.tile").first.click()
    look(page, "2-chosen")
    press(page, "Prendre ce moment")
    reads(page, "C’est pris.")
    says(page, "par téléphone")

    until(lambda: letters_to(by_mail.house, by_mail.email))
    (letter,) = letters_to(by_mail.house, by_mail.email)
    parts = {it.get_content_type(): it for it in letter.walk()}
    assert parts["text/calendar"].get_param("method") == "REQUEST"
    (event,) = Calendar.from_ical(parts["text/calendar"].get_content()).walk("VEVENT")
    assert event["DTSTART"].dt == datetime.fromisoformat(by_mail.booked()["start"])
    assert event["ATTENDEE"] == f"mailto:{by_mail.email}"
    assert event["LOCATION"] == "par téléphone"
    assert "Capucine" in parts["text/html"].get_content()


def test_what_the_counsellor_cancels_proposes_three_other_moments_on_the_phone(
    by_mail: Counsellor, sits: Callable[[str, Counsellor], Page], desk: Pages, look: Looker
) -> None:
    page = sits("Dorian", by_mail)
    chooses(page)
    my_place(page)
    look(page, "1-my-place")
    press(page, "Prévenir")
    press(page, "Je serai en retard")
    says(page, "C’est dit.")

    office = desk()
    by_mail.sign_in(office)
    panel = chosen(office, "Dorian")
    says(office, "Dorian prévient")
    look(office, "2-warned")
    office.set_viewport_size(PHONE)
    look(office, "2-warned-on-a-phone")
    office.set_viewport_size(DESK)
    panel.get_by_role("button", name="Annuler", exact=True).click()
    press(office, "Oui, annuler")
    says(office, "C’est annulé.")

    half_a_minute_later(page)
    says(page, "Ce rendez-vous est annulé.")
    says(page, "Voici d’autres moments libres.")
    expect(page.locator("article label.tile")).to_have_count(3)
    look(page, "3-cancelled")
    page.locator("article label.tile").first.click()
    press(page, "Prendre ce moment")
    says(page, "C’est pris. Ton conseiller le sait.")
    expect(page.locator("article label.tile")).to_have_count(0)


def test_somebody_else_receives_while_a_counsellor_is_away_and_the_phone_says_who(
    by_mail: Counsellor,
    hire: Callable[[str], Counsellor],
    sits: Callable[[str, Counsellor], Page],
    desk: Pages,
    look: Looker,
) -> None:
    page = sits("Elsa", by_mail)
    moment = chooses(page)
    other = hire("Odilon Marchand")
    other.receives({"channel": "imip"}, ("on_site",))
    day = by_mail.booked()["start"][:10]
    my_place(page)

    office = desk()
    by_mail.sign_in(office)
    press(office, "Dire quand je suis libre")
    look(office, "1-hours")
    office.set_viewport_size(PHONE)
    look(office, "1-hours-on-a-phone")
    office.set_viewport_size(DESK)
    form = office.locator("section", has=office.get_by_role("heading", name="Une absence"))
    form.get_by_label("Premier jour").fill(day)
    form.get_by_label("Dernier jour").fill(day)
    form.get_by_label("Qui reçoit à ma place").select_option(label=other.name)
    says(office, "1 rendez-vous sera confié à la même heure.")
    look(office, "2-absence")
    press(office, "Noter cette absence")
    says(office, "1 rendez-vous confié")
    look(office, "3-noted")

    half_a_minute_later(page)
    says(page, "Quelqu’un d’autre te recevra, même jour, même heure.")
    says(page, f"avec {other.name}")
    says(page, moment)
    look(page, "4-replaced")
    assert other.booked()["start"][:10] == day
    until(lambda: len(letters_to(other.house, other.email)) == 1)
    until(lambda: any("CANCEL" in str(it) for it in letters_to(other.house, by_mail.email)))
