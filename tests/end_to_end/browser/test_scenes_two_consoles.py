"""Two consoles at once: each sees the other act, a need has one holder, and a colleague takes over every open task.

Spec: N2 V8 V9 SC13
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import press, says
from tests.end_to_end.browser.steering import ON_CALL, Console, colleague, gone

Pages = Callable[[], Page]
BAHIA, SAMIA = "Bahia Meziane", "Samia Roche"
NOTE = "Malo est à la gare, sa mère rappelle à 16 h."
RIDDLE = "la-cle-de-firmin"


@pytest.fixture
def two(group: Callable[[str], Table]) -> tuple[Table, Table]:
    """A group held up, and a group at whose door somebody waits."""
    held, other = group("Feeder"), group("Gabare")
    held.seat("Malo", "Awa")
    held.go_to(1, RIDDLE)
    other.house.wait(minutes=6)
    return held, other


@pytest.fixture
def bahia(desk: Pages, house: House, two: tuple[Table, Table]) -> Iterator[Console]:
    """The facilitator on duty; on duty again after the test."""
    del two
    yield Console(desk(), house).by_key()
    house.ask("POST", "/api/staff/duty", {"on_duty": True, "phone": ON_CALL})


@pytest.fixture
def samia(desk: Pages, house: House, bahia: Console) -> Iterator[Console]:
    """A colleague, on a second console; gone from the team after the test."""
    samia = Console(desk(), house).by_password(colleague(house, SAMIA))
    bahia.page.reload()
    yield samia
    known = house.ask("GET", "/api/colleagues")
    left = next(one["id"] for one in known if one["name"] == SAMIA and not one["disabled"])
    house.ask("POST", f"/api/colleagues/{left}/disable")


def take(console: Console, words: str, group: str) -> None:
    """Say that one looks after a need."""
    row = console.row(words, group)
    row.get_by_role("button", name="Autrement").click()
    row.get_by_role("button", name="Je m’en occupe").click()
    console.row("vous vous en occupez", group).wait_for()


def test_a_need_that_one_takes_shows_by_whom_on_the_other_console(
    bahia: Console, samia: Console, two: tuple[Table, Table], look: Looker
) -> None:
    held, _ = two
    samia.row("Le groupe est bloqué", "Feeder").wait_for()
    take(bahia, "Le groupe est bloqué", "Feeder")
    samia.row(f"{BAHIA} s’en occupe", "Feeder").wait_for()
    look(samia.page, "taken-by-another")
    bahia.propose(bahia.row("Le groupe est bloqué", "Feeder"))
    for console in (bahia, samia):
        gone(console.row("Le groupe est bloqué", "Feeder"))
        console.did(held, "give_hint")
    samia.section(held, "Gestes")
    says(samia.page, f"par {BAHIA}")
    samia.page.get_by_role("listitem").filter(has_text="Indice donné").get_by_role("button", name="Annuler").click()
    held.until(lambda slices: not slices["mission"]["hints"])
    for console in (bahia, samia):
        console.tells_the_truth(held)


def test_a_facilitator_who_falls_ill_is_replaced_with_every_open_task_and_its_note(
    bahia: Console, samia: Console, two: tuple[Table, Table], look: Looker
) -> None:
    _, other = two
    take(bahia, "Le groupe est bloqué", "Feeder")
    other.knock("Nour")
    take(bahia, "Nour attend à la porte", "Gabare")
    press(bahia.page, "Passer le relais")
    look(bahia.page, "1-what-i-hold")
    bahia.page.get_by_label("Un mot pour la suite").fill(NOTE)
    bahia.page.locator("form", has_text="Un mot pour la suite").get_by_text(SAMIA, exact=True).click()
    press(bahia.page, f"Passer le relais à {SAMIA}")
    says(bahia.page, f"{SAMIA} prend la suite, avec 2 demandes. Vous n’êtes plus de garde.")
    samia.row(f"{BAHIA} vous passe la main").wait_for()
    says(samia.page, NOTE)
    for words, group in (("Le groupe est bloqué", "Feeder"), ("Nour attend à la porte", "Gabare")):
        samia.row("vous vous en occupez", group).filter(has_text=words).wait_for()
    says(samia.page, "Samia · de garde")
    expect(samia.page.get_by_text("Vous n’êtes pas de garde")).to_have_count(0)
    look(samia.page, "2-the-list-taken-over")
    press(samia.page, "Passer le relais")
    says(samia.page, f"« {NOTE} »")
    look(samia.page, "3-what-was-handed")
    press(samia.page, "C’est lu")
    press(samia.page, "Revenir")
    gone(samia.row(f"{BAHIA} vous passe la main"))
    samia.propose(samia.row("Nour attend à la porte"))
    other.until(lambda slices: other.seat_of("Nour"))


def test_a_colleague_takes_over_from_somebody_who_cannot_say_so(bahia: Console, samia: Console, look: Looker) -> None:
    take(bahia, "Le groupe est bloqué", "Feeder")
    bahia.page.context.close()
    press(samia.page, "Passer le relais")
    samia.page.locator("form", has_text="À la place de").get_by_text(BAHIA, exact=True).click()
    look(samia.page, "take-over")
    press(samia.page, f"Prendre la suite de {BAHIA}")
    says(samia.page, f"Vous prenez la suite de {BAHIA}, avec 1 demande.")
    press(samia.page, "Revenir")
    samia.row("vous vous en occupez", "Feeder").wait_for()
