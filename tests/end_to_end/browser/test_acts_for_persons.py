"""What is done for one person, by the console's page, and its undo: excused, written to, always seen by the team.

Spec: V8 V9
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import knock, press, says
from tests.end_to_end.browser.steering import Console, colleague

Pages = Callable[[], Page]
TO_ALL, TO_ONE = "On se retrouve devant la porte bleue.", "Ton badge est à l’accueil."


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    """A group of two, its first day open."""
    table = group("Darse")
    table.seat("Inaya", "Tiago")
    return table.act("open_day", day=1).until(lambda slices: slices["mission"])


@pytest.fixture
def console(desk: Pages, house: House, table: Table) -> Console:
    """The group's page on a laptop."""
    console = Console(desk(), house).by_key()
    console.section(table, "Missions")
    return console


@pytest.fixture
def nour(phone: Pages, table: Table) -> Page:
    """A real phone at the table, on its page of the day."""
    page = phone()
    knock(page, table.entrance, "Nour")
    table.admit("Nour")
    says(page, "Trois à bord")
    return page


def write(console: Console, text: str, to: str | None = None, said_by: str | None = None) -> None:
    """Write to the group, or to one person; a character speaks to the group alone."""
    console.gesture("Écrire")
    if to:
        console.page.get_by_label("Pour qui").select_option(label=to)
    if said_by:
        console.page.get_by_label("Dit par").select_option(label=said_by)
    console.page.get_by_label("Votre message").fill(text)
    press(console.page, "Envoyer")


def test_somebody_is_excused_and_expected_again(console: Console, table: Table, look: Looker) -> None:
    console.more("Excuser quelqu’un")
    console.page.get_by_label("Qui n’est pas là aujourd’hui").select_option(label="Tiago")
    look(console.page, "asked")
    console.confirm("Excuser", "Rendez-vous chez le médecin.")
    console.did(table, "excuse_seat")
    assert table.status_of("Tiago") == "left"
    console.takes_back(table, "excuse_seat")
    assert table.status_of("Tiago") == "here"


def test_a_word_to_the_group_is_read_on_a_phone_as_written_by_a_person(
    console: Console, table: Table, nour: Page, look: Looker
) -> None:
    write(console, TO_ALL)
    console.did(table, "say")
    says(nour, "Un mot de l’équipe")
    says(nour, TO_ALL)
    says(nour, "Écrit par une personne")
    console.hesitates()
    look(nour, "on-the-phone")
    console.takes_back(table, "say")
    expect(nour.get_by_text(TO_ALL)).to_have_count(0)


def test_a_character_speaks_to_the_group_and_never_to_one_person(
    console: Console, table: Table, nour: Page, look: Looker
) -> None:
    console.gesture("Écrire")
    console.page.get_by_label("Pour qui").select_option(label="Nour")
    expect(console.page.get_by_label("Dit par")).to_have_count(0)
    look(console.page, "to-one")
    console.gesture("Revenir")
    write(console, TO_ALL, said_by="Mado")
    console.did(table, "say")
    says(nour, "Un mot de Mado")
    console.takes_back(table, "say")


def test_a_word_to_one_person_is_on_their_phone_alone_and_every_colleague_reads_it(
    console: Console, table: Table, nour: Page, desk: Pages, look: Looker
) -> None:
    write(console, TO_ONE, to="Nour")
    console.did(table, "say")
    says(nour, TO_ONE)
    says(nour, "Écrit par une personne")
    console.hesitates()
    assert all(TO_ONE not in str(player.phone.slices) for player in table.players)
    other = Console(desk(), table.house).by_password(colleague(table.house, "Ilan Petit"))
    other.section(table, "Missions")
    other.gesture("Écrire")
    expect(other.page.get_by_role("listitem").filter(has_text="Bahia Meziane → Nour")).to_contain_text(TO_ONE)
    look(other.page, "read-by-a-colleague")
    console.takes_back(table, "say")
    expect(nour.get_by_text(TO_ONE)).to_have_count(0)
    expect(other.page.get_by_text(TO_ONE)).to_have_count(0)
