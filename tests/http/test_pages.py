"""The pages and what browsers are told to do with them; the guests' origin on the local network."""

import gzip
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from game_server.entrypoints.app import create_app
from game_server.entrypoints.parts import Parts
from tests.http.browser import refused
from tests.http.matrix import ROUTES
from tests.http.town import PIN, Town

NAMES = ("player", "console", "counsellor", "side_by_side")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    for name in NAMES:
        (tmp_path / f"{name}.html").write_text(f"<!doctype html><title>{name}</title>" + " " * 600)
    (tmp_path / "assets" / "player-abc.js").write_text("export const a = 1;\n" * 60)
    (tmp_path / "assets" / "police.woff2").write_bytes(b"wOF2" * 300)
    (tmp_path / "manifest.webmanifest").write_text("{}")
    return tmp_path


@pytest.fixture
async def browser(town: Town, pages: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with over(replace(town.parts, pages=pages)) as client:
        yield client


def over(parts: Parts) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_app(parts)), base_url=parts.access.public_url)


async def test_each_address_shows_its_page(browser: httpx.AsyncClient):
    for path, name in (
        ("/", "player"),
        ("/entrer/ABCD2345", "player"),
        ("/place/3f2c", "player"),
        ("/console", "console"),
        ("/console/3f2c", "console"),
        ("/conseil", "counsellor"),
    ):
        answer = await browser.get(path)
        assert f"<title>{name}</title>" in answer.text, path
        assert answer.headers["cache-control"] == "no-cache"
    assert (await browser.get("/cote-a-cote")).status_code == 404
    assert (await browser.get("/player.html")).status_code == 404


async def test_a_hashed_file_is_kept_for_ever_and_a_page_is_asked_for_again(browser: httpx.AsyncClient):
    script = await browser.get("/assets/player-abc.js")
    assert "immutable" in script.headers["cache-control"]
    assert script.headers["content-type"].startswith("text/javascript")
    page = await browser.get("/")
    again = await browser.get("/", headers={"if-none-match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (await browser.get("/manifest.webmanifest")).headers["content-type"] == "application/manifest+json"


async def test_texts_are_compressed_for_those_who_take_it(browser: httpx.AsyncClient, pages: Path):
    async with browser.stream("GET", "/assets/player-abc.js", headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join([piece async for piece in answer.aiter_raw()])
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == (pages / "assets" / "player-abc.js").read_bytes()
    plain = await browser.get("/assets/player-abc.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in (await browser.get("/assets/police.woff2")).headers


async def test_every_answer_carries_the_rules_for_browsers(browser: httpx.AsyncClient):
    for path in ("/", "/assets/player-abc.js", "/nulle-part", "/api/nulle-part", "/api/staff/me"):
        headers = (await browser.get(path)).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "frame-ancestors 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert (headers.get("cache-control") == "no-store") == path.startswith("/api/")


async def test_pages_that_are_not_built_say_what_to_do(town: Town, tmp_path: Path):
    async with over(replace(town.parts, pages=tmp_path)) as browser:
        answer = await browser.get("/")
        assert answer.status_code == 503
        assert "make play" in answer.text


async def test_the_guests_origin_serves_the_player_s_routes_alone(lan_town: Town):
    house = await lan_town.house("lille")
    guests = lan_town.parts.access.player_origin
    phone = lan_town.browser(address=guests)
    entered = await phone.post("/api/join", {"code": house.door["code"], "first_name": "Inaya", "pin": PIN})
    (line,) = phone.set_cookies
    assert line.startswith("eclats-seat-")
    assert "Secure" not in line
    assert "HttpOnly" in line
    assert (await phone.get(f"/api/seats/{entered['seat']}/me"))["first_name"] == "Inaya"
    assert (await (await phone.open(f"/ws/seat/{entered['seat']}")).hello())["version"] > 0
    phone.cookies |= house.lead.cookies
    for route in (one for one in ROUTES if one.path.startswith(("/api/staff", "/api/groups", "/api/counsellor"))):
        refused(await phone.ask(route.method, route.at(entered["seat"]), route.body), "unknown_page", 404)
    for path in ("/console", f"/console/{house.group['id']}", "/conseil", "/cote-a-cote"):
        assert (await phone.ask("GET", path)).status_code == 404
    assert house.door["url"].startswith(guests)


async def test_each_origin_speaks_only_to_its_own_port(lan_town: Town):
    guests = lan_town.parts.access.player_origin
    for origin, address in ((lan_town.address, guests), ("https://ailleurs.exemple", guests)):
        stranger = lan_town.browser(origin=origin, address=address)
        refused(await stranger.ask("POST", "/api/card", {"card": "x"}), "foreign_origin", 403)


async def test_a_key_of_the_demonstration_opens_a_session_as_often_as_needed(lan_town: Town):
    house = await lan_town.house("lille")
    staff = (await lan_town.parts.accounts.colleagues(await _staff(lan_town, house)))[0]
    key = lan_town.parts.keys.mint(staff)
    for _ in range(2):
        browser = lan_town.browser()
        assert (await browser.post("/api/staff/key", {"key": key}))["name"] == "Léa Morel"
    refused(await lan_town.browser().ask("POST", "/api/staff/key", {"key": "x"}), "unknown_key", 401)


async def test_without_the_demonstration_no_key_opens_anything(town: Town):
    refused(await town.browser().ask("POST", "/api/staff/key", {"key": "x"}), "unknown_key", 401)


async def _staff(town: Town, house: object) -> object:
    (token,) = house.lead.cookies.values()
    return await town.parts.accounts.who(token)
