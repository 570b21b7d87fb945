"""A look at a screen as it stands: a picture in each theme, and what axe sees in both and at 200 % text."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

AXE = Path("web_client/node_modules/axe-core/axe.min.js")
PICTURES = Path("var/screenshots")
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
THEMES = ("dark", "light")
RUN = """async (bare) => {
  const rules = bare ? {'color-contrast': {enabled: false}} : {};
  const {violations} = await axe.run({resultTypes: ['violations'], rules});
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`));
}"""
THEME = "theme => { const root = document.documentElement, was = root.dataset.theme; root.dataset.theme = theme; return was; }"
LETTERS = "size => { document.documentElement.style.fontSize = size; }"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Looker:
    """Looks at the screens of one test, and keeps what is wrong with them."""

    def __init__(self, test: str) -> None:
        self._test = test
        self.faults: list[str] = []
        PICTURES.mkdir(parents=True, exist_ok=True)

    def __call__(self, page: Page, name: str) -> None:
        """Look at the page in both themes, then in letters twice as large, and leave it as it was."""
        self._ready(page)
        was = page.evaluate(THEME, THEMES[0])
        for theme in THEMES:
            page.evaluate(THEME, theme)
            self.keep(page, f"{name}.{theme}")
            self._audit(page, f"{name}, {theme}", bare=False)
        self._enlarge(page)
        self.keep(page, f"{name}.large", whole=True)
        self._audit(page, f"{name}, 200 %", bare=True)
        self._enlarge(page, back=True)
        page.evaluate(THEME, was)

    def _enlarge(self, page: Page, *, back: bool = False) -> None:
        """On a phone the letters grow; on a laptop the browser's zoom leaves half as many pixels to the page."""
        size = page.viewport_size or DESK
        if size["width"] in (DESK["width"], DESK["width"] // 2):
            page.set_viewport_size(DESK if back else {"width": DESK["width"] // 2, "height": DESK["height"] // 2})
        else:
            page.evaluate(LETTERS, "" if back else "200%")

    def _ready(self, page: Page) -> None:
        if not AXE.exists():
            pytest.fail("axe-core is missing: make setup")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.evaluate(AXE.read_text("utf-8"))

    def keep(self, page: Page, name: str, *, whole: bool = False) -> None:
        """Keep a picture of the page as it stands."""
        page.screenshot(path=PICTURES / f"{self._test}.{name}.png", full_page=whole, animations="disabled")

    def _audit(self, page: Page, where: str, *, bare: bool) -> None:
        found: list[Any] = page.evaluate(RUN, bare)
        self.faults += [f"{where}: {one}" for one in found]
        if (beyond := page.evaluate(TOO_WIDE)) > 0:
            self.faults.append(f"{where}: {beyond} px wider than the screen")
