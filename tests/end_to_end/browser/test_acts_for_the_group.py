"""Each act for a whole group, by the console's page, and its undo: the page shows what the journal alone makes.

Spec: V8 V9 SC9
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from game_server.demonstration.phone import Phone
from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import button, knock, press, reads, says
from tests.end_to_end.browser.steering import Console

Pages = Callable[[], Page]
MISSION, TWO_STEPS = "trois-a-bord", "l-affiche-du-quai"
OWN_HINT = "Commencez par la pièce sur la durée, puis celle sur le but."


@pytest.fixture
def table(group: Callable[[str], Table]) -> Table:
    """A group of three, its first day open."""
    table = group("Chenal")
    table.seat("Inaya", "Tiago", "Lou")
    return table.act("open_day", day=1).until(lambda slices: slices["mission"])


@pytest.fixture
def console(desk: Pages, house: House, table: Table) -> Console:
    """The group's page on a laptop."""
    console = Console(desk(), house).by_key()
    console.section(table, "Missions")
    return console


def test_a_hint_is_chosen_its_words_changed_and_a_character_says_it(
    console: Console, table: Table, phone: Pages, look: Looker
) -> None:
    page = phone()
    knock(page, table.entrance, "Nour")
    table.admit("Nour")
    press(page, "Commencer")
    console.gesture("Changer les mots")
    console.page.get_by_label("Quel indice").select_option(label="Indice 2 sur 3")
    console.page.get_by_label("L’indice, à changer si vous voulez").fill(OWN_HINT)
    console.page.get_by_label("Dit par").select_option(label="Lison")
    look(console.page, "chosen")
    press(console.page, "Envoyer cet indice")
    console.did(table, "give_hint")
    says(page, "Lison vous souffle")
    says(page, OWN_HINT)
    console.hesitates()
    look(page, "on-the-phone")
    console.takes_back(table, "give_hint")
    expect(page.get_by_text(OWN_HINT)).to_have_count(0)


def test_five_minutes_more_are_given_and_taken_back(console: Console, table: Table, look: Looker) -> None:
    console.gesture("+ 5 minutes")
    assert console.did(table, "give_time")["number"] == 5
    console.hesitates()
    look(console.page, "given")
    console.takes_back(table, "give_time")


def test_rain_moves_the_whole_group_to_plan_b_and_back(
    console: Console, table: Table, phone: Pages, look: Looker
) -> None:
    page = phone()
    knock(page, table.entrance, "Nour")
    table.admit("Nour")
    press(page, "Commencer")
    console.gesture("Plan B")
    look(console.page, "who")
    console.confirm("Passer au plan B", "Il pleut.")
    assert console.did(table, "switch_plan_b")["reason"] == "Il pleut."
    says(page, "On joue cette mission ici.")
    console.hesitates()
    look(page, "on-the-phone")
    console.takes_back(table, "switch_plan_b")
    expect(page.get_by_text("On joue cette mission ici.")).to_have_count(0)


def test_plan_b_for_one_person_shows_on_no_other_phone(
    console: Console, table: Table, phone: Pages, look: Looker
) -> None:
    one, other = phone(), phone()
    for page, name in ((one, "Nour"), (other, "Sacha")):
        knock(page, table.entrance, name)
        table.admit(name)
        press(page, "Commencer")
    button(other, "Je l’ai lue").first.wait_for()
    before = other.locator("main").inner_text()
    console.gesture("Plan B")
    console.page.locator("form").get_by_text("Nour", exact=True).click()
    console.confirm("Passer au plan B")
    assert console.did(table, "switch_plan_b")["seat"] == table.seat_of("Nour")
    says(one, "On joue cette mission ici.")
    assert other.locator("main").inner_text() == before
    assert [seat["status"] for seat in table.console.slices["seats"]["seats"]] == ["here"] * 5
    console.hesitates()
    look(other, "nothing-shows")
    console.takes_back(table, "switch_plan_b")
    expect(one.get_by_text("On joue cette mission ici.")).to_have_count(0)


def test_the_pieces_change_hands_and_come_back(console: Console, table: Table, look: Looker) -> None:
    before = _hands(table)
    console.more("Redonner les pièces")
    look(console.page, "asked")
    console.confirm("Redonner les pièces", "Lou ne voit pas son écran.")
    console.did(table, "redeal")
    assert _hands(table) != before
    console.takes_back(table, "redeal")
    assert _hands(table) == before


def _hands(table: Table) -> list[object]:
    return [_held(table, player.phone) for player in table.players]


def _held(table: Table, phone: Phone) -> object:
    table.house.loop.run(phone.until(lambda: phone.version >= table.console.version))
    return phone.slices["mine"]["here"]


def test_a_mission_is_passed_and_comes_back_as_it_stood(console: Console, table: Table) -> None:
    console.gesture("Passer")
    console.confirm("Passer cette mission", "Le bus part plus tôt.")
    console.did(table, "skip_mission")
    assert table.console.slices["desk"]["current"] != MISSION
    console.takes_back(table, "skip_mission")
    assert table.console.slices["desk"]["current"] == MISSION


def test_a_step_is_let_through_and_opened_again(console: Console, table: Table) -> None:
    table.go_to(2, TWO_STEPS)
    reads(console.page, "L’affiche du quai")
    console.more("Valider l’étape")
    console.confirm("Valider l’étape", "Le panneau est tombé.")
    console.did(table, "force_step")
    assert table.console.slices["mission"]["step"] == 1
    console.takes_back(table, "force_step")
    assert table.console.slices["mission"]["step"] == 0


def test_a_pause_and_its_undo_leave_the_group_where_it_was(console: Console, table: Table) -> None:
    place = table.console.slices["mission"]["step"]
    console.gesture("Pause")
    console.did(table, "pause")
    console.takes_back(table, "pause")
    console.gesture("Pause")
    console.did(table, "pause")
    console.gesture("Relancer le groupe")
    console.did(table, "resume")
    console.takes_back(table, "resume")
    console.gesture("Relancer le groupe")
    button(console.page, "Pause").wait_for()
    console.tells_the_truth(table)
    assert (table.console.slices["desk"]["current"], table.console.slices["mission"]["step"]) == (MISSION, place)
