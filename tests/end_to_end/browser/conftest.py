"""One demonstration for every journey: the film played without waiting, then held open; browsers are real Chromium."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
PICTURES = Path("var/screenshots")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PLAYED_WITHIN = 150


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these are listed as not run, with the reason."""
    for item in items:
        if "end_to_end/browser" in str(item.path):
            item.add_marker(pytest.mark.end_to_end)
            item.add_marker(pytest.mark.timeout(240))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium absent : apt-get install chromium"))


@pytest.fixture(scope="session")
def told() -> Iterator[dict[str, Any]]:
    """Play the demonstration without waiting, hold it open, and give its report."""
    folder = Path(tempfile.mkdtemp(prefix="eclats-film-"))
    folder.chmod(0o755)
    file = folder / "report.json"
    command = (sys.executable, "-m", "game_server.main", "play", "--fast", "--hold", "--data", str(folder / "data"))
    with (folder / "film.log").open("w") as log:
        film = subprocess.Popen((*command, "--json", str(file)), stdout=log, stderr=subprocess.STDOUT)
    try:
        yield _report(film, file, folder)
    finally:
        film.send_signal(signal.SIGTERM)
        film.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _report(film: subprocess.Popen[bytes], file: Path, folder: Path) -> dict[str, Any]:
    until = time.monotonic() + PLAYED_WITHIN
    while not file.exists():
        if film.poll() is not None or time.monotonic() > until:
            pytest.fail("the demonstration did not end:\n" + (folder / "film.log").read_text()[-3000:])
        time.sleep(0.2)
    report: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return report


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start the driver once."""
    os.environ.setdefault("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Open one real Chromium."""
    opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
    yield opened
    opened.close()


Phones = Callable[[], Page]


@pytest.fixture
def faults() -> list[str]:
    """Keep what any page of the test complained about: a fault of script or of the content policy fails it."""
    return []


@pytest.fixture
def phone(browser: Browser, faults: list[str]) -> Iterator[Phones]:
    """Give a new phone at each call: 360 by 740, touch, French, its own cookies."""
    yield from _pages(browser, faults, viewport=PHONE, has_touch=True)


@pytest.fixture
def desk(browser: Browser, faults: list[str]) -> Iterator[Phones]:
    """Give a new laptop at each call."""
    yield from _pages(browser, faults, viewport=DESK)


def _pages(browser: Browser, faults: list[str], **kind: Any) -> Iterator[Phones]:
    opened: list[BrowserContext] = []

    def new() -> Page:
        context = browser.new_context(locale="fr-FR", timezone_id="Europe/Paris", service_workers="allow", **kind)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if _is_a_fault(said.type, said.text) else None)
        return page

    yield new
    for context in opened:
        context.close()
    assert faults == []


def _is_a_fault(kind: str, text: str) -> bool:
    network = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "Failed to load resource")
    return kind == "error" and not any(word in text for word in network)


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keep a screenshot under the name of the test, to be looked at."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def keep(page: Page, name: str) -> None:
        page.screenshot(path=PICTURES / f"{request.node.name[5:60]}.{name}.png")

    return keep
