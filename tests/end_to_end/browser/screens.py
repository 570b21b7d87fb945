"""The gestures that every journey makes, by the words that stand on the screen."""

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

SIX_DIGITS = "246813"


def button(page: Page, words: str) -> Locator:
    """The button or link of these very words."""
    return page.get_by_role("button", name=words, exact=True).or_(page.get_by_role("link", name=words, exact=True))


def press(page: Page, words: str) -> None:
    """Press the button of these words."""
    button(page, words).first.click()


def reads(page: Page, heading: str) -> None:
    """Wait until the screen is headed by these words."""
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()


def says(page: Page, words: str) -> None:
    """Wait until the page says this somewhere."""
    expect(page.get_by_text(words).first).to_be_visible()


def knock(page: Page, entrance: str, name: str, pin: str = SIX_DIGITS) -> None:
    """From the door's address to the door: a first name, six digits."""
    page.goto(entrance)
    page.get_by_label("Ton prénom, ou un surnom").fill(name)
    press(page, "Entrer")
    page.get_by_label("Tes six chiffres").fill(pin)
    press(page, "Entrer dans le groupe")
    reads(page, "Tu es à la porte.")


def come_back(page: Page, origin: str, code: str, name: str, pin: str = SIX_DIGITS) -> None:
    """Return on any phone: the group's code, a first name, six digits."""
    page.goto(origin)
    press(page, "J’ai déjà une place")
    page.get_by_label("Le code du groupe").fill(code)
    page.get_by_label("Ton prénom dans le groupe").fill(name)
    page.get_by_label("Tes six chiffres").fill(pin)
    press(page, "Revenir")
    page.wait_for_url("**/place/*")


def seat_in(page: Page) -> str:
    """The seat that the page's address names."""
    return urlsplit(page.url).path.rsplit("/", 1)[-1]
