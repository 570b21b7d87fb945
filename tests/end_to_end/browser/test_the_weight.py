"""What the first screens weigh, compressed, and what comes with each answer: one origin, a strict content policy.

Spec: V5 V10
"""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.screens import knock, reads

Pages = Callable[[], Page]
PAGES = Path("game_server/pages")
LINKED = re.compile(r'(?:src|href)="(/assets/[^"]+)"')
IMPORTED = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')
FONTS = re.compile(r"url\(([^)]+\.woff2)\)")
KIB = 1024
JOIN_SCREEN, BEFORE_THE_FIRST_MISSION, A_DAY = 45 * KIB, 100 * KIB, 2048 * KIB
STAFF_PAGES = ("console.html", "counsellor.html", "side_by_side.html")


def compressed(path: str) -> int:
    """Bytes on the wire: fonts are compressed already."""
    content = (PAGES / path.lstrip("/")).read_bytes()
    return len(content) if path.endswith(".woff2") else len(gzip.compress(content, 9))


def critical(page: str) -> Iterator[str]:
    """The page, what it links, what its modules import before they run, and the fonts of its styles."""
    seen: set[str] = set()
    waiting = [f"/{page}"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        yield path
        if path.endswith((".html", ".js", ".css")):
            text = (PAGES / path.lstrip("/")).read_text("utf-8")
            folder = path.rsplit("/", 1)[0]
            waiting += LINKED.findall(text) if path.endswith(".html") else []
            waiting += [f"{folder}/{name}" for name in IMPORTED.findall(text)] if path.endswith(".js") else []
            waiting += FONTS.findall(text) if path.endswith(".css") else []


def test_the_join_screen_is_light() -> None:
    weights = {path: compressed(path) for path in critical("player.html")}
    assert [path for path in weights if path.endswith(".woff2")], "the fonts are counted"
    assert sum(weights.values()) <= JOIN_SCREEN, weights


def test_all_that_comes_before_the_first_mission_is_light(phone: Pages, group: Callable[[str], Table]) -> None:
    table = group("Amont")
    table.act("open_day", day=1)
    page = phone()
    asked: set[str] = set()
    page.on("request", lambda one: asked.add(urlsplit(one.url).path))
    knock(page, table.entrance, "Inaya")
    table.admit("Inaya")
    reads(page, "Trois à bord")
    files = {path for path in asked if path.startswith("/assets/")} | {"/player.html", "/pane.svg", "/sw.js"}
    weights = {path: compressed(path) for path in files}
    assert sum(weights.values()) <= BEFORE_THE_FIRST_MISSION, weights


def test_all_that_a_phone_could_ever_ask_for_is_less_than_a_day_may_weigh() -> None:
    """Every screen of every kind, every language and every face, whatever the day brings; a day's own words are counted with it."""
    staff = {path for page in STAFF_PAGES for path in critical(page)}
    phone = {f"/{one.relative_to(PAGES)}" for one in PAGES.rglob("*") if one.is_file()} - staff
    story = [gzip.compress(one.read_bytes(), 9) for one in Path("scenarios/packs/tempo_2050").rglob("*.yaml")]
    assert sum(map(compressed, phone)) + sum(map(len, story)) <= A_DAY


def test_every_page_comes_with_the_content_policy(phone: Pages, house: House) -> None:
    page = phone()
    for path in ("/", "/entrer/AAAAAAAA", "/console", "/conseil", "/cote-a-cote"):
        answer = page.request.get(house.origin + path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "require-trusted-types-for 'script'" in policy
        assert "unsafe" not in policy


def test_the_policy_stops_a_script_written_into_a_page(phone: Pages, house: House, faults: list[str]) -> None:
    page = phone()
    page.goto(house.origin)
    page.evaluate(
        "() => { const one = document.createElement('script');"
        " try { one.text = 'document.title = `written`'; } catch { return; } document.head.append(one); }"
    )
    expect(page).not_to_have_title("written")
    faults.clear()  # the browser says what it stopped: that is the promise
