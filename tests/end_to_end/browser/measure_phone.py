"""How the player's page feels on a slow phone: `python -m tests.end_to_end.browser.measure_phone`.

The join field on 400 kbit/s, 400 ms and a processor six times slower; the longest time that a burst of 200 commands of eight people
keeps the page busy, four times slower. Medians of the runs; the figures stand in docs/benchmarks.md, no test asserts a duration.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from json import loads
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.end_to_end.browser.conftest import CHROMIUM, QUIET, SHORT
from tests.end_to_end.browser.house import House, Loop, Table
from tests.end_to_end.browser.looking import PHONE
from tests.end_to_end.browser.screens import knock

RUNS = 5
PEOPLE, EACH = 8, 25
SLOW_LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
WATCH = """() => {
  window.busy = [];
  new PerformanceObserver((list) => window.busy.push(...list.getEntries().map((one) => one.duration)))
    .observe({type: 'longtask', buffered: false});
}"""


@contextmanager
def film() -> Iterator[House]:
    """The short demonstration, played and held open."""
    with tempfile.TemporaryDirectory(prefix="eclats-measure-") as name:
        folder, loop = Path(name), Loop()
        folder.chmod(0o755)
        file = folder / "report.json"
        words = ("play", "--fast", "--hold", "--pack", SHORT, "--data", str(folder / "data"), "--json", str(file))
        playing = subprocess.Popen((sys.executable, "-m", "game_server.main", *words), stdout=subprocess.DEVNULL)
        while not file.exists():
            time.sleep(0.5)
        yield House(loop, loads(file.read_text("utf-8")), folder / "data")
        playing.terminate()
        playing.wait(30)
        loop.close()


def slowed(browser: Browser, times: float, line: dict[str, Any] | None = None) -> Page:
    """A new phone with a processor so many times slower, on that line."""
    page = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="fr-FR").new_page()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
    if line is not None:
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", line)
    return page


def join_field(browser: Browser, table: Table) -> float:
    """Seconds until the first name can be typed."""
    page = slowed(browser, 6, SLOW_LINE)
    began = time.monotonic()
    page.goto(table.entrance, wait_until="commit", timeout=60_000)
    page.get_by_label("Ton prénom, ou un surnom").fill("Inaya", timeout=60_000)
    page.context.close()
    return time.monotonic() - began


def burst(browser: Browser, table: Table, name: str) -> float:
    """Milliseconds of the longest task while the burst comes in; 0 when none reached 50."""
    page = slowed(browser, 4)
    knock(page, table.entrance, name)
    table.admit(name)
    page.wait_for_timeout(2_000)
    page.evaluate(WATCH)
    table.house.loop.run(_say(table))
    page.wait_for_timeout(3_000)
    longest: list[float] = page.evaluate("window.busy")
    page.context.close()
    return max(longest, default=0.0)


async def _say(table: Table) -> None:
    async def one(place: int) -> None:
        for turn in range(EACH):
            await table.players[place].phone.submit({"type": "step_aside" if turn % 2 == 0 else "come_back"})

    await asyncio.gather(*(one(place) for place in range(PEOPLE)))


def main() -> None:
    """Measure and say."""
    with film() as house, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        table = house.group("Mesure")
        table.seat(*(f"Place{number}" for number in range(PEOPLE)))
        table.act("open_day", day=1)
        fields = [join_field(browser, table) for _ in range(RUNS)]
        tasks = [burst(browser, table, f"Regard{run}") for run in range(RUNS)]
        sys.stdout.write(f"join field: {statistics.median(fields):.2f} s, of {[round(one, 2) for one in fields]}\n")
        sys.stdout.write(
            f"longest task in a burst: {statistics.median(tasks):.0f} ms, of {[round(one) for one in tasks]}\n"
        )
        table.close()
        browser.close()


if __name__ == "__main__":
    main()
