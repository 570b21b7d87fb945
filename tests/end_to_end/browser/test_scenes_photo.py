"""A photo shows a passer-by: the facilitator alone looks at it, asks for another kindly, and the group has gone on.

Spec: P8 V8 V9 SC11
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Response, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.photographs import PHOTO_DAY, PHOTO_MISSION, PHOTO_STEP, TEN_DAYS, goes_on, send_a_photo
from tests.end_to_end.browser.screens import knock, press, says
from tests.end_to_end.browser.steering import Console, gone

Pages = Callable[[], Page]
KINDLY = "On voit quelqu’un. Tu peux la refaire sans visage"


@pytest.fixture
def table(house: House) -> Iterator[Table]:
    opened = house.group("Jetée", TEN_DAYS)
    yield opened
    opened.close()


@pytest.fixture
def two(phone: Pages, table: Table) -> list[Page]:
    """Two phones in a mission that asks for a photo."""
    pages = [phone(), phone()]
    for page, name in zip(pages, ("Lou", "Malo"), strict=True):
        knock(page, table.entrance, name)
        table.admit(name)
    table.go_to(PHOTO_DAY, PHOTO_MISSION, PHOTO_STEP)
    for page in pages:
        goes_on(page)
    return pages


def pictures(page: Page) -> list[str]:
    """The addresses of what this page receives that is a picture of a photo."""
    received: list[str] = []

    def note(response: Response) -> None:
        if "/photos/" in response.url and response.headers.get("content-type", "").startswith("image/"):
            received.append(response.url)

    page.on("response", note)
    return received


def test_a_photo_with_a_passer_by_is_seen_by_the_facilitator_alone_and_asked_for_again(
    two: list[Page], desk: Pages, house: House, table: Table, look: Looker
) -> None:
    lou, malo = two
    seen = [*map(pictures, two)]
    console = Console(desk(), house).by_key()
    send_a_photo(lou)
    says(lou, "Ta photo est partie.")
    look(lou, "1-sent")
    says(malo, "Lou montre une photo")
    look(malo, "2-the-other-phone")
    row = console.row("Une photo de Lou à regarder", "Jetée")
    row.wait_for()
    console.propose(row)
    expect(console.page.get_by_role("complementary").get_by_role("img")).to_be_visible()
    look(console.page, "3-judged")
    console.gesture(f"{KINDLY}\u00a0?")
    gone(row)
    says(lou, KINDLY)
    look(lou, "4-asked-again")
    send_a_photo(lou)
    console.propose(console.row("Une photo de Lou à regarder", "Jetée"))
    console.gesture("C’est bon, l’effacer")
    gone(row)
    press(malo, "Je l’ai vue de mes yeux")
    for page in two:
        says(page, "Vue par quelqu’un d’autre.")
    assert table.console.slices["eclats"]["count"] == 1
    assert seen == [[], []]
