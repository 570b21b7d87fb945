"""The console on a telephone: read the list, do what its first row proposes, take it back.

Spec: N1 V8 V9
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import press, reads, says
from tests.end_to_end.browser.steering import NEEDS, Console, gone

Pages = Callable[[], Page]
STUCK = "Le groupe est bloqué"
LAMPE, MARNE, NASSE = "Lampe", "Marne", "Nasse"


@pytest.fixture
def three(group: Callable[[str], Table], house: House) -> list[Table]:
    """A group that stands still, a group that plays, a group at whose door somebody waits."""
    still, playing, door = group(LAMPE), group(MARNE), group(NASSE)
    still.seat("Inaya", "Tiago")
    still.act("open_day", day=1)
    house.wait(minutes=6)
    playing.seat("Malo", "Awa")
    playing.act("open_day", day=1)
    door.knock("Nour")
    return [still, playing, door]


@pytest.fixture
def console(phone: Pages, house: House, three: list[Table]) -> Console:
    """The list on a screen of 360 by 740."""
    del three
    return Console(phone(), house).by_key()


def test_the_list_is_read_its_first_row_acted_on_and_the_act_undone(
    console: Console, three: list[Table], house: House, look: Looker
) -> None:
    still, _, door = three
    row = console.row(STUCK, LAMPE)
    row.wait_for()
    console.row("Nour attend à la porte", NASSE).wait_for()
    assert console.rows_of(LAMPE, MARNE, NASSE) == [STUCK, "Nour attend à la porte"]
    look(console.page, "1-the-list")
    console.propose(row)
    gone(row)
    console.did(still, "give_hint")
    console.hesitates()
    look(console.page, "2-done")
    console.takes_back(still, "give_hint")
    house.wait(minutes=6)
    row.wait_for()
    console.propose(console.row("Nour attend à la porte", NASSE))
    door.until(lambda _: door.seat_of("Nour"))
    console.undo()
    console.row("Nour", NASSE).wait_for()


def test_a_group_is_steered_from_the_telephone(console: Console, three: list[Table], look: Looker) -> None:
    still, *_ = three
    row = console.row(STUCK, LAMPE)
    row.get_by_role("link").click()
    reads(console.page, LAMPE)
    look(console.page, "1-the-group")
    console.gesture("+ 5 minutes")
    console.did(still, "give_time")
    console.hesitates()
    look(console.page, "2-five-minutes")
    console.takes_back(still, "give_time")
    console.gesture("Pause")
    console.did(still, "pause")
    says(console.page, "Rien ne tourne, les écrans sont calmes.")
    look(console.page, "3-paused")
    press(console.page, "Relancer le groupe")
    console.did(still, "resume")
    press(console.page, "Revenir")
    reads(console.page, NEEDS)
    expect(console.row(STUCK, LAMPE)).to_be_visible()
