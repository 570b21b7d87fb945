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
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.end_to_end.browser.house import CLOCK, House, Loop, Table
from tests.end_to_end.browser.looking import DESK, PHONE, Looker

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PLAYED_WITHIN = 150
SHORT = "le_quai_des_possibles/1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these are listed as not run, with the reason."""
    for item in items:
        if "end_to_end/browser" in str(item.path):
            item.add_marker(pytest.mark.end_to_end)
            item.add_marker(pytest.mark.timeout(240))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium absent : apt-get install chromium"))


@pytest.fixture(scope="session")
def film_folder() -> Iterator[Path]:
    """Where the demonstration keeps what it stores."""
    folder = Path(tempfile.mkdtemp(prefix="eclats-film-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def told(film_folder: Path) -> Iterator[dict[str, Any]]:
    """Play the demonstration of the short pack without waiting, hold it open, and give its report."""
    file, data = film_folder / "report.json", film_folder / "data"
    command = (
        sys.executable,
        "-m",
        "tests.end_to_end.browser.later",
        str(film_folder / CLOCK),
        "play",
        "--fast",
        "--hold",
        "--pack",
        SHORT,
        "--data",
        str(data),
    )
    with (film_folder / "film.log").open("w") as log:
        film = subprocess.Popen((*command, "--json", str(file)), stdout=log, stderr=subprocess.STDOUT)
    try:
        yield _report(film, file, film_folder)
    finally:
        film.send_signal(signal.SIGTERM)
        film.wait(30)


def _report(film: subprocess.Popen[bytes], file: Path, folder: Path) -> dict[str, Any]:
    until = time.monotonic() + PLAYED_WITHIN
    while not file.exists():
        if film.poll() is not None or time.monotonic() > until:
            pytest.fail("the demonstration did not end:\n" + (folder / "film.log").read_text()[-3000:])
        time.sleep(0.2)
    report: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return report


@pytest.fixture(scope="session")
def house(told: dict[str, Any], film_folder: Path) -> Iterator[House]:
    """The structure of the demonstration, to make groups in."""
    loop = Loop()
    yield House(loop, told, film_folder / "data")
    loop.close()


@pytest.fixture
def group(house: House) -> Iterator[Callable[[str], Table]]:
    """Give a new group of that name at each call, its door open; ended with the test."""
    tables: list[Table] = []

    def new(name: str) -> Table:
        tables.append(house.group(name))
        return tables[-1]

    yield new
    for table in tables:
        table.close()


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Start the driver once."""
    os.environ.setdefault("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Open one real Chromium."""
    opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
    yield opened
    opened.close()


Pages = Callable[[], Page]


@pytest.fixture
def faults() -> list[str]:
    """Keep what any page of the test complained about: a fault of script or of the content policy fails it."""
    return []


@pytest.fixture
def phone(browser: Browser, faults: list[str]) -> Iterator[Pages]:
    """Give a new phone at each call: 360 by 740, touch, French, its own cookies."""
    yield from _pages(browser, faults, viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def desk(browser: Browser, faults: list[str]) -> Iterator[Pages]:
    """Give a new laptop at each call."""
    yield from _pages(browser, faults, viewport=DESK)


def _pages(browser: Browser, faults: list[str], **kind: Any) -> Iterator[Pages]:
    opened: list[BrowserContext] = []

    def new() -> Page:
        context = browser.new_context(
            locale="fr-FR",
            timezone_id="Europe/Paris",
            service_workers="allow",
            reduced_motion="reduce",
            color_scheme="dark",
            **kind,
        )
        opened.append(context)
        context.on("page", lambda page: _watch(page, faults))
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield new
    for context in opened:
        context.close()
    assert "\n".join(faults) == ""


def _watch(page: Page, faults: list[str]) -> None:
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if _is_a_fault(said.type, said.text) else None)
    page.on("request", lambda asked: faults.append(asked.url) if _is_foreign(asked.url) else None)


def _is_a_fault(kind: str, text: str) -> bool:
    network = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "Failed to load resource")
    return kind == "error" and not any(word in text for word in network)


def _is_foreign(url: str) -> bool:
    """Everything comes from the one origin: no font, no script, no picture of anybody else's."""
    return urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "127.0.0.1"


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Iterator[Looker]:
    """Look at a screen under a name: pictures are kept to be looked at, faults of accessibility fail the test."""
    looker = Looker(request.node.name[5:40])
    yield looker
    assert "\n".join(looker.faults) == ""
