"""A phone gets the story in its language: small, lasting files, the same for everybody, that show nothing of the order.

Spec: K30
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from game_server.application.stories import mark
from game_server.core.scenario import Language
from game_server.entrypoints.app import create_app
from tests.http.browser import refused
from tests.http.town import Town

HERE = "/api/packs/maison/1"
ARABIC = Language("العربية", "rtl", {"Jouez.": "العبوا.", "Un acte.": "فعل."})


@pytest.fixture
async def browser(town: Town, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    sound = tmp_path / "jouez.ogg"
    sound.write_bytes(b"OggS" + bytes(90))
    rules = town.parts.library["maison", 1]
    scenario = replace(rules.scenario, languages={"ar": ARABIC}, recordings={"Jouez.": str(sound)})
    parts = replace(town.parts, library={**town.parts.library, ("maison", 1): replace(rules, scenario=scenario)})
    transport = httpx.ASGITransport(create_app(parts))
    async with httpx.AsyncClient(transport=transport, base_url=parts.access.public_url) as client:
        yield client


async def test_a_phone_finds_the_translation_of_what_it_was_shown(browser: httpx.AsyncClient):
    story = (await browser.get(f"{HERE}/texts")).json()
    [language] = story["languages"]
    assert (language["code"], language["name"], language["dir"]) == ("ar", "العربية", "rtl")

    answer = await browser.get(language["file"])
    assert answer.json()[mark("Jouez.")] == "العبوا."
    assert "Jouez." not in answer.text
    assert list(answer.json()) == sorted(answer.json())


async def test_its_address_may_be_kept_for_ever_and_the_list_may_not(browser: httpx.AsyncClient):
    story = await browser.get(f"{HERE}/texts")
    assert story.headers["cache-control"] == "no-store"

    answer = await browser.get(story.json()["languages"][0]["file"])
    assert "immutable" in answer.headers["cache-control"]


async def test_a_recording_is_found_by_the_text_it_says(browser: httpx.AsyncClient):
    heard = (await browser.get((await browser.get(f"{HERE}/texts")).json()["recordings"])).json()
    answer = await browser.get(f"{HERE}/audio/{heard[mark('Jouez.')]}")

    assert answer.content.startswith(b"OggS")
    assert answer.headers["content-type"] == "audio/ogg"


@pytest.mark.parametrize("path", ["texts/en.json", "texts/recordings.jso", "audio/other.ogg", "audio/..%2Fmaison.ogg"])
async def test_nothing_else_is_given(browser: httpx.AsyncClient, path: str):
    assert (await browser.get(f"{HERE}/{path}")).status_code == 404


async def test_an_edition_in_french_alone_says_so(browser: httpx.AsyncClient):
    assert (await browser.get("/api/packs/petit/1/texts")).json() == {"languages": [], "recordings": None}
    refused(await browser.get("/api/packs/nulle-part/1/texts"), "unknown_text", 404)


def test_the_phone_reckons_the_same_marks():
    # The same pairs stand in web_client/src/kit/tests/story.test.ts.
    assert mark("") == "9e3779b985ebca6b"
    assert mark("Jouez.") == "360a3ba070ba5927"
    assert mark("« Ça va ? » 🙂") == "7a5384f6ebdf3699"
